/** Adds up weekly moves, oldest first, into the state at the end of each of the asked weeks (Mondays, ascending). */
export function runningStates<Sums extends Record<string, number>>(
	nothing: Sums,
	moves: readonly (Sums & { week: string })[],
	weeks: readonly string[]
): Sums[] {
	const state: Record<string, number> = { ...nothing };
	const sums = Object.keys(nothing);
	let next = 0;
	return weeks.map((week) => {
		for (; next < moves.length && moves[next].week <= week; next++)
			for (const sum of sums) state[sum] += moves[next][sum];
		return { ...state } as Sums;
	});
}
