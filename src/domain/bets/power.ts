import { notEstimable } from '#stats/estimate.ts';
import type { NotEstimable } from '#stats/estimate.ts';
import { studentTQuantile } from '#stats/distributions/student-t.ts';

/** The smallest difference of two means that would be found so often. */
export type Detectable = { status: 'ok'; value: number; gets: number; not: number };

/** Fewer accounts than these on one side, and their few stories are taken for a rule. */
export const fewestAccounts = 10;

/**
 * The smallest true difference of two means that a two-sided test at 5% finds in 80 of 100 such trials:
 * (t₀.₉₇₅ + t₀.₈₀) · sd · √(1/n₁ + 1/n₂), with n₁ + n₂ − 2 degrees of freedom. `gets` and `not`: how many outcomes there
 * will be on each side; `sd`: how far they scatter, after what is held equal.
 *
 * Source: Cohen 1988, ch. 2; the noncentral t of R's power.t.test differs by less than one in two hundred from 20 a side.
 */
export function smallestDetectable(
	{ sd, gets, not }: { sd: number; gets: number; not: number },
	{ power = 0.8, level = 0.95 } = {}
): Detectable | NotEstimable {
	const fewer = Math.min(gets, not);
	if (fewer < fewestAccounts)
		return notEstimable(`only ${Math.floor(fewer)} accounts are on one side: ${fewestAccounts} at least are needed`);
	if (!Number.isFinite(sd)) return notEstimable('nothing is known yet of how far the outcomes scatter');
	if (sd <= 0) return notEstimable('nobody’s outcome has differed from the others’ so far');
	const df = gets + not - 2;
	const factor = studentTQuantile((1 + level) / 2, df) + studentTQuantile(power, df);
	return { status: 'ok', value: factor * sd * Math.sqrt(1 / gets + 1 / not), gets, not };
}
