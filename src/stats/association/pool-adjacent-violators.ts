import { orderBy, tiedRuns } from '../arrays/order.ts';

export type Point = { x: number; y: number; weight: number };
export type Step = { x: number; value: number; weight: number };

/** The closest curve that never falls (or never rises) as x rises, one value for each distinct x. */
export function monotoneFit(points: readonly Point[], increasing: boolean): Step[] {
	const sign = increasing ? 1 : -1;
	const pooled = pooledByX(points).map((step) => ({ ...step, value: sign * step.value }));
	const values = poolAdjacentViolators(pooled);
	return pooled.map(({ x, weight }, i) => ({ x, weight, value: sign * values[i] }));
}

function pooledByX(points: readonly Point[]): Step[] {
	const order = orderBy(points.length, (i) => points[i].x);
	return Array.from(
		tiedRuns(order.length, (i) => points[order[i]].x),
		({ from, to }) => {
			const own = Array.from(order.subarray(from, to), (i) => points[i]);
			const weight = own.reduce((sum, point) => sum + point.weight, 0);
			return { x: own[0].x, weight, value: own.reduce((sum, point) => sum + point.weight * point.y, 0) / weight };
		}
	);
}

function poolAdjacentViolators(steps: readonly Step[]): number[] {
	const blocks: { value: number; weight: number; size: number }[] = [];
	for (const { value, weight } of steps) {
		let block = { value, weight, size: 1 };
		for (let last = blocks.at(-1); last && last.value >= block.value; last = blocks.at(-1)) {
			const total = last.weight + block.weight;
			block = {
				value: (last.weight * last.value + block.weight * block.value) / total,
				weight: total,
				size: last.size + block.size
			};
			blocks.pop();
		}
		blocks.push(block);
	}
	return blocks.flatMap(({ value, size }) => Array<number>(size).fill(value));
}

/** The curve at given x: that of the last step at or below, of the first before it. */
export function valuesAt(fit: readonly Step[], at: readonly number[]): number[] {
	let k = 0;
	return at.map((x) => {
		while (k + 1 < fit.length && fit[k + 1].x <= x) k++;
		return fit[k].value;
	});
}
