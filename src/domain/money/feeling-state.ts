import { feelings } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { runningStates } from './running-states.ts';

/** Customers who pay and gave a score in the last twelve months: how many, what they pay a year, and in terms. */
export type FeelingState = {
	customers: number;
	perYear: number;
	/** Terms paid more than a quarter ahead, and what they come to a year. */
	terms: number;
	perYearInTerms: number;
	/** Of those, what ends within ninety days and is not renewed yet. */
	termsDue: number;
	perYearDue: number;
};

const nothing: FeelingState = { customers: 0, perYear: 0, terms: 0, perYearInTerms: 0, termsDue: 0, perYearDue: 0 };

type Move = FeelingState & { week: string; feeling: Feeling };

/** The state at the end of each of the weeks, by how the customers feel. */
export function feelingStates(moves: readonly Move[], weeks: readonly string[]): Record<Feeling, FeelingState>[] {
	const [high, middle, low] = feelings.map((feeling) =>
		runningStates<FeelingState>(
			nothing,
			moves.filter((move) => move.feeling === feeling),
			weeks
		)
	);
	return weeks.map((_, i) => ({ high: high[i], middle: middle[i], low: low[i] }));
}
