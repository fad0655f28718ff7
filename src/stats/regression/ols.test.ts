import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose, ok, saysSomething, worstError } from '#tests/reference/stats/compare.ts';
import nist from '#tests/reference/stats/nist.json' with { type: 'json' };
import reference from '#tests/reference/stats/ols.json' with { type: 'json' };
import { indicators } from './design.ts';
import type { Errors } from './errors.ts';
import { ols } from './ols.ts';
import type { OlsFit } from './ols-fit.ts';
import { jointTest } from './wald.ts';

const { rows } = reference;
const account = rows.map((row) => row.account);
const input = {
	y: rows.map(({ revenue }) => revenue),
	x: { score: rows.map(({ score }) => score), tenure: rows.map(({ tenure }) => tenure) }
};
const weights = rows.map(({ weight }) => weight);
const told = (fit: OlsFit) => Object.values(fit.coefficients).map(ok);
const se = (errors: Errors) => told(ok(ols(input, { errors }))).map((coefficient) => coefficient.se);

describe('least squares on the reference sets of NIST', () => {
	test('Longley: coefficients to 14 digits, standard errors to 12', () => {
		const fit = ok(ols(nist.longley, { errors: 'classical' }));
		expect(
			worstError(
				told(fit).map(({ value }) => value),
				nist.longley.coefficients
			)
		).toBeLessThan(1e-13);
		expect(
			worstError(
				told(fit).map((c) => c.se),
				nist.longley.se
			)
		).toBeLessThan(1e-11);
		expectClose(fit, { sigma: nist.longley.sigma, r2: nist.longley.r2, df: 9 }, 1e-13);
	});

	test('Filip: ten powers of one column, none aliased, to 7 digits (the powers themselves are rounded)', () => {
		const { x, y, coefficients } = nist.filip;
		const powers = Object.fromEntries(
			Array.from({ length: 10 }, (_, p) => [`x^${p + 1}`, x.map((value) => value ** (p + 1))])
		);
		const fit = ok(ols({ y, x: powers }, { errors: 'classical' }));
		expect(fit.aliased).toEqual([]);
		expect(
			worstError(
				told(fit).map(({ value }) => value),
				coefficients
			)
		).toBeLessThan(1e-7);
		expect(
			worstError(
				told(fit).map((c) => c.se),
				nist.filip.se
			)
		).toBeLessThan(1e-7);
	});
});

describe("least squares has R's standard errors", () => {
	test('coefficients, R², residual deviation and p-values of lm', () => {
		const fit = ok(ols(input, { errors: 'classical' }));
		expectClose(
			told(fit).map(({ value }) => value),
			reference.coefficients,
			1e-12
		);
		expectClose(
			told(fit).map(({ p }) => p),
			reference.p,
			1e-10
		);
		expectClose(fit, { r2: reference.r2, sigma: reference.sigma, n: 60, df: 57 }, 1e-12);
	});

	test.each(['classical', 'HC0', 'HC1', 'HC2', 'HC3', 'HC4'] as const)('%s', (kind) => {
		expectClose(se(kind), reference[kind], 1e-12);
	});

	test('clustered by account, by account and quarter', () => {
		expectClose(se({ cluster: account }), reference.cluster, 1e-12);
		expectClose(se({ cluster: account, and: rows.map(({ quarter }) => quarter) }), reference.twoWay, 1e-10);
	});

	test('CR2 with Satterthwaite degrees of freedom, as clubSandwich', () => {
		const coefficients = told(ok(ols(input, { errors: { cr2: account } })));
		expectClose(
			coefficients.map((c) => c.se),
			reference.cr2.se,
			1e-11
		);
		expectClose(
			coefficients.map((c) => c.df),
			reference.cr2.df,
			1e-10
		);
		expectClose(
			coefficients.map(({ p }) => p),
			reference.cr2.p,
			1e-9
		);
	});

	test('weighted', () => {
		const of = (errors: Errors) => ok(ols({ ...input, weights }, { errors }));
		const { classical, HC3, cluster, coefficients, r2, sigma } = reference.weighted;
		expectClose(
			told(of('classical')).map(({ value }) => value),
			coefficients,
			1e-12
		);
		expectClose(
			told(of('classical')).map((c) => c.se),
			classical,
			1e-12
		);
		expectClose(of('classical'), { r2, sigma }, 1e-12);
		expectClose(
			told(of('HC3')).map((c) => c.se),
			HC3,
			1e-12
		);
		expectClose(
			told(of({ cluster: account })).map((c) => c.se),
			cluster,
			1e-12
		);
	});
});

describe('least squares', () => {
	test('every row its own cluster is HC1', () => {
		expectClose(se({ cluster: rows.map((_, i) => i) }), reference.HC1, 1e-12);
	});

	test('rows of weight 0 are not there; equal weights are none', () => {
		const more = { y: [...input.y, 9e9], x: { score: [...input.x.score, 3], tenure: [...input.x.tenure, 3] } };
		const fit = ok(ols({ ...more, weights: [...rows.map(() => 2), 0] }, { errors: { cluster: [...account, 99] } }));
		expectClose(
			told(fit).map((c) => c.se),
			reference.cluster,
			1e-12
		);
		expect(fit.n).toBe(60);
	});

	test('a column that depends on others is named, not estimated; the others stand', () => {
		const fit = ok(ols({ ...input, x: { ...input.x, months: input.x.tenure.map((t) => 12 * t + 1) } }));
		expect(fit.aliased).toEqual(['months']);
		expect(fit.coefficients.months).toEqual({ status: 'not_estimable', reason: 'depends on the other columns' });
		expectClose(fit.coefficients.score, { value: reference.coefficients[1] }, 1e-12);
	});

	test('a row alone in its category has leverage 1: HC3 says so, HC1 answers', () => {
		const x = {
			...input.x,
			...indicators(
				'segment',
				rows.map((_, i) => (i === 7 ? 'odd' : 'usual')),
				'usual'
			)
		};
		expect(ok(ols({ ...input, x })).coefficients.score).toMatchObject({
			reason: expect.stringContaining('single row') as string
		});
		expect(ok(ols({ ...input, x }, { errors: 'HC1' })).coefficients.score).toMatchObject({ status: 'ok' });
	});

	test('one account has no errors, few accounts warn', () => {
		expect(ok(ols(input, { errors: { cluster: rows.map(() => 1) } })).coefficients.score).toMatchObject({
			reason: 'all rows belong to one account'
		});
		expect(ok(ols(input, { errors: { cluster: account.map((a) => a % 5) } })).warnings).toEqual([
			'fewer than ten accounts: too few for reliable errors'
		]);
		expect(ok(ols(input, { errors: { cluster: account } })).warnings).toEqual([
			'fewer than forty accounts: clustered errors are somewhat too small'
		]);
		expect(ok(ols(input, { errors: { cr2: account } })).warnings).toEqual([]);
	});

	test('without residual degrees of freedom, without rows, with missing numbers: dashes with reasons', () => {
		expect(ols({ y: [1, 2], x: { a: [1, 3] } })).toMatchObject({
			reason: expect.stringContaining('as many columns') as string
		});
		expect(ols({ y: [], x: {} })).toMatchObject({ reason: 'there are no rows' });
		expect(ols({ y: [1, 2, 3], x: { a: [1, NaN, 2] } })).toMatchObject({ reason: 'a row has a missing number' });
		expect(ols({ y: [1, 2, 3], x: { a: [1, 2] } })).toMatchObject({ status: 'not_estimable' });
		expect(ols({ y: [1, 2, 3], x: {}, weights: [-1, 1, 1] })).toMatchObject({ reason: 'a weight is negative' });
		expect(ols({ y: [1, 2, 3], x: {}, weights: [0, 0, 0] })).toMatchObject({ reason: 'no row carries weight' });
		expect(ols({ y: [1, 2, 3], x: { a: [0, 0, 0] }, constant: false })).toMatchObject({ reason: 'no column varies' });
		expect(ols(input, { level: 0 })).toMatchObject({ status: 'not_estimable' });
	});

	test('a constant outcome has no slope and no error', () => {
		const fit = ok(ols({ y: rows.map(() => 5), x: input.x }));
		expect(fit.r2).toBe(0);
		expect(Math.abs(ok(fit.coefficients.score).value)).toBeLessThan(1e-14);
	});

	test('revenue in cents is a hundred times revenue; the order of rows is nothing', () => {
		const cents = told(ok(ols({ ...input, y: input.y.map((y) => 100 * y) }))).map(({ value, low }) => [
			value / 100,
			low / 100
		]);
		const plain = told(ok(ols(input))).map(({ value, low }) => [value, low]);
		expectClose(cents, plain, 1e-12);
		const back = {
			y: input.y.toReversed(),
			x: { score: input.x.score.toReversed(), tenure: input.x.tenure.toReversed() }
		};
		expectClose(
			told(ok(ols(back))).map(({ value, low }) => [value, low]),
			plain,
			1e-11
		);
	});

	test('says something about anything', () => {
		const number = fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constant(1e12));
		const property = fc.property(fc.array(fc.tuple(number, number, number), { maxLength: 12 }), (any) =>
			saysSomething(ols({ y: any.map(([y]) => y), x: { a: any.map(([, a]) => a), b: any.map(([, , b]) => b) } }))
		);
		expect(() => fc.assert(property)).not.toThrow();
	});
});

describe('a joint test', () => {
	test('of one coefficient is its t squared', () => {
		const fit = ok(ols(input, { errors: 'HC3' }));
		const { statistic, p } = ok(fit.coefficients.score);
		expectClose(jointTest(fit, ['score']), { statistic: statistic! ** 2, p: p! }, 1e-11);
	});

	test('of all slopes is the F of the model; of nothing a dash', () => {
		const fit = ok(ols(input, { errors: 'classical' }));
		expectClose(
			jointTest(fit, ['score', 'tenure']),
			{ statistic: (fit.r2 / 2) * (57 / (1 - fit.r2)), df: [2, 57] },
			1e-11
		);
		expect(jointTest(fit, ['weather'])).toMatchObject({ status: 'not_estimable' });
	});
});
