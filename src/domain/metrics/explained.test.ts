import { describe, expect, test } from 'vitest';
import { citation, explainedChart, explainedFigure, periodText, splitText } from './explained.ts';
import type { Figure } from './figure.ts';

const figure: Figure = {
	definition: {
		id: 'nps',
		version: 1,
		name: 'NPS, 13 weeks',
		unit: 'points',
		meaning: 'What it means.',
		interval: 'Wald'
	},
	estimate: { status: 'ok', value: 41.6, low: 38.2, high: 44.6, n: 1204 },
	population: 'NPS, relationship survey',
	period: { from: '2026-08-24', to: '2026-11-22' },
	excluded: []
};
const seen = {
	organisation: 'Brightwater',
	filter: 'customers with segment Team',
	address: 'https://chair.example/review/2026-W47?segment=Team',
	on: '2026-11-23'
};

describe('a citation', () => {
	test('is a plain sentence with everything a reader needs to find the figure again', () => {
		expect(citation(explainedFigure(figure, 'USD'), seen)).toBe(
			'Brightwater, NPS, 13 weeks: 42 (95% interval 38 to 45); n = 1,204; 24 Aug – 22 Nov 2026; customers with segment Team; definition nps, version 1. Seen on 23 Nov 2026 at https://chair.example/review/2026-W47?segment=Team'
		);
	});

	test('of a chart, or of what cannot be told, makes no number up', () => {
		const silent = explainedFigure({ ...figure, estimate: { status: 'not_estimable', reason: 'nobody' } }, 'USD');
		expect(citation(silent, seen)).toContain('Brightwater, NPS, 13 weeks; 24 Aug');
		const chart = explainedChart({ definition: figure.definition, population: '', grade: 'D' });
		expect(citation(chart, seen)).toBe(
			'Brightwater, NPS, 13 weeks; customers with segment Team; evidence grade D, as seen; definition nps, version 1. Seen on 23 Nov 2026 at https://chair.example/review/2026-W47?segment=Team'
		);
	});
});

test('where the definition changed, each point in time is told by both versions', () => {
	const ok = (value: number) => ({ status: 'ok' as const, value, low: value - 2, high: value + 2, n: 9 });
	const history = [41, 44].map((value, i) => ({ asOf: `2026-11-${16 + 7 * i}`, value }));
	const earlier = { version: 1, estimate: ok(40), history: [{ asOf: '2026-11-23', value: null }] };
	expect(explainedFigure(figure, 'USD').versions).toBeNull();
	expect(explainedFigure({ ...figure, history, earlier }, 'USD').versions).toEqual({
		earlier: 1,
		value: '40',
		interval: '38 to 42',
		points: [
			{ asOf: '16 Nov 2026', now: '41', earlier: null },
			{ asOf: '23 Nov 2026', now: '44', earlier: null }
		]
	});
});

test('a change is taken apart into what was felt and who answered', () => {
	const split = { rate: { by: -0.4, p: 0.8 }, mix: { by: 5.8, isReal: true }, of: 'who answered' as const };
	expect(splitText(split, 'points')).toBe('±0 felt by like customers, +6 because others answered');
});

test('a period says its year once, unless it has two', () => {
	expect(periodText({ from: '2026-11-16', to: '2026-11-22' })).toBe('16–22 Nov 2026');
	expect(periodText({ from: '2025-11-23', to: '2026-11-22' })).toBe('23 Nov 2025 – 22 Nov 2026');
});
