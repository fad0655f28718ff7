import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { plannedAnew } from '#platform/db/planned-anew.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Scope, Slice } from '../../scope/scope.ts';
import { notKnown, slices } from '../../scope/scope.ts';
import { everything } from '../../voice/filter.ts';
import type { MeantSearch } from '../../voice/search/meant.ts';
import { countAny } from '../../voice/server.ts';
import type { CounterRule } from '../counter-evidence.ts';
import type { Id } from './evidence.server.ts';

const inSliceOf = (scope: Pick<Scope, Slice>): SQL[] =>
	slices.flatMap((slice) => {
		const value = scope[slice];
		if (value === null) return [];
		return [value === notKnown ? sql`${sql.identifier(slice)} is null` : sql`${sql.identifier(slice)} = ${value}`];
	});

type Sought = {
	number: number;
	rule: CounterRule;
	/** The rule's words: as Postgres reads them, and what they mean. */
	query: string | null;
	search: MeantSearch | null;
	scope: Pick<Scope, Slice>;
	zone: string;
};

/** Comments that are pinned for an insight. */
const pinnedFor = (number: number) =>
	sql`select response_id from insight_comment where insight_id = ${number} and taken_off_at is null and side = 'for'`;

function opposite({ number, rule, query, scope, zone }: Sought): SQL {
	const ids = rule.themes.map(({ id }) => id);
	const about = [
		...(ids.length === 0
			? []
			: [
					sql`exists (
						select from comment_theme found
						where found.customer_id = comment.customer_id and found.response_id = comment.response_id
						  and theme_id in ${ids}
					)`
				]),
		...(query === null ? [] : [sql`words @@ ${query}::tsquery`])
	];
	return sql.join(
		[
			sql`${plannedAnew} feeling = ${rule.feeling}`,
			sql`responded_at >= ${rule.from}::date::timestamp at time zone ${zone}`,
			sql`responded_at < (${rule.to}::date + 1)::timestamp at time zone ${zone}`,
			...inSliceOf(scope),
			about.length === 0 ? sql`false` : sql`(${sql.join(about, sql` or `)})`,
			sql`not exists (select from (${pinnedFor(number)}) pin where pin.response_id = comment.response_id)`
		],
		sql` and `
	);
}

/** How many comments say the opposite; pinned ones count. From lists of comments, where there are any. */
export async function countOpposite(db: Db, sought: Sought): Promise<number> {
	const { number, rule, query, search, scope, zone } = sought;
	const { segment, region, plan } = scope;
	const which = opposite(sought);
	const listed = await countAny(
		db,
		{
			wanted: { ...everything, segment, region, plan, group: rule.feeling, from: rule.from, to: rule.to, query },
			themes: rule.themes.map(({ id }) => id),
			...{ search, except: pinnedFor(number), which }
		},
		{ zone, currency: '', reader: 0 }
	);
	if (listed !== null) return listed;
	return (await row<{ n: number }>(db, sql`select count(*)::int as "n" from searchable_comment comment where ${which}`))
		.n;
}

/** The newest of them that nobody has pinned. */
export const selectOpposite = (db: Db, sought: Sought, limit: number) =>
	rows<Id>(
		db,
		sql`
			select customer_id as "customerId", response_id as "responseId"
			from searchable_comment comment
			where ${opposite(sought)} and not exists (
				select from insight_comment pin
				where pin.insight_id = ${sought.number} and pin.response_id = comment.response_id and pin.taken_off_at is null
			)
			order by responded_at desc, response_id desc
			limit ${limit}
		`
	);
