import {
	coverageOfCustomers,
	coverageOfCustomersChange,
	coverageOfCustomersDefinition,
	coverageOfRevenue,
	coverageOfRevenueChange,
	coverageOfRevenueDefinition
} from './coverage.ts';
import type { figuresAt } from './revenue-at-risk.ts';

/** Whom of the paying customers we hear, and whose revenue. */
export const coverageFigures = (
	figure: ReturnType<typeof figuresAt>,
	covered: { source: string; population: string }
) => ({
	customers: figure(coverageOfCustomersDefinition, {
		...covered,
		of: ({ all }) => coverageOfCustomers(all),
		changeOf: (before, { all }) => coverageOfCustomersChange(before.all, all)
	}),
	revenue: figure(coverageOfRevenueDefinition, {
		...covered,
		of: ({ all }) => coverageOfRevenue(all),
		changeOf: (before, { all }) => coverageOfRevenueChange(before.all, all)
	})
});
