import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import type { Scope } from '../../scope/scope.ts';
import { row } from '#platform/db/rows.ts';
import { ofScope, sumsOfCells } from '../../scope/cells.server.ts';
import type { Of } from '../../scope/cells.server.ts';
import type { GrowthMove } from '../earned-growth.ts';

/** The first month in which anybody paid; null: nobody has. */
export const selectBegin = async (db: Db): Promise<string | null> =>
	(await row<{ begin: string | null }>(db, sql`select min(month)::text as "begin" from revenue_cell`)).begin;

type Span = { from: string; to: string };

const moves = ({ from, to }: Span, { whom, each }: Of) => sql`
	select as_of::text as "asOf", movement, came_by as "cameBy",
		sum(customers)::int             as "customers",
		sum(before_minor)::bigint       as "before",
		sum(now_minor)::bigint          as "now",
		sum(before_squared)::float8     as "beforeSquared",
		sum(now_squared)::float8        as "nowSquared",
		sum(before_times_now)::float8   as "beforeTimesNow"${each}
	from growth_cell
	where as_of between ${from} and ${to} and ${whom}
	group by as_of, movement, came_by${each}
	order by as_of, movement, came_by
`;

/** How customers moved between the twelve months that end with `asOf` and the twelve before. */
export const growthMoves = (scope: Scope, span: Span) => moves(span, ofScope(scope));

export const selectGrowth = (db: Db, scope: Scope, span: Span) =>
	sumsOfCells<GrowthMove & { asOf: string }>(db, scope, ['asOf', 'movement', 'cameBy'], (of) => moves(span, of));
