import { choleskyInverse, cholesky, choleskySolve } from '../linear/cholesky.ts';
import { eigenOf } from '../linear/symmetric.ts';
import { type Derivatives, derivatives } from './derivatives.ts';
import { nelderMead } from './nelder-mead.ts';

/**
 * `x` where the log likelihood is highest, `covariance` the inverse of minus its Hessian there (undefined where that is
 * not positive definite), `condition` the ratio of the Hessian's largest to smallest curvature, `slope` the largest
 * gradient per observation, `startsAgree` when the two best starts end within 1e-4 of one another.
 */
export type Maximum = {
	x: Float64Array;
	logLik: number;
	covariance?: Float64Array[];
	condition: number;
	slope: number;
	startsAgree: boolean;
	converged: boolean;
};

const flat = 1e-6;
const agreement = 1e-4;
const mostSteps = 50;

/**
 * Maximum likelihood from several starts: Nelder-Mead from each, polished by Newton's method on numerical derivatives; the
 * best is accepted when the gradient of the mean log likelihood is below 1e-6 and the Hessian curves down. `n`
 * observations. Parameters are unbounded: pass logarithms.
 */
export function maximumLikelihood(
	logLik: (x: Float64Array) => number,
	starts: readonly ArrayLike<number>[],
	n: number
): Maximum {
	const cost = (x: Float64Array) => -logLik(x) / n;
	const found = starts.map((start) => polished(cost, nelderMead(cost, start))).sort((a, b) => a.value - b.value);
	const [{ x, value, at }] = found;
	const factor = cholesky(at.hessian, 1e-14);
	const definite = factor.kept.length === x.length;
	const curvatures = at.hessian.every((row) => row.every(Number.isFinite)) ? eigenOf(at.hessian).values : [0, Infinity];
	const slope = at.gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
	return {
		x,
		logLik: -value * n,
		covariance: definite ? choleskyInverse(factor, x.length).map((row) => row.map((v) => v / n)) : undefined,
		condition: curvatures[curvatures.length - 1] / Math.max(curvatures[0], 1e-300),
		slope,
		startsAgree: found.length < 2 || (found[1].value - value) * n < agreement,
		converged: definite && slope < flat
	};
}

type Polished = { x: Float64Array; value: number; at: Derivatives };

function polished(cost: (x: Float64Array) => number, start: { x: Float64Array; value: number }): Polished {
	let { x, value } = start;
	let at = derivatives(cost, x);
	for (let step = 0; step < mostSteps; step++) {
		const next = newtonStep(cost, x, value, at);
		if (!next) break;
		const settled = value - next.value <= 1e-15 * Math.abs(value);
		({ x, value } = next);
		at = derivatives(cost, x);
		if (settled) break;
	}
	return { x, value, at };
}

/** One damped Newton step, or undefined when none goes down. */
function newtonStep(cost: (x: Float64Array) => number, x: Float64Array, value: number, at: Derivatives) {
	const factor = cholesky(at.hessian, 1e-14);
	if (factor.kept.length < x.length) return undefined;
	const step = choleskySolve(factor, at.gradient);
	for (let scale = 1; scale > 1e-4; scale /= 2) {
		const next = x.map((v, i) => v - scale * step[i]);
		const reached = cost(next);
		if (reached < value) return { x: next, value: reached };
	}
	return undefined;
}
