import type { RetentionMove, RetentionState } from './retention-state.ts';
import { statesAt } from './retention-state.ts';

/** Mondays: the weeks that are shown, those that tell what is routine, and the one a year before the week judged. */
type Weeks = { shown: readonly string[]; routine: readonly string[]; before: string };

/** How the customers who had paid twelve months before stood in each of those weeks. */
export type Standing = { shown: RetentionState[]; routine: RetentionState[]; before: RetentionState };

const standing = (moves: readonly RetentionMove[], { shown, routine, before }: Weeks): Standing => ({
	shown: statesAt(moves, shown),
	routine: statesAt(moves, routine),
	before: statesAt(moves, [before])[0]
});

/** The same base, counted in each way that a version of the definitions counts or counted it. */
export type Bases = {
	/** Accounts, or each customer for itself where that is asked for; money as it was booked. */
	asBooked: Standing;
	/** The same with money in other currencies at one rate; the very same where nobody pays in another. */
	atConstantRate: Standing;
	/** Each customer for itself, money as it was booked: how everything was counted first. */
	first: Standing;
};

/** `together`: customers with the same ultimate parent are one account. */
export function basesOf(all: readonly RetentionMove[], weeks: Weeks, { together }: { together: boolean }): Bases {
	const own = together ? all : all.filter(({ isFamily }) => !isFamily);
	const booked = own.filter(({ isConstant }) => !isConstant);
	const asBooked = standing(booked, weeks);
	return {
		asBooked,
		atConstantRate: booked.length === own.length ? asBooked : standing(own, weeks),
		first: together
			? standing(
					booked.filter(({ isFamily }) => !isFamily),
					weeks
				)
			: asBooked
	};
}

/** Less than a reader sees of a share. */
const unseen = 0.0005;

/** Whether two histories of shares tell anything else at any point in time. */
export const tellsOtherwise = (one: readonly (number | null)[], other: readonly (number | null)[]): boolean =>
	one.some((value, i) => {
		const beside = other[i] ?? null;
		return value === null || beside === null ? value !== beside : Math.abs(value - beside) >= unseen;
	});
