import { type NotEstimable, notEstimable } from '../estimate.ts';
import { sum } from '../arrays/sum.ts';
import { effectiveSize } from './effective.ts';
import { fit, type Margins, miss, targetOf } from './margins.ts';

export type Raked = {
	status: 'ok';
	weights: number[];
	cycles: number;
	/** the largest relative miss of a margin; not converged when above 1e-10 */
	worstMiss: number;
	converged: boolean;
	unheard: string[];
	nEff: number;
	designEffect: number;
	warnings: string[];
};

const close = 1e-10;
const mostCycles = 500;

/**
 * Raking (iterative proportional fitting): weights whose totals meet several known margins at once, when the cells of
 * all margins together are unknown or too small. `answers` gives for each answer its category on every margin; `start`
 * weights are 1 by default. A category with customers and no answer is reported as unheard and the rest of its margin is
 * scaled up to the total. Not estimable when the margins disagree on the total, a margin is empty, or an answer has a
 * category the margin does not know. Stops at a relative miss below 1e-10 or after 500 cycles, saying which.
 *
 * Source: Deming & Stephan 1940; Lumley 2010, ch. 7 (R survey's rake).
 */
export function rake(
	answers: readonly Readonly<Record<string, string>>[],
	margins: Margins,
	start?: readonly number[]
): Raked | NotEstimable {
	const trouble = whyNotRaked(answers, margins, start);
	if (trouble) return notEstimable(trouble);

	const targets = Object.entries(margins).map(([margin, known]) => targetOf(answers, margin, known));
	const weights = Float64Array.from(start ?? answers.map(() => 1));
	let worstMiss = Infinity;
	let cycles = 0;
	while (worstMiss > close && cycles < mostCycles) {
		for (const { of, wanted } of targets) fit(weights, of, wanted);
		worstMiss = Math.max(...targets.map(({ of, wanted }) => miss(weights, of, wanted)));
		cycles++;
	}

	const converged = worstMiss <= close;
	const unheard = targets.flatMap(({ empty }) => empty);
	const nEff = effectiveSize([...weights]);
	if (!Number.isFinite(nEff) || nEff === 0) return notEstimable('the margins cannot be met by these answers');
	return {
		status: 'ok',
		weights: [...weights],
		cycles,
		worstMiss,
		converged,
		unheard,
		nEff,
		designEffect: answers.length / nEff,
		warnings: [
			...(converged ? [] : ['the weights do not meet every margin']),
			...(unheard.length > 0 ? [`nobody answered in: ${unheard.join(', ')}`] : [])
		]
	};
}

function whyNotRaked(
	answers: readonly Readonly<Record<string, string>>[],
	margins: Margins,
	start?: readonly number[]
): string | undefined {
	const known = Object.entries(margins);
	if (answers.length < 2) return 'too few answers to weight';
	if (known.length === 0) return 'no margin is known';
	if (start && (start.length !== answers.length || !start.every((w) => w > 0 && w < Infinity)))
		return 'a starting weight is missing or not positive';
	const sizes = known.map(([, margin]) => sum(Object.values(margin)));
	if (!known.every(([, margin]) => Object.values(margin).every((n) => n >= 0 && n < Infinity)))
		return 'a margin has a missing or negative number';
	if (!sizes.every((size) => size > 0)) return 'a margin has no customers';
	if (sizes.some((size) => Math.abs(size - sizes[0]) > 1e-6 * sizes[0]))
		return 'the margins disagree on how many customers there are';
	const strange = known.find(([margin, totals]) => answers.some((answer) => !(answer[margin] in totals)));
	return strange && `an answer has no known ${strange[0]}`;
}
