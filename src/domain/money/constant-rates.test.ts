import { describe, expect, test } from 'vitest';
import { ratesText } from './constant-rates.ts';
import { basesOf, tellsOtherwise } from './retention-bases.ts';
import type { RetentionMove } from './retention-state.ts';
import { statesAt } from './retention.ts';

const of = (currency: string, reportingPerUnit: number, isKnown = true) => ({
	...{ currency, reportingPerUnit, isKnown },
	fromDay: '2026-03-01'
});
const on = { on: '2025-11-29', into: 'USD', unrated: 0 };

describe('at which rates other currencies count', () => {
	test('is told with its day, as it was set', () => {
		expect(ratesText([of('EUR', 1.0842), of('JPY', 0.0067)], on)).toBe(
			'Money in other currencies counts, then and now, at the rates of 29 Nov 2025: 1 EUR = 1.0842 USD; 1 JPY = 0.0067 USD'
		);
	});

	test('tells the first rate of a currency that had none on that day, and for how many customers', () => {
		const francs = [of('CHF', 1.25, false)];
		expect(ratesText(francs, { ...on, unrated: 1 })).toContain(
			'1 CHF = 1.25 USD, the first there is, of 1 Mar 2026. Of them 1 customer had paid or pays in a currency without a rate on that day, and counts at its first one, then and now'
		);
		expect(ratesText(francs, { ...on, unrated: 1200 })).toContain('1,200 customers had paid or pay');
	});

	test('of many currencies tells some, and how many more there are', () => {
		const many = ['AUD', 'CAD', 'CHF', 'EUR', 'GBP', 'JPY'].map((currency) => of(currency, 1));
		expect(ratesText(many, on)).toMatch(/1 EUR = 1 USD and 2 more$/);
	});
});

describe('the base of retention, counted in each way', () => {
	const [nothing] = statesAt([], ['2026-01-05']);
	const move = (customersThen: number, revenueNow: number, of: Partial<RetentionMove> = {}): RetentionMove => ({
		...nothing,
		...{ week: '2026-01-05', customersThen, revenueNow, isFamily: false, isConstant: false },
		...of
	});
	const weeks = { shown: ['2026-01-05'], routine: ['2026-01-05'], before: '2025-01-06' };
	const told = ({ shown: [{ customersThen, revenueNow }] }: { shown: (typeof nothing)[] }) => [
		customersThen,
		revenueNow
	];
	const all = [
		move(3, 300),
		move(-1, 0, { isFamily: true }),
		move(0, -50, { isConstant: true }),
		move(0, 7, { isFamily: true, isConstant: true })
	];

	test('as accounts or each for itself, as booked or at one rate, and as it was first', () => {
		const together = basesOf(all, weeks, { together: true });
		expect([told(together.first), told(together.asBooked), told(together.atConstantRate)]).toEqual([
			[3, 300],
			[2, 300],
			[2, 257]
		]);
		const apart = basesOf(all, weeks, { together: false });
		expect([told(apart.first), told(apart.asBooked), told(apart.atConstantRate)]).toEqual([
			[3, 300],
			[3, 300],
			[3, 250]
		]);
	});

	test('is the very same at one rate where nobody pays in another currency', () => {
		const { asBooked, atConstantRate } = basesOf(all.slice(0, 2), weeks, { together: true });
		expect(atConstantRate).toBe(asBooked);
	});

	test('differs by what a reader sees, or by being there at all', () => {
		expect(tellsOtherwise([0.9, null], [0.9004, null])).toBe(false);
		expect(tellsOtherwise([0.9, 0.9], [0.9, 0.901])).toBe(true);
		expect(tellsOtherwise([0.9, null], [0.9, 0.9])).toBe(true);
	});
});
