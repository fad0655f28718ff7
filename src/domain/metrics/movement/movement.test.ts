import { describe, expect, test } from 'vitest';
import { seededRandom } from '#stats/random.ts';
import type { Random } from '#stats/random.ts';
import { mainSeries, seriesFrom } from '../../surveys/series.ts';
import type { Figure, Movement, Routine } from '../figure.ts';
import { groupCounts } from '../loyalty.ts';
import { judgedTogether } from './judge.ts';
import { lastWholeWeek } from './judged-week.ts';
import { routineOfGrowth, routineOfScores, routineOfSteps } from './routine.ts';
import { meanOf, splitOf } from './split.ts';
import { movementText } from '../view/figure-text.ts';
import { testedText } from '../view/tested-text.ts';

const nps = mainSeries([seriesFrom('nps:relationship')])!;
const csat = seriesFrom('csat:order');
const step = { by: 1, since: 'last week' };
const counts = (high: number, middle: number, low: number) =>
	groupCounts(nps, [
		{ score: 10, answers: high },
		{ score: 7, answers: middle },
		{ score: 0, answers: low }
	]);

const figure = (given: Partial<Figure>): Figure => ({
	definition: { id: 'nps', version: 1, name: 'NPS', unit: 'points', meaning: '', interval: '' },
	estimate: { status: 'ok', value: 42, low: 39, high: 45, n: 900 },
	population: '',
	excluded: [],
	...given
});
const change = (p: number) => ({ by: 6, low: 2, high: 10, isReal: p < 0.05, since: 'the 13 weeks before', p });
const quiet: Routine = { ...step, p: 1, shows: null, direction: 1 };
const movementOf = (given: Partial<Figure>, beside: Figure[] = []): Movement =>
	judgedTogether([figure(given), ...beside])[0].movement!;

describe('a movement', () => {
	test('is noise while neither the period nor the step is out of the ordinary', () => {
		const movement = movementOf({ change: change(0.2), routine: quiet });
		expect(movement.verdict).toBe('noise');
		expect(movementText(movement, 'points')).toBe('+1 on last week · no signal');
	});

	test('is a signal when its period differs by more than chance, and says so with its size', () => {
		const movement = movementOf({ change: change(0.001), routine: quiet });
		expect(movement).toMatchObject({ verdict: 'signal', direction: 1 });
		expect(movementText(movement, 'points')).toBe('+6 on the 13 weeks before · signal');
	});

	test('tells what it rests on: how often chance alone would show as much, by itself and among all', () => {
		const beside = [0.5, 0.9].map((p) => figure({ change: change(p) }));
		const movement = movementOf({ change: change(0.004), routine: quiet }, [...beside, figure({})]);
		// Simes: 2 × 0.004; Benjamini and Hochberg: 3 × 0.008. What could not be tested does not count.
		expect(movement.tested).toEqual({
			period: { since: 'the 13 weeks before', p: 0.004 },
			routine: 1,
			q: 0.024,
			of: 3
		});
		expect(testedText(movement, null)).toBe(
			'How often chance alone would show as much: p = 0.004 for the change on the 13 weeks before; p = 1 for its latest step, which is within its routine. Both together, judged with all 3 figures tested here: q = 0.024. A signal has a q of at most 0.05.'
		);
		expect(testedText(movementOf({ change: change(0.0001) }), null)).toBe(
			'How often chance alone would show as much: p < 0.001 for the change on the 13 weeks before. Judged with no other figure: q < 0.001. A signal has a q of at most 0.05.'
		);
		expect(testedText(movementOf({}), null)).toBeNull();
	});

	test('of few that an interval rests on is as rare as Student says, and not the normal', () => {
		// t = 4 on 19 degrees of freedom: p = 0.00077; the normal would say 0.00018 of the same interval.
		const { p, ...byInterval } = { ...change(0), by: 4, low: 4 - 2.0930240544, high: 4 + 2.0930240544 };
		expect(p).toBe(0);
		expect(movementOf({ change: { ...byInterval, degrees: 19 } }).tested!.period!.p).toBeCloseTo(0.000766, 5);
		expect(movementOf({ change: byInterval }).tested!.period!.p).toBeCloseTo(0.00018, 5);
	});

	test('says what of its weeks is unusual, unless that points the other way', () => {
		const rising: Routine = { ...step, p: 2 ** -7, shows: '8 weeks up', direction: 1 };
		expect(movementText(movementOf({ change: change(0.001), routine: rising }), 'share')).toBe(
			'+600.0 pts on the 13 weeks before · signal, 8 weeks up'
		);
		expect(movementOf({ change: change(0.001), routine: { ...rising, direction: -1 } }).because).toBe('signal');
	});

	test('is told as the step, where the step is what is unusual', () => {
		const jump: Routine = { by: -9, since: 'last week', p: 0.0001, shows: 'outside its routine', direction: -1 };
		const movement = movementOf({ change: change(0.4), routine: jump });
		expect(movement).toMatchObject({ verdict: 'signal', direction: -1 });
		expect(movementText(movement, 'points')).toBe('−9 on last week · signal, outside its routine');
	});

	test('is mix where like customers feel as before and only others answered', () => {
		const split = { rate: { by: 0.2, p: 0.9 }, mix: { by: 5.8, isReal: true }, of: 'who answered' as const };
		const movement = movementOf({ change: change(0.001), split, routine: quiet });
		expect(movement.verdict).toBe('mix');
		expect(movementText(movement, 'points')).toBe(
			'+6 on the 13 weeks before · who answered changed, not how they feel'
		);
	});

	test('that others’ answers hide is told like for like', () => {
		const split = { rate: { by: -7, p: 0.0001 }, mix: { by: 7, isReal: true }, of: 'who answered' as const };
		const still = { by: 0, low: -3, high: 3, isReal: false, since: 'the 13 weeks before', p: 1 };
		const movement = movementOf({ change: still, split, routine: quiet });
		expect(movement).toMatchObject({ verdict: 'signal', direction: -1 });
		expect(movementText(movement, 'points')).toBe('−7 on the 13 weeks before · signal, like for like');
	});

	test('is judged with the others of its page: one of twelve at p = 0.03 is what chance brings anyway', () => {
		const others = Array.from({ length: 11 }, () => figure({ change: change(0.5) }));
		expect(movementOf({ change: change(0.03) }).verdict).toBe('signal');
		expect(movementOf({ change: change(0.03) }, others).verdict).toBe('noise');
	});

	test('of what was counted and never varied, or has nothing before it, cannot be judged', () => {
		const counted = { by: 0.08, low: 0.08, high: 0.08, isReal: true, since: 'the year before' };
		expect(movementOf({ change: counted }).verdict).toBe('too little data');
		expect(movementOf({})).toMatchObject({ verdict: 'too little data', because: 'nothing earlier to compare with' });
		expect(movementOf({ estimate: { status: 'not_estimable', reason: 'nobody has answered yet' } })).toMatchObject({
			verdict: 'too little data',
			because: 'nobody has answered yet'
		});
	});

	test('names the week that was judged where the one shown is not over', () => {
		const movement = movementOf({ change: change(0.2), routine: quiet, judged: 'week 47' });
		expect(movementText(movement, 'points')).toBe('Week 47: +1 on last week · no signal');
	});
});

describe('a week that still runs', () => {
	test('is not judged, the last whole one is; across a new year too', () => {
		expect(lastWholeWeek('2026-11-16', '2026-11-22')).toEqual({ monday: '2026-11-16' });
		expect(lastWholeWeek('2026-11-16', '2026-11-21')).toEqual({ monday: '2026-11-09', judged: 'week 46' });
		expect(lastWholeWeek('2026-12-28', '2026-12-28')).toEqual({ monday: '2026-12-21', judged: 'week 52' });
		expect(lastWholeWeek('2027-01-04', '2027-01-05')).toEqual({ monday: '2026-12-28', judged: 'week 53' });
	});
});

/** Around 40, differing by up to `spread` from week to week, the same each time. */
const wobble = (weeks: number, spread: number) =>
	Array.from({ length: weeks }, (_, i) => [0, 1, -1, 0.5, -0.5][i % 5] * spread);

describe('routine', () => {
	const week = (shift: number, answers = 200) => {
		const high = Math.round(answers * (0.55 + shift / 100));
		return meanOf(nps, {
			high,
			middle: answers - high - Math.round(answers * 0.15),
			low: Math.round(answers * 0.15),
			answers
		});
	};

	test('weeks that differ as weeks do are none of it', () => {
		expect(
			routineOfScores(
				wobble(53, 2).map((shift) => week(shift)),
				step
			)
		).toMatchObject({ p: 1, shows: null });
	});

	test('a week far from the others is out of it, but not when hardly anybody answered', () => {
		const before = wobble(52, 2).map((shift) => week(shift));
		expect(routineOfScores([...before, week(-25)], step)).toMatchObject({
			shows: 'outside its routine',
			direction: -1
		});
		expect(routineOfScores([...before, week(-25, 20)], step)).toMatchObject({ p: 1, shows: null });
	});

	test('eight weeks on one side are a run', () => {
		const before = wobble(45, 2).map((shift) => week(shift));
		const found = routineOfScores([...before, ...Array.from({ length: 8 }, () => week(3))], step);
		expect(found).toMatchObject({ shows: '8 weeks above its usual', direction: 1 });
		// One in 128 if the centre were known; it is made of 40 weeks.
		expect(found.p).toBeCloseTo(0.0116, 3);
	});

	test('forms from twelve weeks on; without them nothing is said', () => {
		expect(
			routineOfScores(
				wobble(11, 2).map((shift) => week(shift)),
				step
			)
		).toMatchObject({ p: null, shows: null });
		expect(routineOfSteps([1, 2, 3], step)).toMatchObject({ p: null, shows: null });
	});

	test('of a figure over a year: eight rises in a row are “8 weeks up”', () => {
		const before = wobble(45, 0.004).map((shift) => 0.9 + shift);
		const last = before.at(-1)!;
		const rising = Array.from({ length: 8 }, (_, i) => last + (i + 1) * 0.003);
		expect(routineOfSteps([...before, ...rising], step)).toMatchObject({ shows: '8 weeks up', direction: 1 });
	});

	test('standing still is no run, though one leap long ago carries the mean', () => {
		const leapt = [...new Array<number>(20).fill(0.5), ...new Array<number>(33).fill(0.2)];
		expect(routineOfSteps(leapt, step)).toMatchObject({ p: 1, shows: null });
	});

	test('who rises less than usual is not told to have fallen, nor who falls less than usual to have risen', () => {
		const at = (steps: number[]) => steps.reduce((values, by) => [...values, values.at(-1)! + by], [100]);
		const often = Array.from({ length: 42 }, (_, i) => (i % 6 === 4 ? -0.2 : 2 + (i % 3) * 0.2));
		const slower = [...often, ...new Array<number>(10).fill(0.3)];
		expect(routineOfSteps(at(slower), step)).toMatchObject({ shows: '10 weeks rising less than usual', direction: -1 });
		const mirrored = slower.map((by) => -by);
		expect(routineOfSteps(at(mirrored), step)).toMatchObject({
			shows: '10 weeks falling less than usual',
			direction: 1
		});
	});

	test('what made the centre is no run against it: only the weeks that are judged are', () => {
		const steps = Array.from({ length: 52 }, (_, i) => (i < 20 && i % 4 === 0 ? -9 : i % 2 ? 0.1 : -0.1));
		const values = steps.reduce((all, by) => [...all, all.at(-1)! + by], [100]);
		expect(routineOfSteps(values, step)).toMatchObject({ p: 1, shows: null });
	});

	test('of what always rises, rising is none; rising faster is', () => {
		const at = (steps: number[]) => steps.reduce((values, by) => [...values, values.at(-1)! + by], [100]);
		const always = wobble(52, 0.2).map((shift) => 1 + shift);
		expect(routineOfSteps(at(always), step)).toMatchObject({ p: 1, shows: null });
		const faster = always.map((by, i) => (i >= 43 ? by + 0.3 : by));
		expect(routineOfSteps(at(faster), step)).toMatchObject({ shows: '9 weeks rising more than usual' });
	});
});

describe('a sum of twelve months', () => {
	const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	/** Months of a business whose customers stay: what a month adds is there in the next one. */
	const staying = (random: Random) => {
		let level = Math.log(1_000_000);
		return Array.from({ length: 48 }, () => Math.exp((level += 0.01 + 0.01 * normal(random))));
	};
	const share = (called: (months: number[]) => number | null) => {
		const random = seededRandom(11);
		const all = Array.from({ length: 300 }, () => called(staying(random)));
		return all.filter((p) => p !== null && p < 0.05).length / all.length;
	};

	test('is judged by its months: its own steps would call three of four quiet businesses out', () => {
		const sumsOf = (months: number[]) =>
			months.slice(11).map((_, i) => Math.log(months.slice(i, i + 12).reduce((sum, month) => sum + month, 0)));
		expect(share((months) => routineOfSteps(sumsOf(months).slice(-25), step).p)).toBeGreaterThan(0.6);
		expect(share((months) => routineOfGrowth(months, step).p)).toBeLessThan(0.05);
	});

	test('a season that comes every year is no signal; a month that breaks off is', () => {
		const months = wobble(48, 2).map((shift, i) => 1000 + 10 * i + 300 * Math.sin((i * Math.PI) / 6) + shift);
		expect(routineOfGrowth(months, step)).toMatchObject({ p: 1, shows: null });
		expect(routineOfGrowth([...months.slice(0, -1), months.at(-1)! * 0.6], step)).toMatchObject({
			shows: 'outside its routine',
			direction: -1
		});
	});

	test('a business that has stopped doubling has not grown faster ever since', () => {
		const young = (i: number) => 1_000_000 * (1 - Math.exp(-(i + 1) / 6));
		const months = wobble(48, 0.01).map((shift, i) => young(i) * Math.exp(shift));
		expect(routineOfGrowth(months, step).shows ?? '').not.toMatch(/faster/);
	});

	test('says nothing of less than two and a half years, or of months without revenue', () => {
		expect(
			routineOfGrowth(
				wobble(28, 2).map((shift) => 1000 + shift),
				step
			)
		).toMatchObject({ p: null });
		expect(routineOfGrowth(new Array<number>(48).fill(0), step)).toMatchObject({ p: null });
	});
});

describe('who answered against how they feel', () => {
	// Kitagawa by hand: shares ½, ½ → ¼, ¾; scores 0 and 40, unchanged: the whole of +10 is mix.
	test('a change that only comes from other people answering is all mix', () => {
		const found = splitOf(nps, [
			{ segment: 'Solo', before: counts(100, 200, 100), after: counts(50, 100, 50) },
			{ segment: 'Team', before: counts(200, 160, 40), after: counts(300, 240, 60) }
		])!;
		expect(found.rate.by).toBeCloseTo(0, 9);
		expect(found.mix.by).toBeCloseTo(10, 9);
		expect(found.mix.isReal).toBe(true);
		expect(found.rate.p).toBeGreaterThan(0.99);
	});

	test('a change inside every segment is all rate', () => {
		const found = splitOf(nps, [
			{ segment: 'Solo', before: counts(100, 200, 100), after: counts(160, 200, 40) },
			{ segment: 'Team', before: counts(200, 160, 40), after: counts(260, 120, 20) }
		])!;
		// (30 + 20) / 2
		expect(found.rate.by).toBeCloseTo(25, 9);
		expect(found.mix).toEqual({ by: 0, isReal: false });
		expect(found.rate.p).toBeLessThan(1e-6);
	});

	test('shares are split in their own unit', () => {
		expect(meanOf(csat, { high: 30, middle: 10, low: 10, answers: 50 })).toEqual({ n: 50, value: 0.6, variance: 0.24 });
		expect(meanOf(csat, { high: 0, middle: 0, low: 0, answers: 0 })).toEqual({ n: 0, value: 0, variance: 0 });
	});

	test('cannot be told with one segment, or with nobody before', () => {
		expect(splitOf(nps, [{ segment: '', before: counts(1, 1, 1), after: counts(1, 1, 1) }])).toBeNull();
		const nobody = counts(0, 0, 0);
		expect(
			splitOf(nps, [
				{ segment: 'Solo', before: nobody, after: counts(5, 5, 5) },
				{ segment: 'Team', before: nobody, after: counts(5, 5, 5) }
			])
		).toBeNull();
	});
});
