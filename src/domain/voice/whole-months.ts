import { addMonths, monthOf } from '../scope/calendar.ts';

/** Moments as ISO text in UTC, from the first on and before the second; null: without an end. */
export type Span = { from: string | null; to: string | null };
type Closed = { from: string; to: string };

const startOf = (month: string) => `${month}T00:00:00.000Z`;

/**
 * Parts a span into its whole months in UTC (first day of the first, and of the one after the last; null: none) and what
 * is left before and after them.
 */
export function wholeMonths({ from, to }: Span): { months: Span | null; rest: Closed[] } {
	const first = from === null ? null : monthFrom(from);
	const end = to === null ? null : monthOf(to);
	if (first !== null && end !== null && first >= end)
		return { months: null, rest: from! < to! ? [{ from: from!, to: to! }] : [] };
	const rest = [
		...(first !== null && from !== startOf(first) ? [{ from: from!, to: startOf(first) }] : []),
		...(end !== null && to !== startOf(end) ? [{ from: startOf(end), to: to! }] : [])
	];
	return { months: { from: first, to: end }, rest };
}

/** The first month that begins at a moment or after it. */
const monthFrom = (moment: string): string => {
	const month = monthOf(moment);
	return moment === startOf(month) ? month : addMonths(month, 1);
};
