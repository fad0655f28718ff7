import type { Reject } from './import.ts';

/** Rows that were rejected for one and the same reason: how many they are, and what the first of them held. */
export type SameReason = {
	file: string;
	field: string;
	/** With “…” where each row has a value of its own. */
	reason: string;
	count: number;
	first: { row: number; values: string[] }[];
};

/** `others`: rows whose reasons are beyond what anybody would read through; the list of all rows has them. */
export type ByReason = { reasons: SameReason[]; others: number };

export const mostReasons = 50;
export const mostRowsOfOne = 20;

/** What a reason quotes of its row: texts in quotes, days, a cell's place, a length. Limits and scales stay in it. */
const quoted = /“[^”]*”|"[^"]*"|\d{4}-\d{2}-\d{2}|(?<=^Cell )[A-Z]+\d+|(?<=^This is )\d+/g;
const gap = '“…”';

/** `alike`: at each place, what all rows so far quote; null where they differ. */
type Group = SameReason & { alike: (string | null)[] };

/** Groups rejected rows while they come, so that a file that is all wrong costs no more memory than one that is not. */
export function byReason() {
	const groups = new Map<string, Group>();
	let others = 0;

	return {
		add({ file, row, field, reason: told }: Reject): void {
			const values: string[] = told.match(quoted) ?? [];
			const reason = told.replace(quoted, gap);
			const key = JSON.stringify([file, field, reason]);
			let group = groups.get(key);
			if (!group) {
				if (groups.size === mostReasons) return void others++;
				group = { file, field, reason, count: 0, first: [], alike: values };
				groups.set(key, group);
			}
			group.count++;
			group.alike = group.alike.map((alike, i) => (alike === values[i] ? alike : null));
			if (group.first.length < mostRowsOfOne) group.first.push({ row, values });
		},
		all: (): ByReason => ({
			reasons: [...groups.values()].map(saidOnce).sort((one, other) => other.count - one.count),
			others
		})
	};
}

/** What all rows quote alike is said in the reason, and not again with each of them. */
function saidOnce({ file, field, reason, count, first, alike }: Group): SameReason {
	let place = 0;
	return {
		file,
		field,
		reason: reason.replaceAll(gap, () => alike[place++] ?? gap),
		count,
		first: first.map(({ row, values }) => ({ row, values: values.filter((_, i) => alike[i] === null) }))
	};
}
