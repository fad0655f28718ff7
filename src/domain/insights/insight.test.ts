import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { counterRule, leaning, ruleText } from './counter-evidence.ts';
import { cutAtFirst } from '../voice/voice-comment.ts';
import type { VoiceComment } from '../voice/voice-comment.ts';
import { goneText } from './evidence.ts';
import { besideToday } from './figure-seen.ts';
import type { FigureSeen, PinnedFigure } from './figure-seen.ts';
import { ageText, endText, endTold } from './insight.ts';
import type { Insight } from './insight.ts';
import EvidenceComment from './view/EvidenceComment.svelte';
import FigureTable from './view/FigureTable.svelte';

const moment = (day: string) => new Date(`${day}T12:00:00Z`);
const current = { state: 'open', at: moment('2026-11-01') } as Insight['current'];

describe('an insight ages', () => {
	const age = (made: string, lastWord: string, given: Partial<Insight['current']> = {}, zone = 'UTC') =>
		ageText(
			{ current: { ...current, ...given }, madeAt: moment(made), lastWordAt: moment(lastWord) },
			{ zone, today: '2026-11-24' }
		);

	test('in whole days, and says how long nobody has written', () => {
		expect(age('2026-11-01', '2026-11-12')).toBe('open for 23 days, nobody has written for 12');
		expect(age('2026-11-01', '2026-11-24')).toBe('open for 23 days');
		expect(age('2026-11-23', '2026-11-23')).toBe('open for 1 day, nobody has written for all of them');
		expect(age('2026-11-24', '2026-11-24')).toBe('made today');
	});

	test('by the organisation’s clock, also over a change of it', () => {
		expect(age('2026-10-24', '2026-11-24', {}, 'Europe/Berlin')).toBe('open for 31 days');
		expect(age('2026-11-23', '2026-11-24', {}, 'Pacific/Kiritimati')).toBe('made today');
	});

	test('until it ends', () => {
		expect(age('2026-11-01', '2026-11-12', { state: 'ended', at: moment('2026-11-12') })).toBe('ended after 11 days');
		expect(age('2026-11-12', '2026-11-12', { state: 'ended', at: moment('2026-11-12') })).toContain('on the day');
	});

	test('in one of three ways', () => {
		const decision = (number: number) => `decision ${number}`;
		expect(endText(endTold({ kind: 'bet', text: 'Call each' }, decision))).toBe('Ended with a bet: Call each');
		expect(endText(endTold({ kind: 'decision', decision: 7 }, decision))).toBe('Ended with a decision: decision 7');
		expect(endText(endTold({ kind: 'no action', text: 'it is over' }, decision))).toBe('No action, because it is over');
	});
});

describe('what says the opposite', () => {
	const themes = [{ id: 4, name: 'Invoices' }];
	const low = { feeling: 'low' } as const;

	test('is by those who felt the other way, in thirteen weeks', () => {
		const rule = counterRule('2026-W47', [low, low, { feeling: 'high' }, { feeling: null }], { themes, words: 'VAT' });
		expect(rule).toEqual({ feeling: 'high', themes, words: 'VAT', from: '2026-08-24', to: '2026-11-22' });
		if ('because' in rule) throw new Error(rule.because);
		expect(ruleText(rule, (day) => day)).toBe(
			'Comments about “Invoices” or with the words VAT, from 2026-08-24 to 2026-11-22, by customers who scored high: most of those pinned for it scored low.'
		);
	});

	test('covers thirteen weeks where a year has fifty-three', () => {
		const rule = counterRule('2026-W53', [low], { themes, words: '' });
		expect(rule).toMatchObject({ from: '2026-10-05', to: '2027-01-03' });
	});

	test('is nothing, with the reason, where there is no side or nothing to look for', () => {
		const because = (...given: Parameters<typeof counterRule>) =>
			(counterRule(...given) as { because: string }).because;
		expect(because('2026-W47', [], { themes, words: '' })).toContain('Pin a comment');
		expect(because('2026-W47', [low, { feeling: 'high' }], { themes, words: '' })).toContain('As many');
		expect(because('2026-W47', [{ feeling: 'middle' }], { themes, words: '' })).toContain('As many');
		expect(because('2026-W47', [low], { themes: [], words: '' })).toContain('no theme');
		expect(leaning([])).toBeNull();
	});
});

test('a figure beside what it is today', () => {
	const then = { value: 41, low: 38, high: 44, n: 312, version: 1 } as FigureSeen;
	expect(besideToday(then, { ...then })).toBe('as it was');
	expect(besideToday(then, { ...then, n: 313 })).toBe('another value');
	expect(besideToday(then, { ...then, version: 2 })).toBe('defined otherwise');
	expect(besideToday({ ...then, value: null }, { ...then, value: null })).toBe('as it was');
	expect(besideToday(then, null)).toBe('not told any more');
});

test('what stands in the place of words that are gone says how they went', () => {
	const gone = { erasedAt: null, goneBy: null, goneAt: null, importId: null };
	const at = moment('2026-11-20');
	const day = () => 'a day';
	expect(goneText({ ...gone, erasedAt: at }, day)).toContain('erased at the person’s request on a day');
	expect(goneText({ ...gone, goneBy: 'undo', goneAt: at, importId: 12 }, day)).toContain('withdrawn with import 12');
	expect(goneText({ ...gone, goneBy: 'demo removal', goneAt: at }, day)).toContain('removed with the demo company');
	expect(goneText(gone, day)).toContain('taken back with the import');
});

test('beside a figure as pinned stands what the same week says today: the same, another value, or nothing any more', () => {
	const pinned: PinnedFigure = {
		...{ id: 'nps', name: 'NPS', value: 41, low: 38, high: 44, n: 312, unit: 'points', version: 1 },
		...{ definition: 'Promoters less detractors', population: 'NPS, relationship survey', reason: null },
		...{ number: 1, week: '2026-W47', query: '', pinnedBy: 'Dana', pinnedAt: new Date('2026-11-24T08:00:00Z') }
	};
	const sameWeek = (told: FigureSeen | null) => {
		const figures = [{ pinned, sameWeek: told, latest: pinned }];
		const { body } = render(FigureTable, { props: { figures, thisWeek: '2026-W48', currency: 'USD' } });
		return /<td[^>]*>(?:(?!<td).)*<\/td>/gs.exec(body.slice(body.indexOf('Dana')).replace(/^.*?<\/td>/s, ''))![0];
	};
	expect(sameWeek(pinned)).toContain('the same');
	expect(sameWeek({ ...pinned, value: 40 })).toContain('40');
	expect(sameWeek(null)).toContain('not told any more');
	expect(sameWeek(null)).not.toContain('the same');
});

test('long words that are evidence say that they go on, and lead to all of them', () => {
	const evidence = (comment: string) => {
		const words: VoiceComment = {
			...{ customerId: 3, responseId: 7, respondedAt: moment('2026-11-01'), metric: 'nps', highIsGood: true, score: 2 },
			...{ title: null, comment, hidden: { title: [], comment: [] }, erasedAt: null, earlier: [], language: 'en' },
			...{ about: 'relationship', customer: 'Acme', segment: null, region: null, plan: null, tenureDays: 400 },
			...{ perYearMinor: null, lifetimeMinor: null, told: null, source: 'test', readers: [], readByMe: false },
			characters: comment.length
		};
		return render(EvidenceComment, {
			props: { comment: cutAtFirst(words), place: { currency: 'USD', zone: 'UTC' } }
		}).body;
	};
	const long = evidence('very '.repeat(20_000));
	expect(long).toMatch(/href="\/voice\/comments\/3-7">Show all 100,000 characters</);
	expect(long).toContain('…');
	for (const whole of ['short', 'x'.repeat(4_000)]) expect(evidence(whole)).not.toContain('Show all');
});
