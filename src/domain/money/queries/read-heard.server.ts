import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Scope } from '../../scope/scope.ts';
import { inSlice } from '../../scope/slice-sql.server.ts';
import type { Feeling } from '../../metrics/groups.ts';
import type { CoverageState } from '../coverage.ts';
import type { FeelingState } from '../feeling-state.ts';
import type { Did } from '../said-versus-did.ts';

/** How those who pay, and those of them who were heard, moved in a week; sums over weeks give the state. */
export const selectCoverage = (db: Db, scope: Scope, through: string) =>
	rows<CoverageState & { week: string }>(
		db,
		sql`
			select week::text as "week",
				sum(customers)::int                 as "customers",
				sum(per_year)::float8               as "perYear",
				sum(per_year_squared)::float8       as "perYearSquared",
				sum(customers_heard)::int           as "customersHeard",
				sum(per_year_heard)::float8         as "perYearHeard",
				sum(per_year_heard_squared)::float8 as "perYearHeardSquared"
			from coverage_cell
			where week <= ${through} and ${inSlice(scope)}
			group by week
			order by week
		`
	);

export type FeelingMove = FeelingState & { week: string | null; segment: string | null; feeling: Feeling };

/**
 * How those who pay moved, by how they feel: in each week, and in each segment over all weeks. One of
 * `week` and `segment` is null in each row, so that one pass over the cells serves both.
 */
export const selectFeelings = (db: Db, scope: Scope, series: string, through: string) =>
	rows<FeelingMove>(
		db,
		sql`
			select week::text as "week", segment, feeling,
				sum(customers)::int            as "customers",
				sum(per_year)::float8          as "perYear",
				sum(terms)::int                as "terms",
				sum(per_year_in_terms)::float8 as "perYearInTerms",
				sum(terms_due)::int            as "termsDue",
				sum(per_year_due)::float8      as "perYearDue"
			from feeling_cell
			where series = ${series} and week <= ${through} and ${inSlice(scope)}
			group by grouping sets ((week, feeling), (segment, feeling))
			order by week, feeling
		`
	);

/** What customers did in the twelve months after the answer, by segment and score. */
export const selectDid = (db: Db, scope: Scope, series: string, asOf: string) =>
	rows<Did & { segment: string; score: number }>(
		db,
		sql`
			select segment, score,
				sum(customers)::int               as "customers",
				sum(customers_paying)::int        as "paying",
				sum(customers_left)::int          as "left",
				sum(customers_shrank)::int        as "shrank",
				sum(customers_grew)::int          as "grew",
				sum(per_year_then_minor)::bigint  as "perYearThen",
				sum(per_year_after_minor)::bigint as "perYearAfter"
			from outcome_cell
			where series = ${series} and as_of = ${asOf} and ${inSlice(scope)}
			group by segment, score
			order by segment, score
		`
	);
