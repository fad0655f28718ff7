import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discountAMonth, groupsLeftOut, monthsAhead } from './assumptions.ts';
import { bandsOfBuyers, bandsOfSubscribers, medianOfBands } from './bands.ts';
import { contractModel } from './contract-value.ts';
import { addValued, customerAssetLines, equity, meanLifetimeValue } from './lifetime-value.ts';
import { purchaseModel } from './purchase-value.ts';
import type { Bought } from './purchase-value.ts';
import { survivalOf } from './survival.ts';
import type { Tenure } from './survival.ts';
import { valuedCells } from './valuation.ts';
import type { ValuedMove } from './valuation.ts';

const tenure = (given: Partial<Tenure>): Tenure => ({
	segment: 'Team',
	group: 0,
	start: '2024-01-01',
	entry: 0,
	time: 1,
	event: true,
	customers: 1,
	...given
});

/** A cohort of which so many are left after 0, 1, 2, … months. */
const cohort = (left: number[], given: Partial<Tenure> = {}): Tenure[] =>
	[
		...left.slice(1).map((after, i) => tenure({ ...given, time: i + 1, customers: left[i] - after })),
		tenure({ ...given, time: left.length - 1, event: false, customers: left.at(-1)! })
	].filter(({ customers }) => customers > 0);

describe('how long subscribers stay', () => {
	// Fader & Hardie 2007, High End: α = 0.668, β = 3.806; forecast of S(8) … S(12): .460 .436 .414 .395 .378.
	const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

	test('as they were seen to, and beyond that as the published fit has it', () => {
		const found = survivalOf(cohort(highEnd));
		if ('reason' in found) throw new Error(found.reason);
		expect(found.tail).toBe('sBG');
		expect(found.share.slice(0, 8).map((share) => Math.round(share * 1000))).toEqual(highEnd);
		// The tail goes on from what was seen (.491), the published forecast from the fitted curve (.485).
		const onFrom = (share: number, month: number) => share * (found.share[7] / fitted(7)) - found.share[month];
		for (const [i, share] of [0.46, 0.436, 0.414, 0.395, 0.378].entries())
			expect(Math.abs(onFrom(share, 8 + i))).toBeLessThan(0.0015);
	});

	/** S(t) of the published parameters. */
	function fitted(months: number): number {
		const [alpha, beta] = [0.668, 3.806];
		let survival = 1;
		for (let t = 1; t <= months; t++) survival *= (beta + t - 1) / (alpha + beta + t - 1);
		return survival;
	}

	test('customers who were there before our books begin count from when we know them', () => {
		// By hand: month 1: 100 at risk, 30 leave. Month 7: those 70 and 30 who came into view at month 6; 20 of 100 leave.
		const found = survivalOf([
			tenure({ time: 1, customers: 30 }),
			tenure({ time: 8, event: false, customers: 70 }),
			tenure({ start: '2023-01-01', entry: 6, time: 7, customers: 20 }),
			tenure({ start: '2023-01-01', entry: 6, time: 9, event: false, customers: 10 })
		]);
		if ('reason' in found) throw new Error(found.reason);
		expect(found.share[6]).toBeCloseTo(0.7, 12);
		expect(found.share[7]).toBeCloseTo(0.7 * 0.8, 12);
	});

	test('is refused with the reason for few customers and for few losses', () => {
		expect(survivalOf(cohort([99, 50]))).toMatchObject({ reason: expect.stringContaining('only 99 subscribers') });
		expect(survivalOf(cohort([1000, 971]))).toMatchObject({
			reason: expect.stringContaining('only 29 subscribers have left')
		});
		expect(survivalOf([])).toMatchObject({ status: 'not_estimable' });
	});
});

describe('the value of a subscriber', () => {
	test('with a constant loss is the closed form: Σ r^k / (1 + d)^(k − 1) over five years', () => {
		const left = Array.from({ length: 25 }, (_, month) => Math.round(100_000 * 0.97 ** month));
		const model = contractModel(cohort(left));
		if (model.status !== 'ok') throw new Error(model.reason);
		const q = 0.97 / (1 + discountAMonth);
		for (const age of [0, 12, 200])
			expect(model.multiplier('Team', age)).toBeCloseTo((0.97 * (1 - q ** monthsAhead)) / (1 - q) / 12, 3);
	});

	test('a segment with too few losses stays as the whole company does', () => {
		const model = contractModel([
			...cohort([1000, 900, 820, 760]),
			...cohort([40, 40, 40, 40], { segment: 'Enterprise' })
		]);
		if (model.status !== 'ok') throw new Error(model.reason);
		const everybody = contractModel([...cohort([1000, 900, 820, 760]), ...cohort([40, 40, 40, 40])]);
		if (everybody.status !== 'ok') throw new Error(everybody.reason);
		expect(model.multiplier('Enterprise', 1)).toBeCloseTo(everybody.multiplier('Team', 1), 12);
		expect(model.multiplier('Enterprise', 1)).toBeGreaterThan(model.multiplier('Team', 1));
	});
});

describe('the value of a buyer without a subscription', () => {
	const { customers: sample } = JSON.parse(readFileSync('tests/reference/stats/lifetime.json', 'utf8')) as {
		customers: Bought[];
	};

	test('is refused with the reason where too few bought, or came back', () => {
		const once = { frequency: 0, recency: 0, age: 30, meanSpend: 0 };
		expect(purchaseModel(sample.slice(0, 99))).toMatchObject({ reason: expect.stringContaining('only 99 customers') });
		expect(purchaseModel([...sample.slice(0, 20), ...Array.from({ length: 400 }, () => once)])).toMatchObject({
			reason: expect.stringMatching(/only \d+ of 420 customers have come back/)
		});
	});

	test('is refused where those who come often spend more each time', () => {
		const correlated = sample.map((customer) => ({
			...customer,
			meanSpend: 1000 + 400 * customer.frequency + customer.age
		}));
		expect(purchaseModel(correlated)).toMatchObject({ reason: expect.stringContaining('the model does not hold') });
	});

	test('grows with how lately they came', () => {
		const model = purchaseModel(sample);
		if (model.status !== 'ok') throw new Error(model.reason);
		const age = Math.max(...sample.map((customer) => customer.age));
		const value = (recency: number) => model.valueOf({ frequency: 3, recency, age, meanSpend: 30 })!;
		expect(value(age / 4)).toBeLessThan(value(age / 2));
		expect(value(age / 2)).toBeLessThan(value(age));
		expect(model.valueOf({ frequency: 2, recency: age, age, meanSpend: -5 })).toBeNull();
	});
});

describe('the customers as an asset', () => {
	const slice = { segment: '', region: '', plan: '' };
	const worth = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: null });
	const move: fc.Arbitrary<ValuedMove> = fc
		.record({
			group: fc.integer({ min: 0, max: groupsLeftOut - 1 }),
			opening: worth,
			closing: worth,
			split: fc.double({ min: -1, max: 1, noNaN: true })
		})
		.filter(({ opening, closing }) => opening !== null || closing !== null)
		.map(({ split, closing, ...rest }) => ({
			...slice,
			...rest,
			closing,
			customers: 1,
			grown: Math.max(0, split * 1000),
			shrunk: Math.min(0, split * 1000),
			closingWithout: new Array<number>(groupsLeftOut).fill(closing ?? 0)
		}));

	test('adds up to the cent, whatever customers did', () => {
		fc.assert(
			fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
				const sums = addValued(valuedCells('2026-10-01', moves));
				const lines = customerAssetLines(sums, 'subscriptions');
				const parts = lines.slice(0, -1).reduce((sum, { minor }) => sum + minor, 0);
				expect(lines.at(-1)!.minor).toBe(parts);
				expect(Math.abs(parts - sums.closing)).toBeLessThanOrEqual(1);
				expect(sums.customersOpening + sums.customersAdded - sums.customersLost).toBe(sums.customersClosing);
			})
		);
	});

	test('the interval comes from leaving out a twentieth at a time', () => {
		// By hand: 200 customers of 100, ten in each group; without group 0 the model would say 119.
		const moves = Array.from({ length: groupsLeftOut }, (_, group): ValuedMove => ({
			...slice,
			group,
			customers: 10,
			opening: null,
			closing: 1000,
			grown: 0,
			shrunk: 0,
			closingWithout: Array.from({ length: groupsLeftOut }, (_, without) => (without === 0 ? 1190 : 1000))
		}));
		const sums = addValued(valuedCells('2026-10-01', moves));
		const mean = meanLifetimeValue(sums);
		// θ̄ = 100.95; Σ(θ − θ̄)² = 19²·19/20 = 342.95; variance 19/20 of it; t of 19 degrees 2.093024.
		const margin = 2.093024054408263 * Math.sqrt((19 / 20) * 342.95);
		expect(mean).toMatchObject({ status: 'ok', value: 100, n: 200, high: expect.closeTo(100 + margin, 8) });
		expect(equity(sums)).toMatchObject({ value: 20_000, high: expect.closeTo(200 * (100 + margin), 6) });
	});

	test('of customers who are all in one of the twentieths there is no mean, rather than one without an end', () => {
		const moves = Array.from({ length: 120 }, (): ValuedMove => ({
			...{ segment: 'Team', region: '', plan: '', group: 7, customers: 1, opening: null, closing: 100 },
			...{ grown: 0, shrunk: 0, closingWithout: new Array<number>(groupsLeftOut).fill(100) }
		}));
		const sums = addValued(valuedCells('2026-10-01', moves));
		expect(meanLifetimeValue(sums)).toMatchObject({ reason: expect.stringContaining('in one group') });
		expect(equity(sums)).toMatchObject({ status: 'not_estimable' });
	});

	test('of few customers there is no mean, and of nobody no asset', () => {
		expect(meanLifetimeValue(addValued([]))).toMatchObject({ reason: 'nobody pays at the end of this month' });
		expect(
			customerAssetLines(addValued([]), 'purchases').every(({ minor, share }) => minor === 0 && share === null)
		).toBe(true);
	});
});

describe('the median', () => {
	test('is that of the values, within the width of a band', () => {
		const values = fc.array(fc.double({ min: 1_00, max: 1e8, noNaN: true }), { minLength: 10, maxLength: 99 });
		fc.assert(
			fc.property(values, (all) => {
				const moves = all.map((closing): ValuedMove => ({
					segment: '',
					region: '',
					plan: '',
					group: 0,
					customers: 1,
					opening: null,
					closing,
					grown: 0,
					shrunk: 0,
					closingWithout: []
				}));
				const bands = bandsOfBuyers('2026-10-01', moves).sort((a, b) => a.band - b.band);
				const median = medianOfBands(bands);
				const middle = all.sort((a, b) => a - b)[Math.ceil(all.length / 2) - 1];
				if (median.status !== 'ok') throw new Error(median.reason);
				expect(Math.abs(Math.log(median.value / middle))).toBeLessThanOrEqual(0.0101);
				expect(median.low).toBeLessThanOrEqual(median.value);
				expect(median.high).toBeGreaterThanOrEqual(median.value);
			})
		);
	});

	test('of few is a dash, and of subscribers follows what they pay and how long their like stay', () => {
		expect(medianOfBands([{ band: 500, customers: 9 }])).toMatchObject({
			reason: 'only 9 customers: too few for a median'
		});
		expect(medianOfBands([])).toMatchObject({ status: 'not_estimable' });
		const model = { status: 'ok', multiplier: () => 3, customers: 1, losses: 1, method: '' } as const;
		const band = Math.round(50 * Math.log(120_00));
		const bands = bandsOfSubscribers(
			'2026-10-01',
			[{ segment: '', region: '', plan: '', age: 5, band, customers: 20 }],
			model
		);
		const median = medianOfBands(bands);
		expect(median.status === 'ok' && Math.abs(Math.log(median.value / (3 * 120_00)))).toBeLessThan(0.0201);
	});
});
