/** Between which places one lies, and in which share of the draws it comes first. */
export type Places = { best: number; worst: number; first: number };

/** In each draw everybody has a place; of all draws, the middle 95% and the share of first places. */
export function placesIn(stakes: readonly Float64Array[]): Places[] {
	const draws = stakes[0]?.length ?? 0;
	return stakes.map((own) => {
		const places = Array.from({ length: draws }, (_, i) => 1 + stakes.filter((other) => other[i] > own[i]).length);
		const sorted = places.toSorted((a, b) => a - b);
		const at = (p: number) => sorted[Math.min(draws - 1, Math.floor(p * draws))];
		return { best: at(0.025), worst: at(0.975), first: places.filter((place) => place === 1).length / draws };
	});
}
