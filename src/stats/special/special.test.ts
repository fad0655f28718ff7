import { expect, test } from 'vitest';
import reference from '../../../tests/reference/stats/special.json' with { type: 'json' };
import { betaQuantile } from '../distributions/beta.ts';
import { chiSquaredCdf, chiSquaredUpper } from '../distributions/chi-squared.ts';
import { fisherFUpper } from '../distributions/fisher-f.ts';
import { normalCdf, normalQuantile, normalTwoSided, normalUpper } from '../distributions/normal.ts';
import { studentTQuantile, studentTTwoSided, studentTUpper } from '../distributions/student-t.ts';
import { logBeta, regularizedBeta } from './beta.ts';
import { digamma, trigamma } from './digamma.ts';
import { logGamma } from './gamma.ts';
import { hypergeometric2F1 } from './hypergeometric.ts';
import { regularizedGammaP, regularizedGammaQ } from './incomplete-gamma.ts';
import { logDiffExp, logistic, logOnePlusExp, logSumExp } from './log-space.ts';

type Rows = readonly (readonly (number | string)[])[];

/** The worst relative error of a function over rows of arguments and, last, the value to 25 digits. */
function worst(of: (...args: number[]) => number, rows: Rows): number {
	const errors = rows.map((row) => {
		const numbers = row.map(Number);
		const wanted = numbers[numbers.length - 1];
		return Math.abs(of(...numbers.slice(0, -1)) - wanted) / Math.max(Math.abs(wanted), Number.MIN_VALUE);
	});
	return Math.max(...errors);
}

test.each([
	['log Γ', logGamma, reference.logGamma, 1.5e-15],
	['ψ', digamma, reference.digamma.filter(([x]) => x !== 1.4616321449683622), 3e-15],
	['ψ′', trigamma, reference.trigamma, 2e-15],
	['log B', logBeta, reference.logBeta, 2e-15],
	['I_x(a, b)', regularizedBeta, reference.regularizedBeta, 1e-13],
	['P(a, x)', regularizedGammaP, reference.regularizedGammaP, 1e-14],
	['Q(a, x)', regularizedGammaQ, reference.regularizedGammaQ, 2e-13],
	['1 − Φ', normalUpper, reference.normalUpper, 1e-15],
	['Φ⁻¹', normalQuantile, reference.normalQuantile, 1e-15],
	["Student's t, upper tail", studentTUpper, reference.studentTUpper, 1e-13],
	["Student's t, quantile", studentTQuantile, reference.studentTQuantile, 5e-13],
	['χ², upper tail', chiSquaredUpper, reference.chiSquaredUpper, 1e-13],
	['F, upper tail', fisherFUpper, reference.fisherFUpper, 2e-14],
	['beta, quantile', betaQuantile, reference.betaQuantile, 1e-13],
	['₂F₁', hypergeometric2F1, reference.hypergeometric2F1, 1e-12]
] as [string, (...args: number[]) => number, Rows, number][])(
	'%s agrees with 50-digit values',
	(_, of, rows, tolerance) => {
		expect(worst(of, rows)).toBeLessThanOrEqual(tolerance);
	}
);

test('ψ is exact to 1e-15 beside its zero', () => {
	const [x, wanted] = reference.digamma.find(([at]) => at === 1.4616321449683622)!.map(Number);
	expect(Math.abs(digamma(x) - wanted)).toBeLessThan(1e-15);
});

test('the two sides of a distribution add to one', () => {
	expect(normalCdf(1.3) + normalUpper(1.3)).toBeCloseTo(1, 15);
	expect(chiSquaredCdf(3, 4) + chiSquaredUpper(3, 4)).toBeCloseTo(1, 15);
	expect(studentTUpper(-2, 7) + studentTUpper(2, 7)).toBeCloseTo(1, 15);
	expect(studentTTwoSided(0, 5)).toBe(1);
	expect(normalTwoSided(0)).toBe(1);
});

test('the ends of the scale are answered, and nonsense is not a number', () => {
	expect([normalQuantile(0), normalQuantile(1), normalQuantile(2)]).toEqual([-Infinity, Infinity, NaN]);
	expect([studentTQuantile(0.5, 3), studentTQuantile(0, 3), studentTQuantile(0.2, -1)]).toEqual([0, -Infinity, NaN]);
	expect([regularizedBeta(0, 1, 2), regularizedBeta(1, 1, 2), regularizedBeta(NaN, 1, 2)]).toEqual([0, 1, NaN]);
	expect([regularizedGammaP(1, 0), regularizedGammaQ(1, 0), regularizedGammaQ(2, Infinity)]).toEqual([0, 1, 0]);
	expect([logGamma(0), logGamma(-1)]).toEqual([Infinity, NaN]);
	expect([fisherFUpper(0, 2, 3), fisherFUpper(NaN, 2, 3)]).toEqual([1, NaN]);
	expect([betaQuantile(0, 1, 2), betaQuantile(1, 1, 2), betaQuantile(-1, 1, 2)]).toEqual([0, 1, NaN]);
	expect([hypergeometric2F1(1, 2, 3, 0), hypergeometric2F1(1, 2, 3, 1)]).toEqual([1, NaN]);
	expect([normalUpper(NaN), studentTUpper(NaN, 3), studentTUpper(Infinity, 3), normalUpper(40)]).toEqual([
		NaN,
		NaN,
		0,
		0
	]);
});

test('sums and differences of exponentials neither overflow nor cancel', () => {
	expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 12);
	expect(logSumExp([])).toBe(-Infinity);
	expect(logDiffExp(-1e-12, -2e-12) / Math.log(1e-12)).toBeCloseTo(1, 4);
	expect(logDiffExp(3, 3)).toBe(-Infinity);
	expect([logOnePlusExp(800), logOnePlusExp(-800)]).toEqual([800, 0]);
	expect(logistic(-40)).toBeCloseTo(Math.exp(-40), 30);
	expect(logistic(2) + logistic(-2)).toBeCloseTo(1, 15);
});
