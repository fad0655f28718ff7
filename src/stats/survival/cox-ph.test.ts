import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose, haveShared, ok, saysSomething, sharedCsv } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/cox.json' with { type: 'json' };
import { coxSurvival } from './cox-baseline.ts';
import type { CoxFit } from './cox-fit.ts';
import { coxPh } from './cox-ph.ts';
import { logRank } from './log-rank.ts';

const { rows } = reference;
const column = <K extends keyof (typeof rows)[number]>(of: K) => rows.map((row) => row[of]);
const input = { time: column('time'), event: column('event'), x: { score: column('score'), tenure: column('tenure') } };
const late = { ...input, entry: column('entry') };
const told = (fit: CoxFit) => Object.values(fit.coefficients).map(ok);

describe("Cox regression has R survival's results", () => {
	test.each([
		['Efron ties', input, {}, reference.plain],
		['Breslow ties', input, { ties: 'breslow' }, reference.breslow],
		['customers who enter late', late, {}, reference.late],
		['strata', { ...input, stratum: column('stratum') }, {}, reference.stratified],
		['weights', { ...input, weights: column('weight') }, {}, reference.weighted],
		['clustered by account', input, { cluster: column('account') }, reference.clustered],
		[
			'clustered by account, Breslow ties',
			input,
			{ ties: 'breslow', cluster: column('account') },
			reference.breslowClustered
		],
		[
			'late entry, strata, weights and clusters together',
			{ ...late, stratum: column('stratum'), weights: column('weight') },
			{ cluster: column('account') },
			reference.robustWeighted
		]
	] as const)('%s', (_, given, options, wanted) => {
		const fit = ok(coxPh(given, options));
		expectClose(
			told(fit).map(({ value }) => value),
			wanted.coefficients,
			1e-9
		);
		expectClose(
			told(fit).map(({ se }) => se),
			wanted.se,
			1e-9
		);
		expectClose([fit.logLik.start, fit.logLik.end], wanted.logLik, 1e-11);
		expectClose(fit.tests, { score: { statistic: wanted.score }, wald: { statistic: wanted.wald } }, 1e-8);
		expectClose(fit.concordance, wanted.concordance, 1e-12);
		expect(fit.converged).toBe(true);
	});

	test.each([
		['plain', input, reference.plain.zph],
		['late', late, reference.late.zph],
		['stratified', { ...input, stratum: column('stratum') }, reference.stratified.zph]
	])('and its test of proportional hazards: %s', (_, given, zph) => {
		const { columns, global } = ok(ok(coxPh(given)).proportionality);
		expectClose([columns.score.statistic, columns.tenure.statistic, global.statistic], zph, 1e-8);
	});

	test('and its predicted survival', () => {
		const { baseline } = ok(coxPh(input));
		const { times, low, high } = reference.predicted;
		expectClose(
			times.map((t) => coxSurvival(baseline, { score: 2, tenure: 10 }, t)),
			low,
			1e-9
		);
		expectClose(
			times.map((t) => coxSurvival(baseline, { score: 9, tenure: 50 }, t)),
			high,
			1e-9
		);
		expect(coxSurvival(baseline, { score: 2 }, 3)).toMatchObject({ status: 'not_estimable' });
		expect(coxSurvival(baseline, { score: 2, tenure: 1 }, 999)).toMatchObject({
			reason: 'nobody has been followed for 999 yet'
		});
		expect(coxSurvival(baseline, { score: 2, tenure: 1 }, 3, 7)).toMatchObject({ status: 'not_estimable' });
	});

	test('ovarian: −0.804 and 0.147', () => {
		const { time, event, rx, age, coefficients, se } = reference.ovarian;
		const fit = ok(coxPh({ time, event, x: { rx, age } }));
		expectClose(
			told(fit).map(({ value }) => value),
			coefficients,
			1e-8
		);
		expectClose(
			told(fit).map((c) => c.se),
			se,
			1e-8
		);
	});
});

describe('Cox regression', () => {
	test('without ties its score test is the log-rank test', () => {
		const distinct = rows.map((row, i) => ({
			time: row.time + i / 1000,
			event: row.event === 1,
			group: row.score > 5 ? 'high' : 'low'
		}));
		const fit = ok(
			coxPh({
				time: distinct.map(({ time }) => time),
				event: distinct.map(({ event }) => event),
				x: { high: distinct.map(({ group }) => (group === 'high' ? 1 : 0)) }
			})
		);
		expectClose(fit.tests.score, { statistic: ok(logRank(distinct)).statistic }, 1e-10);
	});

	test('swapping the labels of two groups turns the sign, scaling a column scales its ratio', () => {
		const binary = rows.map(({ score }) => (score > 6 ? 1 : 0));
		const of = (list: number[]) => ok(ok(coxPh({ ...input, x: { list } })).coefficients.list);
		expectClose(of(binary.map((b) => 1 - b)), { value: -of(binary).value, se: of(binary).se }, 1e-9);
		expectClose(of(column('tenure').map((t) => 1e6 * t)), { value: of(column('tenure')).value / 1e6 }, 1e-9);
	});

	test('the order of rows is nothing', () => {
		const back = {
			time: input.time.toReversed(),
			event: input.event.toReversed(),
			x: { score: input.x.score.toReversed(), tenure: input.x.tenure.toReversed() }
		};
		expectClose(
			told(ok(coxPh(back))).map(({ value, se }) => [value, se]),
			told(ok(coxPh(input))).map(({ value, se }) => [value, se]),
			1e-11
		);
	});

	test('hazard ratios are the exponentials, with theirs as limits', () => {
		const fit = ok(coxPh(input));
		const { value, low, high } = ok(fit.coefficients.score);
		expectClose(fit.hazardRatios.score, { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) }, 1e-14);
	});

	test('a column that separates leavers from stayers has no finite ratio, and the test still stands', () => {
		const fit = ok(coxPh({ ...input, x: { unhappy: input.event, score: input.x.score } }));
		expect(fit.separated).toEqual(['unhappy']);
		expect(fit.hazardRatios.unhappy).toMatchObject({ reason: expect.stringContaining('separates') as string });
		expect(fit.tests.likelihoodRatio.p).toBeLessThan(1e-4);
		expect(fit.warnings).toContain('no finite estimate for: unhappy');
		expect(fit.tests.wald).toBeNull();
	});

	test('a constant and a copy carry nothing and are named', () => {
		const fit = ok(
			coxPh({ ...input, x: { ...input.x, one: rows.map(() => 3), copy: input.x.score.map((s) => 2 * s + 1) } })
		);
		expect(fit.aliased).toEqual(['one', 'copy']);
		expectClose(fit.coefficients.score, { value: reference.plain.coefficients[0] }, 1e-8);
	});

	test('huge columns do not overflow', () => {
		const fit = coxPh({ ...input, x: { revenue: column('tenure').map((t) => 1e12 * (t + 1)) } });
		expect(saysSomething(fit)).toBe(true);
	});

	test('no events, nothing to compare, nobody, late leavers and missing numbers are dashes', () => {
		expect(coxPh({ ...input, event: rows.map(() => 0) })).toMatchObject({ reason: 'nobody has left yet' });
		expect(coxPh({ ...input, x: {} })).toMatchObject({ reason: 'there is nothing to compare by' });
		expect(coxPh({ ...input, x: { one: rows.map(() => 1) } })).toMatchObject({
			reason: expect.stringContaining('nothing varies') as string
		});
		expect(coxPh({ time: [], event: [], x: { a: [] } })).toMatchObject({ reason: 'there is nobody to follow' });
		expect(coxPh({ ...input, entry: rows.map(() => 99) })).toMatchObject({
			reason: 'nobody was followed for any time'
		});
		expect(coxPh({ ...input, time: rows.map(() => -1) })).toMatchObject({ reason: 'a duration is negative' });
		expect(coxPh({ ...input, time: rows.map(() => NaN) })).toMatchObject({ reason: 'a row has a missing number' });
		expect(coxPh({ ...input, weights: rows.map(() => -1) })).toMatchObject({ reason: 'a weight is negative' });
		expect(coxPh({ ...input, event: [1] })).toMatchObject({ status: 'not_estimable' });
		expect(coxPh(input, { level: 0 })).toMatchObject({ status: 'not_estimable' });
	});

	test('all leaving at once, or one customer, tell nothing', () => {
		expect(coxPh({ time: [3], event: [1], x: { a: [1] } })).toMatchObject({ status: 'not_estimable' });
		expect(saysSomething(coxPh({ time: [3, 3, 3], event: [1, 1, 1], x: { a: [1, 2, 3] } }))).toBe(true);
	});

	test('says something about anything', () => {
		const row = fc.record({
			time: fc.integer({ min: 0, max: 6 }),
			event: fc.boolean(),
			a: fc.integer({ min: -2, max: 2 }),
			b: fc.double({ min: -1e6, max: 1e6, noNaN: true })
		});
		const property = fc.property(fc.array(row, { maxLength: 25 }), (any) =>
			saysSomething(
				coxPh({
					time: any.map(({ time }) => time),
					event: any.map(({ event }) => event),
					x: { a: any.map(({ a }) => a), b: any.map(({ b }) => b) }
				})
			)
		);
		expect(() => fc.assert(property)).not.toThrow();
	});
});

describe('on the data beside the project', () => {
	const number = (list: readonly Record<string, string>[], name: string) => list.map((row) => Number(row[name]));

	test.skipIf(!haveShared('survival/lung.csv'))(
		'lung ~ age + sex + ph.ecog as R prints it (needs ../shared/data)',
		() => {
			const lung = sharedCsv('survival/lung.csv').filter((row) => row['ph.ecog'] !== '');
			const x = { age: number(lung, 'age'), sex: number(lung, 'sex'), ecog: number(lung, 'ph.ecog') };
			const fit = ok(coxPh({ time: number(lung, 'time'), event: number(lung, 'status'), x }));
			expectClose(
				told(fit).map(({ value }) => value),
				[0.01106676456, -0.5526123957, 0.46372847537],
				1e-8
			);
			expectClose(
				told(fit).map(({ se }) => se),
				[0.009267411014, 0.167739053787, 0.113577266162],
				1e-8
			);
			expectClose([fit.logLik.start, fit.logLik.end], [-744.4804558, -729.2301214], 1e-9);
			expectClose(fit.concordance, 0.637135493, 1e-8);
			const { columns, global } = ok(fit.proportionality);
			expectClose(
				[columns.age.statistic, columns.sex.statistic, columns.ecog.statistic, global.statistic],
				[0.187988, 2.305437, 2.054249, 4.463658],
				1e-5
			);
			const breslow = ok(coxPh({ time: number(lung, 'time'), event: number(lung, 'status'), x }, { ties: 'breslow' }));
			expectClose(
				told(breslow).map(({ value }) => value),
				[0.01104113635, -0.55188956979, 0.46294704059],
				1e-8
			);
		}
	);

	test.skipIf(!haveShared('survival/rossi.csv'))('rossi as R prints it (needs ../shared/data)', () => {
		const rossi = sharedCsv('survival/rossi.csv');
		const x = Object.fromEntries(
			['fin', 'age', 'race', 'wexp', 'mar', 'paro', 'prio'].map((name) => [name, number(rossi, name)])
		);
		const fit = ok(coxPh({ time: number(rossi, 'week'), event: number(rossi, 'arrest'), x }));
		expectClose(
			told(fit).map(({ value }) => value),
			[-0.37942216649, -0.05743774268, 0.31389978784, -0.14979569767, -0.43370387794, -0.0848710825, 0.09149708099],
			1e-8
		);
		expectClose(
			told(fit).map(({ se }) => se),
			[0.19137948071, 0.0219994706, 0.30799277656, 0.21222429625, 0.38186805767, 0.19575667191, 0.02864854996],
			1e-8
		);
		expectClose(fit, { logLik: { start: -675.3806323, end: -658.7476594 }, concordance: 0.6403292471 }, 1e-9);
	});

	test.skipIf(!haveShared('telco/Telco-Customer-Churn.csv'))(
		'telco: five columns over 7,032 customers (needs ../shared/data)',
		() => {
			const telco = sharedCsv('telco/Telco-Customer-Churn.csv').filter(({ tenure }) => Number(tenure) > 0);
			const flag = (name: string, value: string) => telco.map((row) => (row[name] === value ? 1 : 0));
			const x = {
				oneYear: flag('Contract', 'One year'),
				twoYear: flag('Contract', 'Two year'),
				charges: number(telco, 'MonthlyCharges'),
				senior: number(telco, 'SeniorCitizen'),
				partner: flag('Partner', 'Yes')
			};
			const fit = ok(coxPh({ time: number(telco, 'tenure'), event: flag('Churn', 'Yes'), x }));
			expectClose(
				told(fit).map(({ value }) => value),
				[-2.13107386098, -4.10794831553, 0.00111585954, 0.04654783285, -0.62813217894],
				1e-8
			);
			expectClose(
				told(fit).map(({ se }) => se),
				[0.084214698956, 0.1585148395769, 0.0009249833326, 0.054892606878, 0.0499026840836],
				1e-8
			);
			expectClose(
				[fit.logLik.start, fit.logLik.end, fit.concordance],
				[-15653.03964, -14260.82373, 0.8046626702],
				1e-9
			);
		}
	);
});
