import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { notEstimable } from '#stats/estimate.ts';
import { normalQuantile } from '#stats/distributions/normal.ts';
import { criticalValue } from '#stats/inference.ts';
import { seededRandom } from '#stats/random.ts';
import type { Bet } from './bet.ts';
import { keysFrom, monthsMeasured, statusOf } from './bet.ts';
import { calibration, calibrationText } from './calibration.ts';
import { differenceByDraw } from './difference.ts';
import { drawGroups } from './draw.ts';
import { experimentOf } from './experiment.ts';
import { outcomeOf, whyNoForecast } from './forecast.ts';
import { judgeComparison, judgeDraw } from './judge.ts';
import type { Outcome, RolledOut } from './judge.ts';
import { typedFrom, valueFrom } from './measure.ts';
import { differenceOverTime } from './over-time.ts';
import type { InMonth } from './over-time.ts';
import { moneyPerPoint, twoEffects } from './per-point.ts';
import { smallestDetectable } from './power.ts';
import { detectableWith } from './scatter.ts';
import { verdictLines } from './view/verdict-lines.ts';
import { returnOn } from './worth.ts';

const normal = (random: () => number) => normalQuantile(Math.max(1e-12, random()));
const ok = (value: number) => ({ status: 'ok' as const, value, low: value - 1, high: value + 1, n: 100 });

describe('the smallest effect that would be found', () => {
	test('is that of R: power.t.test(delta = .5) needs 63.77 a side, power.t.test(power = .9, delta = 1) 22.02', () => {
		// R 4, help page of power.t.test, and Cohen 1988, table 2.4.1 (64 a side for d = 0.5).
		expect(smallestDetectable({ sd: 1, gets: 63.76561, not: 63.76561 })).toMatchObject({
			value: expect.closeTo(0.5, 3)
		});
		expect(smallestDetectable({ sd: 1, gets: 22.0211, not: 22.0211 }, { power: 0.9 })).toMatchObject({
			value: expect.closeTo(1, 2)
		});
	});

	test('is larger for unequal groups and wider scatter, and silent where there are few, or nothing scatters', () => {
		const value = (sd: number, gets: number, not: number) => {
			const found = smallestDetectable({ sd, gets, not });
			return found.status === 'ok' ? found.value : Number.NaN;
		};
		expect(value(1, 10, 118)).toBeGreaterThan(value(1, 64, 64));
		expect(value(2, 64, 64)).toBeCloseTo(2 * value(1, 64, 64), 9);
		expect(smallestDetectable({ sd: 1, gets: 9, not: 900 })).toMatchObject({
			reason: expect.stringContaining('only 9')
		});
		expect(smallestDetectable({ sd: 0, gets: 50, not: 50 })).toMatchObject({ status: 'not_estimable' });
		expect(smallestDetectable({ sd: Number.NaN, gets: 50, not: 50 })).toMatchObject({ status: 'not_estimable' });
	});

	test('is not known by answers where nobody has answered', () => {
		const unheard = {
			...{ gets: null, accounts: 200, kept: 0.9, answered: 0, scoreVariance: null, npsVariance: null },
			...{ revenueVariance: 100, beforeVariance: 100, covariance: 80 }
		};
		expect(detectableWith([unheard], { kind: 'draw', share: 0.5 }, 'score')).toEqual(
			notEstimable('none of these customers has answered lately, so that nothing tells how many will')
		);
	});

	test('takes from revenue what the months before already tell: at a correlation of 0.8 a draw sees 0.6 of the size', () => {
		const scattered = {
			...{ gets: null, accounts: 200, kept: 0.9, answered: 0, scoreVariance: null, npsVariance: null },
			...{ revenueVariance: 100, beforeVariance: 100, covariance: 80 }
		};
		const drawn = { kind: 'draw', share: 0.5 } as const;
		const [held, plain] = [scattered, { ...scattered, covariance: 0 }].map((one) =>
			detectableWith([one], drawn, 'revenue')
		);
		if (held.status !== 'ok' || plain.status !== 'ok') throw new Error('both can be told');
		expect(held.value / plain.value).toBeCloseTo(0.6, 9);
		expect(detectableWith([scattered], drawn, 'score')).toMatchObject({ status: 'not_estimable' });
	});
});

describe('the draw', () => {
	const hash = (text: string) => createHash('sha256').update(text).digest('hex');
	const customers = Array.from({ length: 101 }, (_, i) => ({ key: `C${i}`, unit: i < 6 ? 'family' : `C${i}` }));

	test('comes out the same for whoever repeats it, in whatever order, and keeps accounts together', () => {
		const once = drawGroups(customers, { seed: 'a1', share: 0.3, hash });
		const again = drawGroups(customers.toReversed(), { seed: 'a1', share: 0.3, hash });
		const who = (drawn: typeof once) => drawn.flatMap(({ key, gets }) => (gets ? [key] : [])).sort();
		expect(who(again)).toEqual(who(once));
		expect(new Set(once.filter(({ gets }) => gets).map(({ unit }) => unit)).size).toBe(Math.round(0.3 * 96));
		expect(new Set(once.slice(0, 6).map(({ gets }) => gets)).size).toBe(1);
		expect(who(drawGroups(customers, { seed: 'a2', share: 0.3, hash }))).not.toEqual(who(once));
	});

	test('is the one that anybody can work out with another tool', () => {
		// printf 'seed A' | sha256sum of coreutils, and so on: A 51ae…, B af6f…, C c9cf…, D 111d…
		const four = ['A', 'B', 'C', 'D'].map((key) => ({ key, unit: key }));
		const drawn = drawGroups(four, { seed: 'seed', share: 0.5, hash });
		expect(drawn.flatMap(({ key, gets }) => (gets ? [key] : []))).toEqual(['A', 'D']);
	});
});

/** So many accounts a side; who got it ends higher by the effect. */
function trial(effect: number, { accounts = 60, seed = 1, money = 0 } = {}): Outcome[] {
	const random = seededRandom(seed);
	return Array.from({ length: 2 * accounts }, (_, i) => {
		const gets = i % 2 === 0;
		const before = 1000 + 200 * normal(random);
		return {
			...{ unit: `C${i}`, gets, paidThen: true, paysAfter: random() < 0.8, perYearMinor: 1200, before },
			...{ paid: before + 50 * normal(random) + (gets ? money : 0), nps: null },
			score: i % 5 === 4 ? null : 7 + normal(random) + (gets ? effect : 0)
		};
	});
}

const about = { measure: 'score', got: 60, members: 120, margin: null, hasRevenue: true } as const;

describe('what a point is worth by a bet', () => {
	const whom = { segment: null, region: null, plan: null, customers: null };
	const drawn = (number: number, perPoint: ReturnType<typeof notEstimable> | ReturnType<typeof ok>, months = 12) => ({
		number,
		plan: { whom, comparison: { kind: 'draw' as const, share: 0.5 }, series: 'nps:relationship', months },
		verdict: { perPoint }
	});
	const asked = {
		scope: { week: '2026-W47' as const, segment: null, region: null, plan: null, survey: null },
		series: { id: 'nps:relationship' },
		margin: null
	};

	test('is that of the latest that tells one, and where none does, why the latest does not', () => {
		const refused = drawn(9, notEstimable('60 of 60 customers who got it answered and 20 of 60 who did not'));
		expect(experimentOf([refused, drawn(7, ok(500)), drawn(3, ok(200))], asked)).toMatchObject({
			bet: 7,
			perPoint: { value: 500 }
		});
		expect(experimentOf([refused], asked).perPoint).toEqual(
			notEstimable(
				'bet 9 with its hold-out tells no price: 60 of 60 customers who got it answered and 20 of 60 who did not'
			)
		);
		expect(experimentOf([drawn(4, ok(500), 6)], asked).perPoint).toMatchObject({
			reason: expect.stringContaining('twelve months') as string
		});
	});
});

describe('the verdict of a draw', () => {
	test('is the difference of means with Welch’s interval, which is what CR2 comes to for two groups', () => {
		// Welch 1947: se² = Σ s²/n = 2 · (10/10)/11, 20 degrees of freedom as both scatter alike, t = 2.085963.
		const rows = Array.from({ length: 22 }, (_, i) => {
			const gets = i < 11;
			const shift = i % 11 === 10 ? 0 : (i % 11) % 2 === 0 ? 1 : -1;
			return { unit: `C${i}`, gets, y: (gets ? 5 : 2) + shift };
		});
		const margin = 2.085963 * Math.sqrt(2 / 11);
		expect(differenceByDraw(rows)).toMatchObject({
			...{ value: expect.closeTo(3, 9), n: 22 },
			...{ low: expect.closeTo(3 - margin, 5), high: expect.closeTo(3 + margin, 5) }
		});
	});

	test('finds what was planted, and says so in money and by the point', () => {
		const found = judgeDraw(trial(2, { money: 100 }), about);
		if (found.effect.status !== 'ok' || found.worth.status !== 'ok') throw new Error('both can be told');
		expect(found.effect.low).toBeLessThan(2);
		expect(found.effect.high).toBeGreaterThan(2);
		expect(found.effect.low).toBeGreaterThan(0);
		expect(found).toMatchObject({ grade: 'A', definition: { id: 'bet_effect.score.randomised', version: 2 } });
		expect(found.excluded).toEqual([{ count: 24, why: 'customers who gave no answer' }]);
		expect(found.worth.low).toBeLessThan(6000);
		expect(found.worth.high).toBeGreaterThan(6000);
		expect(found.perPoint).toMatchObject({ status: 'ok' });
	});

	test('holds nothing nine times of ten or oftener where nothing was planted', () => {
		const holds = Array.from(
			{ length: 30 },
			(_, i) => judgeDraw(trial(0, { accounts: 30, seed: i + 10 }), about).effect
		).filter((effect) => effect.status === 'ok' && effect.low <= 0 && effect.high >= 0).length;
		expect(holds).toBeGreaterThanOrEqual(27);
	});

	test('is silent with too few accounts, and where nobody’s outcome differs', () => {
		expect(judgeDraw(trial(1, { accounts: 9 }), about).effect).toMatchObject({
			reason: expect.stringContaining('too few accounts')
		});
		const allStay = trial(1).map((one) => ({ ...one, paysAfter: true }));
		expect(judgeDraw(allStay, { ...about, measure: 'staying' }).effect).toEqual(
			notEstimable('every customer’s outcome is the same')
		);
		expect(judgeDraw([], about)).toMatchObject({ effect: { status: 'not_estimable' }, gets: 0, others: 0 });
	});

	test('tells nothing of answers where the bet moved who answers, and of money all the same', () => {
		const rows = trial(2, { money: 100 });
		const onlyWhoGotIt = rows.map((one, i) => (one.gets || i % 3 === 0 ? one : { ...one, score: null, nps: null }));
		const apart = { reason: expect.stringContaining('who got it answered and') as string };
		expect(judgeDraw(onlyWhoGotIt, about)).toMatchObject({
			effect: apart,
			onScore: apart,
			onRevenue: { status: 'ok' }
		});
		expect(judgeDraw(onlyWhoGotIt, { ...about, measure: 'nps' }).effect).toMatchObject(apart);
		const left = rows.filter(({ gets }, i) => gets || i % 3 > 0);
		expect(judgeDraw(left, { ...about, measure: 'revenue' }).effect).toMatchObject({
			reason: expect.stringContaining('can be followed') as string
		});
	});

	test('prices no point where the bet moved who answers, or more of one group is gone', () => {
		const rows = trial(2, { money: 100 });
		const onlyWhoGotIt = rows.map((one, i) => (one.gets || i % 3 === 0 ? one : { ...one, score: null, nps: null }));
		expect(judgeDraw(onlyWhoGotIt, about).perPoint).toMatchObject({
			reason: expect.stringMatching(
				/^\d+ of 60 customers who got it answered and \d+ of 60 who did not: more apart than chance/
			) as string
		});
		const left = rows.filter(({ gets }, i) => gets || i % 3 > 0);
		expect(judgeDraw(left, about)).toMatchObject({
			grade: 'A',
			perPoint: { reason: expect.stringContaining('60 of 60 customers who got it can be followed') as string }
		});
	});

	test('counts a customer kept with what such a customer pays a year', () => {
		const kept = trial(0).map((one) => ({ ...one, paysAfter: one.gets || one.paysAfter }));
		const { effect, worth } = judgeDraw(kept, { ...about, measure: 'staying', margin: 0.5 });
		if (effect.status !== 'ok' || worth.status !== 'ok') throw new Error('both can be told');
		expect(worth.value).toBeCloseTo(effect.value * 60 * 1200 * 0.5, 6);
	});
});

describe('money per point', () => {
	const effects = { money: 300, score: 2, vMoney: 2500, vScore: 0.09, covariance: 4, df: 1e9 };

	test('has Fieller’s ends: there, and only there, money less so much a point is told from nothing by exactly its t', () => {
		const found = moneyPerPoint(effects, 100);
		if (found.status !== 'ok') throw new Error(found.reason);
		const t = criticalValue(0.95, effects.df);
		for (const end of [found.low, found.high]) {
			const se = Math.sqrt(effects.vMoney - 2 * end * effects.covariance + end ** 2 * effects.vScore);
			expect(Math.abs(effects.money - end * effects.score) / se).toBeCloseTo(t, 6);
		}
		expect(found.value).toBe(150);
		expect(found.low).toBeLessThan(150);
		expect(found.high).toBeGreaterThan(150);
	});

	test('is not told where the score may not have moved, whichever way the money went', () => {
		expect(moneyPerPoint({ ...effects, score: 0.5 }, 100)).toEqual(notEstimable('the score did not move beyond noise'));
		expect(moneyPerPoint({ ...effects, score: 0, vScore: 0 }, 100).status).toBe('not_estimable');
	});

	test('finds the planted price in at least nine of ten trials', () => {
		const holds = Array.from({ length: 40 }, (_, i) => {
			const both = twoEffects(trial(2, { seed: i + 100, money: 100 }));
			const found = 'status' in both ? both : moneyPerPoint(both, 120);
			return found.status === 'ok' && found.low <= 50 && found.high >= 50;
		}).filter(Boolean).length;
		expect(holds).toBeGreaterThanOrEqual(36);
	});
});

/** Months −6 to 2; who gets it rises by the effect from the start on, and by the drift in each month before. */
function panel(effect: number, { drift = 0, accounts = 25, months = 6, seed = 1 } = {}): RolledOut[] {
	const random = seededRandom(seed);
	return Array.from({ length: 2 * accounts }, (_, i) => {
		const gets = i % 2 === 0;
		const own = 100 + 20 * normal(random);
		return Array.from({ length: months + 3 }, (_, m): RolledOut => {
			const period = m - months;
			const y = own + 2 * period + 3 * normal(random) + (gets ? drift * period + (period >= 0 ? effect : 0) : 0);
			return { unit: `C${i}`, gets, period, y, value: gets ? 'EMEA' : `R${i % 6}` };
		});
	}).flat();
}

describe('the verdict of a comparison', () => {
	test('of two by two is what Card & Krueger found: 2.76 more full-time places than without the higher wage', () => {
		// Card & Krueger 1994, table 3: New Jersey 20.44 to 21.03, Pennsylvania 23.33 to 21.17; each account its mean.
		const months = [-4, -3, -2, -1, 0];
		const rows = Array.from({ length: 24 }, (_, i) => {
			const gets = i % 2 === 0;
			const shift = (i < 12 ? 1 : -1) * (1 + (i % 5));
			return months.map((period): InMonth => {
				const y = gets ? (period < 0 ? 20.44 : 21.03) : period < 0 ? 23.33 : 21.17;
				// Scatter that is gone from the means of each group, month by month, but for its sign.
				return { unit: `C${i}`, gets, period, y: y + shift * (period % 2 === 0 ? 1 : 0.5) };
			});
		}).flat();
		const { effect } = differenceOverTime(rows);
		expect(effect).toMatchObject({ status: 'ok', value: expect.closeTo(2.75, 1) });
	});

	test('finds what was planted after months in which both groups moved alike', () => {
		const found = judgeComparison(
			panel(10),
			{ ...about, measure: 'revenue', months: 3, customers: { gets: 25, others: 25 }, byValues: true, members: 52 },
			seededRandom(1)
		);
		if (found.effect.status !== 'ok') throw new Error(found.effect.reason);
		expect(found.effect.low).toBeLessThan(30);
		expect(found.effect.high).toBeGreaterThan(30);
		expect(found.effect.low).toBeGreaterThan(0);
		expect(found).toMatchObject({ grade: 'B', effect: { n: 50 }, preTrend: { periods: 6 }, excluded: [{ count: 2 }] });
		expect(found.months).toHaveLength(9);
		// One region of four: chance alone would single it out one time in four.
		expect(found.rollOut).toEqual({ p: 0.25, units: 4 });
	});

	test('holds nothing nine times of ten or oftener where nothing was planted and the groups were alike', () => {
		const told = Array.from(
			{ length: 20 },
			(_, i) => differenceOverTime(panel(0, { accounts: 12, seed: i + 5 })).effect
		).filter(({ status }) => status === 'ok');
		const holds = told.filter((effect) => effect.status === 'ok' && effect.low <= 0 && effect.high >= 0).length;
		expect(told.length).toBeGreaterThanOrEqual(16);
		expect(holds / told.length).toBeGreaterThanOrEqual(0.9);
	});

	test('is refused where the groups moved apart before, or too few months or accounts show it', () => {
		const reason = (rows: readonly InMonth[]) => {
			const { effect } = differenceOverTime(rows);
			return effect.status === 'ok' ? '' : effect.reason;
		};
		expect(reason(panel(0, { drift: 3 }))).toBe('the groups moved apart already before the start');
		expect(reason(panel(5, { months: 3 }))).toContain('3 months before the start show both groups, 4 at least');
		expect(reason(panel(5, { accounts: 8 }))).toContain('too few accounts');
		expect(reason(panel(5).filter(({ period }) => period < 0))).toContain('no month since the start');
		expect(reason([])).toContain('0 months before the start');
	});
});

describe('forecasts', () => {
	const forecast = { value: 2, low: 1, high: 3, worthMinor: 0 };

	test('hold or miss by where what came out lies', () => {
		expect([0.9, 1, 3, 3.1].map((value) => outcomeOf(forecast, ok(value)))).toEqual(['below', 'held', 'held', 'above']);
		expect(outcomeOf(forecast, notEstimable('nobody'))).toBeNull();
		expect(whyNoForecast({ value: 4, low: 1, high: 3 })).toContain('between the two ends');
		expect(whyNoForecast({ value: 1, low: 1, high: 1 })).not.toBeNull();
		expect(whyNoForecast(forecast)).toBeNull();
	});

	test('are counted with Wilson’s interval: 8 of 10 lie between 49.0 and 94.3 of 100', () => {
		// Wilson 1927; the values are those of R's prop.test(8, 10, correct = FALSE).
		const judged = [...Array<number>(8).fill(2), 0, 0].map((value) => ({ forecast, effect: ok(value) }));
		const found = calibration([...judged, { forecast, effect: notEstimable('nobody') }]);
		expect(found).toMatchObject({ held: 8, forecasts: 10, untold: 1 });
		expect(found.share).toMatchObject({ value: 0.8, low: expect.closeTo(0.4902, 4), high: expect.closeTo(0.9433, 4) });
		expect(found.bias).toMatchObject({ value: expect.closeTo(-0.4, 9) });
		expect(calibrationText(found)).toContain('does not differ from the 80 in 100');
	});

	test('tell us when we promise too much, and nothing while there are few', () => {
		const judged = Array.from({ length: 12 }, (_, i) => ({ forecast, effect: ok(i % 3 === 0 ? 0.5 : 0) }));
		expect(calibrationText(calibration(judged))).toBe(
			'We are too sure: our intervals are too narrow. We promise more than comes.'
		);
		expect(calibration(judged.slice(0, 4)).share).toMatchObject({ status: 'not_estimable' });
		expect(calibrationText(calibration([]))).toBe('');
	});
});

test('what is spent comes back with its interval, and nothing is said where it cost nothing', () => {
	expect(returnOn({ status: 'ok', value: 300, low: 50, high: 550, n: 9 }, 100)).toMatchObject({
		value: 2,
		low: -0.5,
		high: 4.5
	});
	expect(returnOn({ status: 'ok', value: 300, low: 50, high: 550, n: 9 }, 0)).toMatchObject({
		status: 'not_estimable'
	});
});

test('a bet is measured in whole months from its start, and stands where its days say', () => {
	expect(monthsMeasured({ startsOn: '2026-12-01', months: 3 })).toEqual({ from: '2026-12-01', to: '2027-03-01' });
	expect(monthsMeasured({ startsOn: '2026-11-30', months: 1 })).toEqual({ from: '2026-12-01', to: '2027-01-01' });
	const bet = (given: object) =>
		({
			plan: { startsOn: '2026-12-01', endsOn: '2026-12-31' },
			start: null,
			stopped: null,
			verdict: null,
			...given
		}) as unknown as Bet;
	expect(statusOf(bet({}), '2027-01-01')).toBe('planned');
	expect(statusOf(bet({ start: {} }), '2026-11-30')).toBe('planned');
	expect(statusOf(bet({ start: {} }), '2026-12-31')).toBe('running');
	expect(statusOf(bet({ start: {} }), '2027-01-01')).toBe('waiting for outcomes');
	expect(statusOf(bet({ start: {}, stopped: {} }), '2027-01-01')).toBe('stopped');
	expect(statusOf(bet({ start: {}, verdict: {} }), '2027-01-01')).toBe('judged');
});

test('keys are read as people paste them, and a forecast as people write it', () => {
	expect(keysFrom(' A-1\r\nB-2,"C 3";A-1\t\n\n')).toEqual(['A-1', 'B-2', 'C 3']);
	expect(valueFrom('staying', 3.5, 'USD')).toBeCloseTo(0.035, 12);
	expect(valueFrom('revenue', 12.34, 'USD')).toBe(1234);
	expect(valueFrom('revenue', 1200, 'JPY')).toBe(1200);
	expect(typedFrom('staying', 0.035, 'USD')).toBe(3.5);
	expect(typedFrom('score', 0.42, 'USD')).toBe(0.42);
});

test('a verdict tells its measure first, never a number for what may be nothing, and each figure explains itself', () => {
	const judgement = judgeDraw(trial(2, { money: 100 }), about);
	const plan = {
		...{
			measure: 'score',
			currency: 'USD',
			costMinor: 100_00,
			startsOn: '2025-01-01',
			months: 12,
			series: 'nps:relationship'
		},
		...{ whom: { segment: null, region: '-', plan: null, customers: null }, comparison: { kind: 'draw', share: 0.5 } },
		forecast: { value: 1, low: 0.5, high: 1.5, worthMinor: 300_00 }
	};
	const verdict = { ...judgement, at: new Date('2026-01-02T00:00:00Z'), by: null };
	const lines = verdictLines({ plan, verdict } as unknown as Bet, verdict);
	expect(lines.map(({ name }) => name)).toEqual([
		...['Mean answer: forecast', 'Mean answer: came out', 'Worth, in revenue', 'Cost', 'Comes back beyond the cost'],
		...['Of revenue per customer', 'Revenue per point moved', 'Followed']
	]);
	expect(lines[0].text).toBe('+1.00 points, 80% between +0.50 points and +1.50 points');
	expect(lines[1].about).toMatchObject({
		...{ grade: 'A', period: { from: '2025-01-01', to: '2026-01-01' }, n: 96 },
		definition: { id: 'bet_effect.score.randomised', version: 2 }
	});
	const ids = lines.flatMap(({ about: behind }) => (behind ? [behind.definition.id] : []));
	expect(new Set(ids).size).toBe(4);

	const nothing = { ...verdict, ...judgeDraw(trial(0, { seed: 3 }), about) };
	const told = verdictLines({ plan, verdict: nothing } as unknown as Bet, nothing);
	expect(told[1].text).toMatch(/^Not detectable in this data \(95%: −[\d.]+ points to \+[\d.]+ points\)$/);
	expect(told.find(({ name }) => name === 'Revenue per point moved')?.text).toBe(
		'— the score did not move beyond noise'
	);
});
