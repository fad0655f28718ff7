import { addMonths, monthOf } from '../scope/calendar.ts';
import type { Slice } from '../scope/scope.ts';
import type { RolledOut } from './judge.ts';

/** So many whole months before the start are looked at: enough to see a drift, few enough to keep who came last year. */
export const monthsBefore = 6;

export type Standing = Record<Slice, string> & { customerId: number; unit: string; gets: boolean; startedOn: string };
type When = { from: string; startsOn: string; slice: Slice };
export type PanelRow = RolledOut & { customerId: number };

/** Whole months from one first of a month to another. */
export function monthsBetween(from: string, to: string): number {
	const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
	return months(to) - months(from);
}

/** Counted from the first month measured, or back from the last one wholly before the start; null: the start is in it. */
function periodOf(month: string, { from, startsOn }: Pick<When, 'from' | 'startsOn'>): number | null {
	if (month >= from) return monthsBetween(from, month);
	const start = monthOf(startsOn);
	return month < start ? monthsBetween(start, month) : null;
}

const monthsFrom = (first: string, to: string): string[] =>
	Array.from({ length: monthsBetween(first, to) }, (_, i) => addMonths(first, i));

/**
 * What each customer paid in each month, nothing included, from the first month in which any of them paid. Who came
 * later than the first month is left out: their growth is that they came.
 */
export function panelOfRevenue(
	members: readonly Standing[],
	paid: readonly { customerId: number; month: string; minor: number }[],
	{ to, slice, ...when }: When & { to: string }
): PanelRow[] {
	const first = paid.reduce((least, { month }) => (month < least ? month : least), to);
	const sums = new Map(paid.map(({ customerId, month, minor }) => [`${customerId} ${month}`, minor]));
	return members
		.filter(({ startedOn }) => startedOn <= first)
		.flatMap(({ customerId, unit, gets, ...standing }) =>
			monthsFrom(first, to).flatMap((month) => {
				const period = periodOf(month, when);
				const y = sums.get(`${customerId} ${month}`) ?? 0;
				return period === null ? [] : [{ customerId, unit, gets, value: standing[slice], period, y }];
			})
		);
}

/** Every answer in its month. */
export function panelOfAnswers(
	members: readonly Standing[],
	answers: readonly { customerId: number; month: string; score: number }[],
	{ slice, measure, ...when }: When & { measure: string }
): PanelRow[] {
	const known = new Map(members.map((member) => [member.customerId, member]));
	return answers.flatMap(({ customerId, month, score }) => {
		const member = known.get(customerId);
		const period = periodOf(month, when);
		if (!member || period === null) return [];
		const y = measure === 'nps' ? (score >= 9 ? 100 : score <= 6 ? -100 : 0) : score;
		return [{ customerId, unit: member.unit, gets: member.gets, value: member[slice], period, y }];
	});
}
