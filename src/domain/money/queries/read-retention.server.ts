import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { farBack } from './read-heard.server.ts';
import type { Scope, Slice } from '../../scope/scope.ts';
import { ofScope, sumsOfCells } from '../../scope/cells.server.ts';
import type { Of } from '../../scope/cells.server.ts';
import type { RetentionMove } from '../retention-state.ts';

const sumsOfBase = sql`
	customers_then, customers_kept, revenue_then, revenue_now, revenue_kept, revenue_then_squared, revenue_now_squared,
	revenue_then_times_now, revenue_kept_squared, revenue_then_times_kept, revenue_lost, revenue_lost_squared
`;
const asBooked = sql`week, segment, region, plan, customers_paying, 0 as customers_unrated, ${sumsOfBase}`;
const toConstant = sql`week, segment, region, plan, 0, customers_unrated, ${sumsOfBase}`;

/** The cells of customers, and what makes accounts of those with the same ultimate parent; then both at constant rates. */
const accounts = sql`(
	select false as is_family, false as is_constant, ${asBooked} from retention_cell
	union all
	select true, false, ${asBooked} from family_cell
	union all
	select false, true, ${toConstant} from constant_cell
	union all
	select true, true, ${toConstant} from family_constant_cell
) cell`;

/** Which cells customers are counted by: all as they were booked, or those in which each customer counts for itself. */
const counted = ({ apart }: Scope) => (apart ? sql`not is_constant and not is_family` : sql`not is_constant`);

/** By week, customers each for itself and what makes accounts of them, and what counts both at constant rates, apart. */
const retention = (through: string, since: string, { whom, each }: Of) => sql`
	select greatest(week, ${since})::text as "week", is_family as "isFamily", is_constant as "isConstant",
		case when is_family then 0 else sum(customers_paying) end::int as "customersPaying",
		sum(customers_then)::int             as "customersThen",
		sum(customers_kept)::int             as "customersKept",
		sum(revenue_then)::float8            as "revenueThen",
		sum(revenue_now)::float8             as "revenueNow",
		sum(revenue_kept)::float8            as "revenueKept",
		sum(revenue_then_squared)::float8    as "revenueThenSquared",
		sum(revenue_now_squared)::float8     as "revenueNowSquared",
		sum(revenue_then_times_now)::float8  as "revenueThenTimesNow",
		sum(revenue_kept_squared)::float8    as "revenueKeptSquared",
		sum(revenue_then_times_kept)::float8 as "revenueThenTimesKept",
		sum(revenue_lost)::float8            as "revenueLost",
		sum(revenue_lost_squared)::float8    as "revenueLostSquared",
		sum(customers_unrated)::int          as "customersUnrated"${each}
	from ${accounts}
	where week <= ${through} and ${whom}
	group by 1, 2, 3${each}
	order by 1
`;

export const retentionMoves = (scope: Scope, through: string, since = farBack) =>
	retention(through, since, ofScope(scope));

export const selectMoves = (db: Db, scope: Scope, through: string, since = farBack) =>
	sumsOfCells<RetentionMove>(db, scope, ['week', 'isFamily', 'isConstant'], (of) => retention(through, since, of));

/** Accounts, or each customer for itself: as the scope has it. */
export const selectRetention = async (db: Db, scope: Scope, through: string, since?: string) =>
	(await selectMoves(db, scope, through, since)).filter(({ isFamily }) => !(scope.apart && isFamily));

/** Of the customers who had paid twelve months before, how many there were and still paid, at the end of two weeks. */
export type KeptOfSegment = { segment: string; thenBefore: number; keptBefore: number; then: number; kept: number };

export const selectKeptBySegment = async (
	db: Db,
	scope: Scope,
	{ by, before, now }: { by: Slice; before: string; now: string }
): Promise<KeptOfSegment[]> => {
	const found = await sumsOfCells<KeptOfSegment & { value: string }>(
		db,
		scope,
		['value'],
		({ whom, each }) => sql`
			select ${sql.identifier(by)} as "value",
				coalesce(sum(customers_then) filter (where week <= ${before}), 0)::int as "thenBefore",
				coalesce(sum(customers_kept) filter (where week <= ${before}), 0)::int as "keptBefore",
				sum(customers_then)::int                                               as "then",
				sum(customers_kept)::int                                               as "kept"${each}
			from ${accounts}
			where week <= ${now} and ${whom} and ${counted(scope)}
			group by 1${each}
		`
	);
	return found.map(({ value, ...kept }) => ({ ...kept, segment: value }));
};
