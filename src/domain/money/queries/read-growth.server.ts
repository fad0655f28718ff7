import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Scope } from '../../scope/scope.ts';
import { inSlice } from '../../scope/slice-sql.server.ts';
import type { GrowthMove } from '../earned-growth.ts';

/** How customers moved between the twelve months that end with `asOf` and the twelve before. */
export const growthMoves = (scope: Scope, { from, to }: { from: string; to: string }) => sql`
	select as_of::text as "asOf", movement, came_by as "cameBy",
		sum(customers)::int             as "customers",
		sum(before_minor)::bigint       as "before",
		sum(now_minor)::bigint          as "now",
		sum(before_squared)::float8     as "beforeSquared",
		sum(now_squared)::float8        as "nowSquared",
		sum(before_times_now)::float8   as "beforeTimesNow"
	from growth_cell
	where as_of between ${from} and ${to} and ${inSlice(scope)}
	group by as_of, movement, came_by
	order by as_of, movement, came_by
`;

export const selectGrowth = (db: Db, scope: Scope, span: { from: string; to: string }) =>
	rows<GrowthMove & { asOf: string }>(db, growthMoves(scope, span));
