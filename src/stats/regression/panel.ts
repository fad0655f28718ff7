import { codes, totals } from '../arrays/group.ts';
import type { Labels } from './errors.ts';

/** Rows of a panel that have company: units and periods with a single row left explain themselves and are dropped. */
export function withoutSingletons(unit: Labels, period: Labels | undefined, rows: readonly number[]): number[] {
	let kept = [...rows];
	for (;;) {
		const before = kept.length;
		for (const labels of period ? [unit, period] : [unit]) {
			const own = codes(kept.map((i) => labels[i]));
			const sizes = totals(own.of, own.labels.length);
			kept = kept.filter((_, k) => sizes[own.of[k]] > 1);
		}
		if (kept.length === before) return kept;
	}
}

/** How many separate parts a panel falls into, units and periods being joined by rows: each part has its own constant. */
export function connectedParts(units: number, unitOf: Int32Array, periods: number, periodOf: Int32Array): number {
	const parent = Int32Array.from({ length: units + periods }, (_, i) => i);
	const root = (i: number): number => {
		let at = i;
		while (parent[at] !== at) at = parent[at] = parent[parent[at]];
		return at;
	};
	unitOf.forEach((u, i) => (parent[root(u)] = root(units + periodOf[i])));
	return parent.filter((p, i) => p === i).length;
}

/**
 * A column as it was `lag` periods earlier for the same unit, by calendar and not by row: null where that period has no
 * row. A negative lag looks ahead, for the placebo: tomorrow's score cannot move today's revenue.
 */
export function lagByPeriod(
	{ unit, period, value }: { unit: Labels; period: ArrayLike<number>; value: ArrayLike<number> },
	lag: number
): (number | null)[] {
	const at = new Map(Array.from(unit, (label, i) => [`${label}\u0000${period[i]}`, value[i]]));
	return Array.from(unit, (label, i) => at.get(`${label}\u0000${period[i] - lag}`) ?? null);
}
