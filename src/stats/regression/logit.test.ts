import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose, ok, saysSomething } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/causal.json' with { type: 'json' };
import { logit } from './logit.ts';

const { rows } = reference;
const input = {
	y: rows.map(({ treated }) => treated),
	x: {
		tenure: rows.map(({ tenure }) => tenure),
		prior: rows.map(({ prior }) => prior),
		large: rows.map(({ large }) => large),
		mid: rows.map(({ mid }) => mid)
	}
};

describe('logistic regression', () => {
	test("has R's glm: coefficients, standard errors and deviances", () => {
		const fit = ok(logit(input));
		const told = Object.values(fit.coefficients).map(ok);
		expectClose(
			told.map(({ value }) => value),
			reference.logit.coefficients,
			1e-11
		);
		expectClose(
			told.map(({ se }) => se),
			reference.logit.se,
			1e-11
		);
		expectClose(fit, { deviance: reference.logit.deviance, nullDeviance: reference.logit.nullDeviance }, 1e-10);
	});

	test("clustered by account has sandwich's standard errors", () => {
		const fit = ok(logit(input, { cluster: rows.map(({ account }) => account) }));
		expectClose(
			Object.values(fit.coefficients).map((c) => ok(c).se),
			reference.logit.cluster,
			1e-11
		);
		expect(ok(logit(input, { cluster: rows.map(() => 1) })).coefficients.tenure).toMatchObject({
			reason: 'all rows belong to one account'
		});
	});

	test('one yes-or-no column gives the odds ratio of the table', () => {
		const y = [1, 1, 1, 0, 1, 0, 0, 0, 0, 0];
		const fit = ok(logit({ y, x: { a: [1, 1, 1, 1, 0, 0, 0, 0, 0, 0] } }));
		expectClose(fit.oddsRatios.a, { value: 3 / 1 / (1 / 5) }, 1e-9);
		expect(fit.warnings).toEqual(['fewer than ten of the rarer outcome for each column']);
	});

	test('separation is refused with the name of the column', () => {
		expect(logit({ ...input, x: { ...input.x, outcome: input.y } })).toMatchObject({
			reason: expect.stringContaining('outcome') as string
		});
		expect(logit({ y: [0, 0, 1, 1], x: { a: [1, 2, 3, 4] } })).toMatchObject({ status: 'not_estimable' });
	});

	test('counts as weights are rows', () => {
		const doubled = ok(
			logit({
				y: [...input.y, ...input.y],
				x: Object.fromEntries(Object.entries(input.x).map(([k, v]) => [k, [...v, ...v]]))
			})
		);
		const weighted = ok(logit({ ...input, weights: rows.map(() => 2) }));
		expectClose(
			ok(weighted.coefficients.tenure),
			{ value: ok(doubled.coefficients.tenure).value, se: ok(doubled.coefficients.tenure).se },
			1e-8
		);
	});

	test('the same answer from everybody, a maybe, nobody and missing numbers are dashes', () => {
		expect(logit({ ...input, y: rows.map(() => 1) })).toMatchObject({ reason: 'everybody has the same outcome' });
		expect(logit({ ...input, y: rows.map(() => 0.5) })).toMatchObject({ reason: 'an outcome is neither yes nor no' });
		expect(logit({ y: [], x: {} })).toMatchObject({ status: 'not_estimable' });
		expect(logit({ y: [0, 1], x: { a: [NaN, 1] } })).toMatchObject({ status: 'not_estimable' });
		expect(logit(input, { level: 1 })).toMatchObject({ status: 'not_estimable' });
		expect(logit({ y: [0, 1, 1], x: { a: [0, 0, 0] }, constant: false })).toMatchObject({ reason: 'no column varies' });
	});

	test('without a constant the null model is an even chance', () => {
		const fit = ok(logit({ ...input, constant: false }));
		expectClose(fit, { nullDeviance: 2 * rows.length * Math.LN2, likelihoodRatio: { df: 4 } }, 1e-12);
	});

	test('a copied column is named', () => {
		expect(ok(logit({ ...input, x: { ...input.x, copy: input.x.tenure } })).aliased).toEqual(['copy']);
	});

	test('says something about anything', () => {
		const row = fc.tuple(
			fc.integer({ min: 0, max: 1 }),
			fc.double({ min: -1e9, max: 1e9, noNaN: true }),
			fc.integer({ min: 0, max: 2 })
		);
		const property = fc.property(fc.array(row, { maxLength: 20 }), (any) =>
			saysSomething(logit({ y: any.map(([y]) => y), x: { a: any.map(([, a]) => a), b: any.map(([, , b]) => b) } }))
		);
		expect(() => fc.assert(property)).not.toThrow();
	});
});
