import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose, haveShared, ok, saysSomething, sharedCsv } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/lifetime.json' with { type: 'json' };
import { seededRandom } from '../random.ts';
import { bgNbdFit } from './bg-nbd.ts';
import { bgNbdLogLikelihood, countedAlike } from './bg-nbd-likelihood.ts';
import { bgNbdAlive } from './bg-nbd-alive.ts';
import { bgNbdExpected } from './bg-nbd-expected.ts';
import { discountedCashFlowValue } from './discounted-cash-flow-value.ts';
import { discountedExpectedResidualLifetime, discountPerPeriod } from './discounted-expected-residual-lifetime.ts';
import { gammaGammaFit } from './gamma-gamma.ts';
import { gammaGammaExpected } from './gamma-gamma-expected.ts';
import { sbgFit } from './sbg.ts';
import { sbgSurvival } from './sbg-survival.ts';

const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const regular = [1000, 631, 468, 382, 326, 289, 262, 241];
const { customers } = reference;
const fixed = { r: 0.24, alpha: 4.4, a: 0.79, b: 2.43 };

describe('contracts: the shifted-beta-geometric model', () => {
	test('has the published parameters of Fader & Hardie 2007: 0.668/3.806 and 0.704/1.182', () => {
		const [high, low] = [ok(sbgFit([highEnd])), ok(sbgFit([regular]))];
		expect([high.alpha, high.beta, low.alpha, low.beta].map((p) => Number(p.toFixed(3)))).toEqual([
			0.668, 3.806, 0.704, 1.182
		]);
		expect([high.logLik, low.logLik].map((l) => Number(l.toFixed(1)))).toEqual([-1611.2, -1680.3]);
	});

	test('forecasts ages 8 to 12 as published', () => {
		const periods = sbgSurvival({ alpha: 0.668, beta: 3.806 }, 12);
		expect(Array.isArray(periods) && periods.slice(8).map(({ survival }) => Number(survival.toFixed(3)))).toEqual([
			0.46, 0.436, 0.414, 0.395, 0.378
		]);
	});

	test('several cohorts add up, with standard errors by optim in R', () => {
		const { cohorts, p, logLik, seLog } = reference.sbg;
		const fit = ok(sbgFit(cohorts));
		expectClose([fit.alpha, fit.beta], p, 1e-5);
		expectClose(fit.logLik, logLik, 1e-10);
		expectClose([ok(fit.parameters.alpha).se / fit.alpha, ok(fit.parameters.beta).se / fit.beta], seLog, 1e-4);
	});

	test('the discounted residual lifetime at age 7, 10%: 7.530', () => {
		const value = discountedExpectedResidualLifetime({ alpha: 0.668, beta: 3.806 }, { renewals: 7, discount: 0.1 });
		expect(Number((value as number).toFixed(3))).toBe(7.53);
	});

	test.each(reference.residual)(
		'and by ₂F₁ of the GNU Scientific Library: $renewals renewals at $discount',
		({ renewals, discount, value }) => {
			expectClose(
				discountedExpectedResidualLifetime({ alpha: 0.668, beta: 3.806 }, { renewals, discount }),
				value,
				1e-11
			);
		}
	);

	test('a monthly rate compounds to the yearly one', () => {
		expect((1 + discountPerPeriod(0.1)) ** 12).toBeCloseTo(1.1, 14);
	});

	test('survival falls and retention rises with age, whatever the parameters', () => {
		const positive = fc.double({ min: 0.01, max: 50, noNaN: true });
		const property = fc.property(positive, positive, (alpha, beta) => {
			const periods = sbgSurvival({ alpha, beta }, 30);
			return (
				Array.isArray(periods) &&
				periods.every(
					(p, t) => t < 2 || (p.survival < periods[t - 1].survival && p.retention! > periods[t - 1].retention!)
				)
			);
		});
		expect(() => fc.assert(property)).not.toThrow();
	});

	test('finds its own parameters again in data made from them', () => {
		const periods = sbgSurvival({ alpha: 1.3, beta: 5 }, 12);
		const cohort = Array.isArray(periods) ? periods.map(({ survival }) => 1e6 * survival) : [];
		expectClose(sbgFit([cohort]), { alpha: 1.3, beta: 5 }, 1e-5);
	});

	test.each([
		[[[100, 90]], 'a single renewal tells only the first rate, 0.100'],
		[[[100, 100, 100]], 'nobody has been lost yet'],
		[[[100, 90, 95]], 'a cohort grows again: count returned customers apart'],
		[[], 'no cohort has come to a renewal'],
		[[[100, NaN]], 'a cohort has a missing or negative count'],
		[
			[Array.from({ length: 9 }, (_, t) => 1e6 * 0.9 ** t)],
			'customers are too alike to tell apart: a constant loss of 0.100 a period fits as well'
		]
	])('is a dash that explains itself (%#)', (cohorts, reason) => {
		expect(sbgFit(cohorts)).toEqual({ status: 'not_estimable', reason });
	});

	test('without a discount, or with a nonsensical model, a lifetime is a dash', () => {
		const model = { alpha: 0.6, beta: 3 };
		expect(discountedExpectedResidualLifetime(model, { renewals: 1, discount: 0 })).toMatchObject({
			status: 'not_estimable'
		});
		expect(discountedExpectedResidualLifetime({ alpha: -1, beta: 3 }, { renewals: 1, discount: 0.1 })).toMatchObject({
			status: 'not_estimable'
		});
		expect(discountedExpectedResidualLifetime(model, { renewals: 1, discount: 1e-9 })).toMatchObject({
			status: 'not_estimable'
		});
		expect(sbgSurvival({ alpha: 0, beta: 1 }, 3)).toMatchObject({ status: 'not_estimable' });
		expect(sbgFit([[50, 40, 33]], { level: 1 })).toMatchObject({ status: 'not_estimable' });
		expect(ok(sbgFit([[50, 40, 33]])).warnings).toContain('fewer than 100 customers or 30 losses');
	});
});

describe('no contract: BG/NBD', () => {
	test('the likelihood is that written out in R', () => {
		expectClose(bgNbdLogLikelihood(fixed, countedAlike(customers)), reference.bgNbd.logLikAt, 1e-12);
	});

	test('the fit is that of optim in R, with its standard errors', () => {
		const fit = ok(bgNbdFit(customers));
		const { p, logLik, seLog } = reference.bgNbd;
		expectClose([fit.r, fit.alpha, fit.a, fit.b], p, 1e-3);
		expectClose(fit.logLik, logLik, 1e-9);
		const { parameters } = fit;
		expectClose(
			[parameters.r, parameters.alpha, parameters.a, parameters.b].map((one) => ok(one).se / ok(one).value),
			seLog,
			1e-2
		);
	});

	test.each(reference.cases)(
		'expects what the formula gives: $frequency repeats',
		({ expected, alive, periods, ...customer }) => {
			expectClose(bgNbdExpected(fixed, customer, periods), expected, 1e-9);
			expectClose(bgNbdAlive(fixed, customer), alive, 1e-12);
		}
	);

	test('who never came back is "alive" for want of evidence, and a chance is a chance', () => {
		expect(bgNbdAlive(fixed, { frequency: 0, recency: 0, age: 100 })).toBe(1);
		const property = fc.property(
			fc.integer({ min: 1, max: 2000 }),
			fc.double({ min: 0.01, max: 50, noNaN: true }),
			fc.double({ min: 0, max: 500, noNaN: true }),
			(frequency, recency, more) => {
				const customer = { frequency, recency, age: recency + more };
				const [alive, expected] = [bgNbdAlive(fixed, customer), bgNbdExpected(fixed, customer, 52)];
				return (alive as number) >= 0 && (alive as number) <= 1 && (expected as number) >= 0;
			}
		);
		expect(() => fc.assert(property)).not.toThrow();
	});

	test('a = 1 is no gap, nothing is expected of no time', () => {
		const customer = { frequency: 3, recency: 10, age: 20 };
		const at = (a: number) => bgNbdExpected({ ...fixed, a }, customer, 10) as number;
		expectClose(at(1), (at(0.999) + at(1.001)) / 2, 1e-5);
		expect(bgNbdExpected(fixed, customer, 0)).toBe(0);
	});

	test('the unit of time changes α only', () => {
		const days = customers.map((c) => ({ ...c, recency: 7 * c.recency, age: 7 * c.age }));
		const [weekly, daily] = [ok(bgNbdFit(customers)), ok(bgNbdFit(days))];
		expectClose(daily, { r: weekly.r, alpha: 7 * weekly.alpha, a: weekly.a, b: weekly.b }, 1e-4);
	});

	test('nobody, nobody back, impossible histories are dashes', () => {
		expect(bgNbdFit([])).toMatchObject({ reason: 'there are no customers' });
		expect(bgNbdFit([{ frequency: 0, recency: 0, age: 5 }])).toMatchObject({ reason: 'nobody has come back yet' });
		expect(bgNbdFit([{ frequency: 1, recency: 9, age: 5 }])).toMatchObject({ status: 'not_estimable' });
		expect(bgNbdFit([{ frequency: 0, recency: 0, age: 0 }])).toMatchObject({
			reason: 'nobody has been a customer for any time'
		});
		expect(bgNbdFit(customers, { level: 5 })).toMatchObject({ status: 'not_estimable' });
		expect(bgNbdAlive({ ...fixed, r: 0 }, customers[0])).toMatchObject({ status: 'not_estimable' });
		expect(bgNbdExpected(fixed, { frequency: 2, recency: 0, age: 1 }, 5)).toMatchObject({ status: 'not_estimable' });
		expect(saysSomething(bgNbdFit([{ frequency: 3, recency: 4, age: 5 }]))).toBe(true);
	});
});

describe('spend per purchase: Gamma-Gamma', () => {
	test('the fit is that of optim in R, with its standard errors', () => {
		const fit = ok(gammaGammaFit(customers));
		const { p, logLik, seLog } = reference.gammaGamma;
		expectClose([fit.p, fit.q, fit.v], p, 1e-3);
		expectClose(fit.logLik, logLik, 1e-10);
		expectClose(
			[fit.parameters.p, fit.parameters.q, fit.parameters.v].map((one) => ok(one).se / ok(one).value),
			seLog,
			1e-2
		);
	});

	test('a customer of few purchases is drawn towards all', () => {
		const model = { p: 6.25, q: 3.74, v: 15.4 };
		expectClose(
			gammaGammaExpected(model, { frequency: 2, meanSpend: 22 }),
			(6.25 * (15.4 + 44)) / (12.5 + 2.74),
			1e-14
		);
		expectClose(gammaGammaExpected(model, { frequency: 0, meanSpend: 0 }), (6.25 * 15.4) / 2.74, 1e-14);
		expect(gammaGammaExpected({ ...model, q: 0.9 }, { frequency: 0, meanSpend: 0 })).toMatchObject({
			status: 'not_estimable'
		});
		expect(gammaGammaExpected(model, { frequency: 1, meanSpend: -3 })).toMatchObject({ status: 'not_estimable' });
		expect(gammaGammaExpected({ ...model, p: NaN }, { frequency: 1, meanSpend: 3 })).toMatchObject({
			status: 'not_estimable'
		});
	});

	test('customers whose refunds ate their purchases are left out and counted', () => {
		const refunds = [...customers, { frequency: 2, meanSpend: -5 }, { frequency: 1, meanSpend: 0 }];
		expect(ok(gammaGammaFit(refunds)).excluded).toBe(
			2 + customers.filter((c) => c.frequency > 0 && c.meanSpend <= 0).length
		);
	});

	test('frequency that goes with spend is refused; so are equal, missing and no amounts', () => {
		const random = seededRandom(2);
		const linked = Array.from({ length: 60 }, (_, i) => ({
			frequency: 1 + (i % 9),
			meanSpend: 10 * (1 + (i % 9)) + random()
		}));
		expect(gammaGammaFit(linked)).toMatchObject({ reason: expect.stringContaining('spend more each time') as string });
		expect(gammaGammaFit([])).toMatchObject({ reason: 'fewer than two customers have bought for money' });
		expect(gammaGammaFit(Array.from({ length: 9 }, () => ({ frequency: 2, meanSpend: 5 })))).toMatchObject({
			reason: 'everybody spends the same'
		});
		expect(gammaGammaFit([{ frequency: 2, meanSpend: NaN }])).toMatchObject({ reason: 'a customer has no amount' });
		expect(gammaGammaFit(customers, { level: 0 })).toMatchObject({ status: 'not_estimable' });
	});
});

describe('the value of a customer', () => {
	const model = {
		purchases: fixed,
		spend: { p: 6.25, q: 3.74, v: 15.4 },
		customer: { frequency: 2, recency: 30.43, age: 38.86, meanSpend: 22.35 }
	};

	test('is expected purchases times spend, month by month, discounted; margin scales it', () => {
		const undiscounted = discountedCashFlowValue({ ...model, months: 12, discount: 0 });
		const purchases = bgNbdExpected(fixed, model.customer, 12 * 4.345) as number;
		expectClose(undiscounted, purchases * (gammaGammaExpected(model.spend, model.customer) as number), 1e-12);
		expectClose(
			discountedCashFlowValue({ ...model, months: 12, discount: 0, margin: 0.25 }),
			(undiscounted as number) / 4,
			1e-12
		);
		expect(discountedCashFlowValue({ ...model, months: 12, discount: 0.01 })).toBeLessThan(undiscounted as number);
		expect(discountedCashFlowValue({ ...model, months: 0, discount: 0.01 })).toBe(0);
	});

	test('is a dash where purchases or spend are, or the horizon makes no sense', () => {
		expect(discountedCashFlowValue({ ...model, months: -1, discount: 0 })).toMatchObject({ status: 'not_estimable' });
		expect(
			discountedCashFlowValue({ ...model, customer: { ...model.customer, meanSpend: -1 }, months: 3, discount: 0 })
		).toMatchObject({ status: 'not_estimable' });
		expect(discountedCashFlowValue({ ...model, purchases: { ...fixed, r: -1 }, months: 3, discount: 0 })).toMatchObject(
			{ status: 'not_estimable' }
		);
	});
});

describe('CDNOW', () => {
	const cdnow = () =>
		sharedCsv('cdnow/cdnow_customers_summary_with_transactions.csv').map(({ x, t_x, T, zbar }) => ({
			frequency: Number(x),
			recency: Number(t_x),
			age: Number(T),
			meanSpend: Number(zbar)
		}));

	test.skipIf(!haveShared('cdnow/cdnow_customers_summary_with_transactions.csv'))(
		'has the parameters and values that lifetimes documents (needs ../shared/data)',
		() => {
			const all = cdnow();
			const purchases = ok(bgNbdFit(all));
			expectClose(
				purchases,
				{ r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425754, logLik: -9582.4256, n: 2357 },
				1e-6
			);
			expectClose(bgNbdExpected(purchases, { frequency: 2, recency: 30.43, age: 38.86 }, 39), 1.22591, 1e-6);
			const spend = ok(gammaGammaFit(all));
			expectClose(spend, { p: 6.248802, q: 3.744589, v: 15.447751, n: 946 }, 1e-6);
			// lifetimes' example takes a month for 30 units of time, though its unit is a week
			const value = (customer: (typeof all)[number]) =>
				discountedCashFlowValue({ purchases, spend, customer, months: 12, discount: 0.01, unitsPerMonth: 30 });
			expectClose(all.slice(0, 3).map(value), [140.096211, 18.943467, 38.180574], 1e-6);
		}
	);
});
