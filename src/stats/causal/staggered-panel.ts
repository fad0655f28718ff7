import { allFinite } from '../arrays/checks.ts';
import { codes } from '../arrays/group.ts';

/** Units by period: `changes` gives each unit's change between two periods, null where one of them is missing. */
export type StaggeredPanel = {
	units: number;
	periods: number[];
	cohorts: number[];
	cohortOf: (number | null)[];
	changes: (from: number, to: number) => (number | null)[];
	gaps: number;
};

export type StaggeredInput = {
	unit: ArrayLike<string | number>;
	/** consecutive whole numbers: quarters since some start */
	period: ArrayLike<number>;
	y: ArrayLike<number>;
	/** the first period with the programme, null for never; the same on all rows of a unit */
	cohort: ArrayLike<number | null>;
};

/** Units, periods and cohorts of checked rows. */
export function staggeredPanel({ unit, period, y, cohort }: StaggeredInput): StaggeredPanel {
	const { labels, of } = codes(unit);
	const periods = [...new Set(Array.from(period))].sort((a, b) => a - b);
	const values = new Map(Array.from(of, (u, i) => [`${u} ${period[i]}`, y[i]]));
	const cohortOf: (number | null)[] = labels.map(() => null);
	of.forEach((u, i) => (cohortOf[u] = cohort[i]));
	const cohorts = [...new Set(cohortOf)].filter((g) => g !== null).sort((a, b) => a - b);
	return {
		units: labels.length,
		periods,
		cohorts,
		cohortOf,
		changes: (from, to) =>
			labels.map((_, u) => {
				const [before, after] = [values.get(`${u} ${from}`), values.get(`${u} ${to}`)];
				return before === undefined || after === undefined ? null : after - before;
			}),
		gaps: labels.length * periods.length - values.size
	};
}

/** Why rows are no staggered roll-out, or undefined. */
export function whyNotStaggered({ unit, period, y, cohort }: StaggeredInput): string | undefined {
	if (y.length === 0) return 'there are no rows';
	if ([unit, period, cohort].some((list) => list.length !== y.length))
		return 'a column is shorter or longer than the others';
	if (!allFinite(y) || !Array.from(period).every(Number.isInteger))
		return 'a row has a missing number, or a period that is not whole';
	const { labels, of } = codes(unit);
	const first = new Map<number, number | null>();
	for (let i = 0; i < y.length; i++) if (!first.has(of[i])) first.set(of[i], cohort[i]);
	const torn = Array.from(of).findIndex((u, i) => first.get(u) !== cohort[i]);
	return torn >= 0 ? `${labels[of[torn]]} is in two cohorts` : undefined;
}
