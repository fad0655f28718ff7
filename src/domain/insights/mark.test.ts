import { describe, expect, test } from 'vitest';
import type { ChartPlaces, Place } from '#ui/charts/places.ts';
import { mentionsIn } from './mentions.ts';
import { populationOf, populationText, sortedMarks } from './mark.ts';
import type { Mark } from './mark.ts';

const all = 'survey=nps%3Arelationship';
const seen = { population: all, week: '2026-W47' };
const at = new Date('2026-11-20T08:00:00Z');

const place = (key: string, x: number, says: string | null = `${key} says`): Place => ({
	key,
	name: key,
	at: { x, y: null },
	says
});
const months: ChartPlaces = {
	chart: 'by-month',
	name: 'By month',
	places: ['2026-09', '2026-10', '2026-11'].map((month, x) => place(`month:${month}`, x))
};

const markOn = (given: Partial<Mark>): Mark => ({
	id: 1,
	chart: 'by-month',
	from: 'month:2026-10',
	to: given.from ?? 'month:2026-10',
	pointsAt: 'Oct 2026',
	population: all,
	week: '2026-W47',
	saw: 'month:2026-10 says',
	through: null,
	text: { version: 1, text: 'New billing letter', by: 'Dana', at },
	earlier: [],
	said: [],
	...given
});

const because = (mark: Mark, chart = months, as = seen) => sortedMarks([mark], chart, as).apart[0]?.because;

describe('a mark', () => {
	test('sits on its month, wherever that stands on the axis by now', () => {
		const moved = { ...months, places: months.places.slice(1).map((one, x) => ({ ...one, at: { x, y: null } })) };
		for (const [chart, x] of [
			[months, 1],
			[moved, 0]
		] as const) {
			const { drawn, apart } = sortedMarks([markOn({})], chart, seen);
			expect(drawn).toMatchObject([{ from: { key: 'month:2026-10', at: { x } }, now: null }]);
			expect(apart).toEqual([]);
		}
	});

	test('says what the chart said then, where that is another thing now', () => {
		const [{ now }] = sortedMarks([markOn({ saw: 'NPS 41' })], months, seen).drawn;
		expect(now).toBe('month:2026-10 says');
	});

	test('on a range that has begun to leave the chart covers what is left of it', () => {
		const { drawn } = sortedMarks([markOn({ from: 'month:2026-08', to: 'month:2026-09', saw: 'x' })], months, seen);
		expect(drawn).toMatchObject([{ from: { key: 'month:2026-09' }, to: { key: 'month:2026-09' } }]);
	});

	test('whose point a correction has emptied is listed, and says so', () => {
		const emptied = { ...months, places: [place('month:2026-10', 0, null)] };
		expect(because(markOn({}), emptied)).toContain('A later correction has taken the figure');
		// Nothing stood there when it was put on either: it speaks of the gap.
		expect(sortedMarks([markOn({ saw: null })], emptied, seen).drawn).toHaveLength(1);
	});

	test('whose point is gone, or that speaks of others, or came later, is listed and says so', () => {
		expect(because(markOn({ from: 'month:2024-01' }))).toContain('outside of the months');
		expect(because(markOn({ population: `segment=Team&${all}` }))).toBe(
			'It is about customers with segment Team; NPS, relationship.'
		);
		const scores = { ...months, places: [place('score:9', 0)] };
		expect(because(markOn({ from: 'score:6' }), scores)).toContain('does not have this point any more');
		expect(because(markOn({ from: 'score:9', week: '2026-W48' }), scores)).toContain('made in week 48');
	});

	test('that is settled leaves the chart and stays listed, until it is taken up again', () => {
		const resolved = { kind: 'resolved', text: '', by: 'Eve', at } as const;
		const settled = markOn({ said: [resolved] });
		expect(sortedMarks([settled], months, seen)).toEqual({ drawn: [], apart: [], resolved: [settled] });
		const again = markOn({ said: [resolved, { ...resolved, kind: 'reopened' }, { ...resolved, kind: 'said' }] });
		expect(sortedMarks([again], months, seen).drawn).toHaveLength(1);
	});

	test('of another chart is that one’s', () => {
		expect(sortedMarks([markOn({ chart: 'who-stays' })], months, seen)).toEqual({ drawn: [], apart: [], resolved: [] });
	});
});

test('a population always names its survey, so that another main one changes nothing', () => {
	const scope = { week: '2026-W47', segment: 'Team', region: null, plan: null, survey: null };
	expect(populationOf(scope, { id: 'nps:relationship' })).toBe(`segment=Team&${all}`);
	expect(populationText('')).toBe('all customers');
});

describe('somebody is mentioned', () => {
	const people = [
		{ id: 1, name: 'Dana Okafor', email: 'dana@example.com' },
		{ id: 2, name: 'Dana', email: 'd@example.com' },
		{ id: 3, name: 'José Núñez', email: 'jose@example.com' },
		{ id: 4, name: 'josé núñez', email: 'other@example.com' }
	];

	test.for([
		['@Dana Okafor, please look', [1]],
		['ask @dana and @DANA OKAFOR', [1, 2]],
		['@d@example.com knows', [2]],
		['write to dana@example.com', []],
		['@Danae is somebody else', []],
		['(@José Núñez)', [3, 4]],
		['@@Dana!', [2]],
		['@', []],
		['nobody', []]
	] as const)('in “%s”', ([text, ids]) => {
		expect(mentionsIn(text, people)).toEqual(ids);
	});

	test('nobody by a name that is empty', () => {
		expect(mentionsIn('@ @x', [{ id: 9, name: ' ', email: '' }])).toEqual([]);
	});
});
