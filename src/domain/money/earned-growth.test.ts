import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earnedGrowthChange, earnedGrowthOf } from './earned-growth.ts';
import type { CameBy, GrowthMove, Movement } from './earned-growth.ts';
import { growthStatementLines } from './growth-statement.ts';

/** Customers of one kind, each with the same revenue before and now. */
const moved = (
	movement: Movement,
	customers: number,
	[before, now]: [number, number],
	cameBy: CameBy = 'unknown'
): GrowthMove => ({
	movement,
	cameBy,
	customers,
	before: before * customers,
	now: now * customers,
	beforeSquared: before ** 2 * customers,
	nowSquared: now ** 2 * customers,
	beforeTimesNow: before * now * customers
});

/** Winning on Purpose, appendix B: 100 become 130; 85 kept, 25 new and earned, 20 new and bought. */
const book = [
	moved('lost', 10, [250, 0]),
	moved('shrank', 10, [250, 150]),
	moved('same', 10, [250, 250]),
	moved('grew', 10, [250, 450]),
	moved('new', 10, [0, 250], 'recommended'),
	moved('new', 10, [0, 200], 'bought')
];

describe('earned growth', () => {
	test('the golden case of Winning on Purpose: 10%, a third of the growth', () => {
		const { rate, ratio, totalGrowth } = earnedGrowthOf(book);
		expect(rate).toMatchObject({ status: 'ok', value: expect.closeTo(0.1, 12), n: 60 });
		expect(ratio).toMatchObject({ value: expect.closeTo(1 / 3, 12) });
		expect(totalGrowth).toBeCloseTo(0.3, 12);
	});

	test('unknown sources widen the range from all bought to all recommended', () => {
		const unknown = [
			...book.slice(0, 4),
			moved('new', 10, [0, 150], 'recommended'),
			moved('new', 10, [0, 150], 'bought'),
			moved('new', 10, [0, 150])
		];
		const { rate } = earnedGrowthOf(unknown);
		expect(rate).toMatchObject({ status: 'ok', value: expect.closeTo(0.075, 12) });
		if (rate.status !== 'ok') return;
		// The bare range is 0 to 15%; the chance of customers comes on top.
		expect(rate.low).toBeLessThan(0);
		expect(rate.high).toBeGreaterThan(0.15);
	});

	test('the interval is the linearised one, counted from the customers themselves', () => {
		const { rate } = earnedGrowthOf(book);
		const pairs = book.flatMap(({ customers, before, now, cameBy, movement }) =>
			Array.from({ length: customers }, () => [
				before / customers,
				movement === 'new' && cameBy === 'bought' ? 0 : now / customers
			])
		);
		const residuals = pairs.reduce((sum, [x, y]) => sum + (y - 1.1 * x) ** 2, 0);
		const margin = (1.959964 * Math.sqrt((residuals * 60) / 59)) / 10_000;
		expect(rate).toMatchObject({ low: expect.closeTo(0.1 - margin, 10), high: expect.closeTo(0.1 + margin, 10) });
	});

	test('when nobody was asked there is a reason with the range, and no figure', () => {
		expect(earnedGrowthOf([...book.slice(0, 4), moved('new', 10, [0, 450])]).rate).toEqual({
			status: 'not_estimable',
			reason: 'no new customer said why they came: between −15.0% and 30.0%'
		});
	});

	test('without growth, without a year before, and with few customers there is a dash', () => {
		expect(earnedGrowthOf(book.slice(0, 4)).ratio).toMatchObject({ status: 'not_estimable' });
		expect(earnedGrowthOf([]).rate).toMatchObject({ reason: 'no revenue was left in the period before' });
		expect(earnedGrowthOf([moved('same', 3, [5, 5])]).rate).toMatchObject({ status: 'not_estimable' });
		expect(earnedGrowthChange([], book)).toBeNull();
	});
});

const movementOf = (before: number, now: number, isNew: boolean): Movement =>
	before <= 0
		? isNew
			? 'new'
			: 'came back'
		: now <= 0
			? 'lost'
			: now < before
				? 'shrank'
				: now > before
					? 'grew'
					: 'same';

describe('the statement', () => {
	test('tells the golden case line by line', () => {
		expect(
			growthStatementLines(book).map(({ name, minor, share, customers }) => [name, minor, share, customers])
		).toEqual([
			['Revenue last year', 10_000, 1, null],
			['Lost', -2_500, -0.25, 10],
			['Shrank', -1_000, -0.1, 10],
			['Grew', 2_000, 0.2, 10],
			['From last year’s customers', 8_500, 0.85, null],
			['New, recommended', 2_500, 0.25, 10],
			['New, bought', 2_000, 0.2, 10],
			['New, source unknown', 0, 0, 0],
			['Came back', 0, 0, 0],
			['Revenue this year', 13_000, 1.3, null]
		]);
	});

	test('money given back last year to customers without revenue has its own line', () => {
		const lines = growthStatementLines([...book, moved('came back', 1, [-40, 10])]);
		expect(lines[0].minor).toBe(9_960);
		expect(lines.find(({ name }) => name === 'Given back last year to others')).toMatchObject({ minor: 40 });
		expect(lines.at(-1)!.minor).toBe(13_010);
	});

	test('adds up to the cent whatever customers did', () => {
		const money = fc.integer({ min: -1e9, max: 1e9 });
		const move = fc
			.record({
				cameBy: fc.constantFrom<CameBy>('recommended', 'bought', 'unknown'),
				isNew: fc.boolean(),
				before: money,
				now: money
			})
			.map(({ cameBy, isNew, before, now }) => moved(movementOf(before, now, isNew), 1, [before, now], cameBy));
		fc.assert(
			fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
				const [start, ...lines] = growthStatementLines(moves);
				let running = start.minor;
				for (const { minor, isTotal } of lines) {
					if (isTotal) expect(minor).toBe(running);
					else running += minor;
				}
				expect(running).toBe(moves.reduce((sum, { now }) => sum + now, 0));
			})
		);
	});
});
