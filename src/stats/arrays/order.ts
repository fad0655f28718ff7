/** The indices 0…n−1 in the order that sorts `key` ascending; ties keep their order. */
export function orderBy(n: number, key: (i: number) => number): Int32Array {
	return Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => key(a) - key(b) || a - b);
}

/** Ranks from 1, ties sharing the mean of their ranks. */
export function midRanks(values: ArrayLike<number>): Float64Array {
	const order = orderBy(values.length, (i) => values[i]);
	const ranks = new Float64Array(values.length);
	for (const { from, to } of tiedRuns(order.length, (i) => values[order[i]])) {
		for (let i = from; i < to; i++) ranks[order[i]] = (from + to + 1) / 2;
	}
	return ranks;
}

/** Runs [from, to) of equal neighbours among n values in order. */
export function* tiedRuns(n: number, value: (i: number) => number): Generator<{ from: number; to: number }> {
	let from = 0;
	while (from < n) {
		let to = from + 1;
		while (to < n && value(to) === value(from)) to++;
		yield { from, to };
		from = to;
	}
}
