import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import type { Scope } from '../../scope/scope.ts';
import { ofScope, sumsOfCells } from '../../scope/cells.server.ts';
import type { Of } from '../../scope/cells.server.ts';
import type { Feeling } from '../../metrics/groups.ts';
import type { CoverageState } from '../coverage.ts';
import type { Exposed } from '../extra-loss.ts';
import type { FeelingState } from '../feeling-state.ts';
import type { Did } from '../said-versus-did.ts';

/** The first week that moves are told of: what was before is in it. Nobody asks for states before that. */
export const farBack = '0001-01-01';

/** How those who pay, and those of them who were heard, moved in a week; sums over weeks give the state. */
const coverage = (through: string, since: string, { whom, each }: Of) => sql`
	select greatest(week, ${since})::text as "week",
		sum(customers)::int                 as "customers",
		sum(per_year)::float8               as "perYear",
		sum(per_year_squared)::float8       as "perYearSquared",
		sum(customers_heard)::int           as "customersHeard",
		sum(per_year_heard)::float8         as "perYearHeard",
		sum(per_year_heard_squared)::float8 as "perYearHeardSquared"${each}
	from coverage_cell
	where week <= ${through} and ${whom}
	group by 1${each}
	order by 1
`;

export const coverageMoves = (scope: Scope, through: string, since = farBack) =>
	coverage(through, since, ofScope(scope));

export const selectCoverage = (db: Db, scope: Scope, through: string, since = farBack) =>
	sumsOfCells<CoverageState & { week: string }>(db, scope, ['week'], (of) => coverage(through, since, of));

/** How those who pay moved in a week, by how they feel. */
type InWeeks = { series: string; through: string; since: string };

const feelingsIn = ({ series, through, since }: InWeeks, { whom, each }: Of) => sql`
	select greatest(week, ${since})::text as "week", feeling,
		sum(customers)::int            as "customers",
		sum(per_year)::float8          as "perYear",
		sum(terms)::int                as "terms",
		sum(per_year_in_terms)::float8 as "perYearInTerms",
		sum(terms_due)::int            as "termsDue",
		sum(per_year_due)::float8      as "perYearDue"${each}
	from feeling_cell
	where series = ${series} and week <= ${through} and ${whom}
	group by 1, feeling${each}
	order by 1, feeling
`;

export const feelingMoves = (scope: Scope, series: string, through: string, since = farBack) =>
	feelingsIn({ series, through, since }, ofScope(scope));

export const selectFeelings = (db: Db, scope: Scope, series: string, through: string, since = farBack) =>
	sumsOfCells<FeelingState & { week: string; feeling: Feeling }>(db, scope, ['week', 'feeling'], (of) =>
		feelingsIn({ series, through, since }, of)
	);

/** What the unhappy customers of each segment pay at the end of a week. */
export const exposedBySegment = (scope: Scope, series: string, through: string) => sql`
	select segment, sum(customers)::int as "customers", sum(per_year)::float8 as "perYear"
	from feeling_cell
	where series = ${series} and feeling = 'low' and week <= ${through} and ${ofScope(scope).whom}
	group by segment
`;

/** The same at the ends of two weeks, from one walk over the moves. */
export const selectExposed = (db: Db, scope: Scope, series: string, { then, now }: { then: string; now: string }) =>
	sumsOfCells<Exposed & { customersThen: number; perYearThen: number }>(
		db,
		scope,
		['segment'],
		({ whom, each }) => sql`
			select segment, sum(customers)::int as "customers", sum(per_year)::float8 as "perYear",
				coalesce(sum(customers) filter (where week <= ${then}), 0)::int   as "customersThen",
				coalesce(sum(per_year) filter (where week <= ${then}), 0)::float8 as "perYearThen"${each}
			from feeling_cell
			where series = ${series} and feeling = 'low' and week <= ${now} and ${whom}
			group by segment${each}
		`
	);

/** What customers did in the twelve months after the answer, by segment and score. */
const did = (series: string, asOf: string, { whom, each }: Of) => sql`
	select segment, score,
		sum(customers)::int               as "customers",
		sum(customers_paying)::int        as "paying",
		sum(customers_left)::int          as "left",
		sum(customers_shrank)::int        as "shrank",
		sum(customers_grew)::int          as "grew",
		sum(per_year_then_minor)::bigint  as "perYearThen",
		sum(per_year_after_minor)::bigint as "perYearAfter"${each}
	from outcome_cell
	where series = ${series} and as_of = ${asOf} and ${whom}
	group by segment, score${each}
	order by segment, score
`;

export const didByScore = (scope: Scope, series: string, asOf: string) => did(series, asOf, ofScope(scope));

export const selectDid = (db: Db, scope: Scope, series: string, asOf: string) =>
	sumsOfCells<Did & { segment: string; score: number }>(db, scope, ['segment', 'score'], (of) => did(series, asOf, of));
