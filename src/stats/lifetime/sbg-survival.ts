import { type NotEstimable, notEstimable } from '../estimate.ts';
import type { SbgParameters } from './sbg-likelihood.ts';

export type SbgPeriod = { age: number; survival: number; retention: number | null };

/**
 * Expected share of a cohort alive at ages 0…`periods` and the rate at which those of the age before renewed:
 * r_t = (β + t − 1)/(α + β + t − 1), S(t) = Π r. Retention rises with age, by sorting and not by growing loyalty.
 */
export function sbgSurvival({ alpha, beta }: SbgParameters, periods: number): SbgPeriod[] | NotEstimable {
	if (!isSbg({ alpha, beta }) || !(periods >= 0 && periods <= 100_000))
		return notEstimable('the model or the number of periods makes no sense');
	let survival = 1;
	return Array.from({ length: Math.floor(periods) + 1 }, (_, age) => {
		if (age === 0) return { age, survival: 1, retention: null };
		const retention = (beta + age - 1) / (alpha + beta + age - 1);
		survival *= retention;
		return { age, survival, retention };
	});
}

/** Shapes between 1e-9 and 1e9: beyond, everybody leaves at once, never, or alike. */
export const isSbg = ({ alpha, beta }: SbgParameters) => [alpha, beta].every((shape) => shape >= 1e-9 && shape <= 1e9);
