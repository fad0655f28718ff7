import type { Reject } from './import.ts';

/** Rows that were rejected for one and the same reason: how many they are, and what the first of them held. */
export type SameReason = {
	file: string;
	field: string;
	/** With “…” where each row's own value stands. */
	reason: string;
	count: number;
	first: { row: number; values: string[] }[];
};

/** `others`: rows whose reasons are beyond what anybody would read through; the list of all rows has them. */
export type ByReason = { reasons: SameReason[]; others: number };

export const mostReasons = 50;
export const mostRowsOfOne = 20;

/** What a reason quotes of its row: texts in quotes, days, a cell's place, a length. Limits and scales stay in it. */
const quoted = /“([^”]*)”|"([^"]*)"|\d{4}-\d{2}-\d{2}|(?<=^Cell )[A-Z]+\d+|(?<=^This is )\d+/g;

/** Groups rejected rows while they come, so that a file that is all wrong costs no more memory than one that is not. */
export function byReason() {
	const reasons = new Map<string, SameReason>();
	let others = 0;

	return {
		add({ file, row, field, reason: told }: Reject): void {
			const values: string[] = [];
			const reason = told.replace(quoted, (whole, curly?: string, straight?: string) => {
				values.push(curly ?? straight ?? whole);
				return '“…”';
			});
			const key = JSON.stringify([file, field, reason]);
			const known = reasons.get(key);
			if (!known && reasons.size === mostReasons) {
				others++;
				return;
			}
			const group = known ?? { file, field, reason, count: 0, first: [] };
			group.count++;
			if (group.first.length < mostRowsOfOne) group.first.push({ row, values });
			reasons.set(key, group);
		},
		all: (): ByReason => ({ reasons: [...reasons.values()].sort((a, b) => b.count - a.count), others })
	};
}
