import { addMonths, monthOf } from '../../scope/calendar.ts';
import type { ScoreMark } from '../../voice/server.ts';
import type { CustomerRevenueMonth } from './queries.server.ts';

/** A month of a customer: what they paid, and the scores they gave. */
export type StoryMonth = {
	month: string;
	/** Null: the books do not hold the whole month yet. */
	revenue: CustomerRevenueMonth | null;
	scores: ScoreMark[];
};

/** More months than this would be hairs on the chart; the table of what happened goes further back. */
export const mostMonths = 60;

const nothingPaid = { recurringMinor: 0, oneTimeMinor: 0, givenBackMinor: 0 };

export const netOfMonth = ({ recurringMinor, oneTimeMinor, givenBackMinor }: CustomerRevenueMonth): number =>
	recurringMinor + oneTimeMinor + givenBackMinor;

/**
 * Every month from the first with revenue or a score, none left out, up to the later of the last complete one and the
 * last score. Empty: neither was ever there.
 */
export function storyMonths(
	revenue: readonly CustomerRevenueMonth[],
	scores: readonly ScoreMark[],
	lastComplete: string | null
): StoryMonth[] {
	const known = [...revenue, ...scores].map(({ month }) => month).sort();
	if (known.length === 0) return [];
	const last = [known[known.length - 1], revenue.length > 0 ? (lastComplete ?? '') : ''].sort()[1];
	const months: StoryMonth[] = [];
	for (let month = monthOf(known[0]); month <= last; month = addMonths(month, 1))
		months.push({
			month,
			revenue:
				lastComplete === null || month > lastComplete
					? null
					: (revenue.find((one) => one.month === month) ?? { month, ...nothingPaid }),
			scores: scores.filter((mark) => mark.month === month)
		});
	return months.slice(-mostMonths);
}
