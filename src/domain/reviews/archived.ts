import type { Figure } from '../metrics/figure.ts';
import { fiscalYearOfWeek } from '../scope/fiscal-year.ts';
import type { Week } from '../scope/week.ts';
import type { KeptAttendance } from './attendance.ts';
import type { Decision } from './decision.ts';
import type { EditionContents } from './edition-shapes.ts';
import { isUsual } from './parts.ts';
import type { Part } from './parts.ts';
import { signedOff } from './reading.ts';

/** A closed week as the archive lists it. */
export type Archived = {
	week: Week;
	headline: string | null;
	/** Figures that moved by more than noise. */
	moved: Figure[];
	decisions: Pick<Decision, 'id' | 'what' | 'owner' | 'dueOn' | 'forCustomers' | 'insights'>[];
	seat: string | null;
	attendance: KeptAttendance;
	/** How many had signed the week off, of how many; null: that was not kept then. */
	signed: { signed: number; of: number } | null;
	/** What led the page, where somebody arranged it. */
	ledBy: Part | null;
	answers: number;
	closedAt: Date;
	/** Null: it closed by itself. */
	closedBy: string | null;
	organisation: EditionContents['organisation'];
};

export function archived(
	week: Week,
	{ closedAt, closedBy, ...kept }: EditionContents & { closedAt: Date; closedBy: string | null }
): Archived {
	return {
		week,
		headline: kept.headline?.text ?? null,
		moved: kept.review.figures.filter(({ movement }) => movement?.verdict === 'signal'),
		decisions: kept.decisions.ofTheWeek.map(({ id, what, owner, dueOn, forCustomers, insights }) => ({
			...{ id, what, owner, dueOn, forCustomers, insights }
		})),
		seat: kept.seat,
		attendance: kept.attendance,
		signed: kept.readers && signedOff(kept.readers),
		ledBy: isUsual(kept.parts) ? null : kept.parts[0],
		answers: kept.review.answersThisWeek,
		closedAt,
		closedBy,
		organisation: kept.organisation
	};
}

/** Weeks under the fiscal year that each belongs to, in the order in which they come. */
export function byFiscalYear<Row extends { week: Week }>(
	weeks: readonly Row[],
	startsIn: number
): { name: string; weeks: Row[] }[] {
	const years = Map.groupBy(weeks, ({ week }) => fiscalYearOfWeek(week, startsIn).name);
	return [...years].map(([name, ofYear]) => ({ name, weeks: ofYear }));
}
