import type { Explained } from '../metrics/explained.ts';
import type { Figure } from '../metrics/figure.ts';
import { heard } from './revenue-at-risk.ts';
import type { State } from './revenue-at-risk.ts';

/** What customers pay a year at the end of a month, by what they last said. */
export type RevenueByGroupMonth = { month: string; high: number; middle: number; low: number; silent: number };

/** The months, and those groups as figures whose revenue is not told elsewhere: low as exposed, silent as silent. */
export type RevenueByGroup = { months: RevenueByGroupMonth[]; high: Figure; middle: Figure; about: Explained };

export const revenueByMonth = (months: string[], statesAt: (months: string[]) => State[]): RevenueByGroupMonth[] =>
	statesAt(months).map((state, i) => ({
		month: months[i],
		high: state.high.perYear,
		middle: state.middle.perYear,
		low: state.low.perYear,
		silent: state.all.perYear - heard(state).perYear
	}));
