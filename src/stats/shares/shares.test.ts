import { describe, expect, test } from 'vitest';
import { expectClose, ok } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/shares.json' with { type: 'json' };
import { proportion } from './proportion.ts';
import { proportionDifference } from './proportion-difference.ts';

describe('a share of customers', () => {
	test.each(reference.wilson)("has R's Wilson interval: $count of $n", ({ count, n, low, high }) => {
		expectClose(proportion({ count, n }), { value: count / n, low, high }, 1e-12);
	});

	test.each(reference.exact)("has R's exact interval: $count of $n", ({ count, n, low, high }) => {
		expectClose(proportion({ count, n }, { method: 'clopper-pearson' }), { low, high }, 1e-11);
	});

	test.each(reference.exact99)('has it at 99% too: $count of $n', ({ count, n, low, high }) => {
		expectClose(proportion({ count, n }, { method: 'clopper-pearson', level: 0.99 }), { low, high }, 1e-11);
	});

	test.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718]
	])('agrees with table I of Newcombe 1998: %i of %i', (count, n, low, high) => {
		const share = ok(proportion({ count, n }));
		expect([share.low, share.high].map((limit) => Number(limit.toFixed(4)))).toEqual([low, high]);
	});

	test('none seen leaves room for up to 3/n', () => {
		const share = ok(proportion({ count: 0, n: 300 }));
		expect(share.high).toBeGreaterThan(0.009);
		expect(share.warnings).toEqual(['none seen: up to about 1.0% are possible']);
	});

	test.each([
		[{ count: 0, n: 0 }, 'nobody'],
		[{ count: 5, n: 4 }, 'do not fit'],
		[{ count: -1, n: 4 }, 'do not fit'],
		[{ count: NaN, n: 4 }, 'missing']
	])('is a dash that explains itself for %j', (share, reason) => {
		expect(proportion(share)).toEqual({ status: 'not_estimable', reason: expect.stringContaining(reason) as string });
	});

	test('refuses a level outside 0 to 1', () => {
		expect(proportion({ count: 1, n: 2 }, { level: 95 }).status).toBe('not_estimable');
		expect(proportionDifference({ count: 1, n: 2 }, { count: 1, n: 2 }, { level: 1 }).status).toBe('not_estimable');
	});
});

describe('a difference of two shares', () => {
	test.each([
		[56, 70, 48, 80, 0.0524, 0.3339],
		[9, 10, 3, 10, 0.1705, 0.809],
		[6, 7, 2, 7, 0.0582, 0.8062],
		[5, 56, 0, 29, -0.0381, 0.1926],
		[0, 10, 0, 20, -0.1611, 0.2775],
		[0, 10, 0, 10, -0.2775, 0.2775],
		[10, 10, 0, 20, 0.6791, 1],
		[10, 10, 0, 10, 0.6075, 1]
	])('agrees with table II of Newcombe 1998, method 10: %i/%i − %i/%i', (a, m, b, n, low, high) => {
		const change = ok(proportionDifference({ count: b, n }, { count: a, n: m }));
		expect([change.low, change.high].map((limit) => Number(limit.toFixed(4)) + 0)).toEqual([low, high]);
	});

	test.each(reference.test)("is tested as R's prop.test does", ({ a, b, p }) => {
		expectClose(proportionDifference(a, b), { p }, 1e-11);
	});

	test('changes sign when the sides change', () => {
		const [up, down] = [
			proportionDifference({ count: 3, n: 40 }, { count: 9, n: 30 }),
			proportionDifference({ count: 9, n: 30 }, { count: 3, n: 40 })
		].map(ok);
		expect(up.low).toBeCloseTo(-down.high, 14);
	});

	test('is a dash when one side is empty', () => {
		expect(proportionDifference({ count: 0, n: 0 }, { count: 1, n: 2 }).status).toBe('not_estimable');
	});
});
