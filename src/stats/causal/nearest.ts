/** A set of rows on a line, from which the nearest can be found and taken. */
export type Nearest = {
	find: (at: number) => { row: number; place: number; score: number } | undefined;
	take: (place: number) => void;
};

/**
 * Rows by score, with pointers past those taken on either side, so that n searches cost O(n log n) and not n². Of two
 * equally near the lower score wins; of equal scores the later row.
 */
export function nearestOf(rows: readonly number[], score: ArrayLike<number>): Nearest {
	const order = [...rows].sort((a, b) => score[a] - score[b] || a - b);
	const left = Int32Array.from({ length: order.length + 2 }, (_, i) => i);
	const right = left.slice();
	const free = (pointers: Int32Array, at: number) => {
		let place = at;
		while (pointers[place] !== place) place = pointers[place] = pointers[pointers[place]];
		return place;
	};
	// places run from 1 to n; 0 and n + 1 are walls
	const candidate = (place: number) =>
		place >= 1 && place <= order.length ? { row: order[place - 1], place, score: score[order[place - 1]] } : undefined;
	return {
		find: (at) => {
			const upTo = countUpTo(order, score, at);
			const [below, above] = [candidate(free(left, upTo)), candidate(free(right, upTo + 1))];
			if (!below || !above) return below ?? above;
			return at - below.score <= above.score - at ? below : above;
		},
		take: (place) => {
			left[place] = place - 1;
			right[place] = place + 1;
		}
	};
}

/** How many rows have a score at or below `at`. */
function countUpTo(order: readonly number[], score: ArrayLike<number>, at: number): number {
	let low = 0;
	let high = order.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (score[order[middle]] <= at) low = middle + 1;
		else high = middle;
	}
	return low;
}
