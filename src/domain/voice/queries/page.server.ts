import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { notKnown } from '../../scope/scope.ts';
import type { Cursor } from '../feed.ts';
import type { VoiceFilter } from '../filter.ts';
import { minorsOf } from '../value-band.ts';

/** A filter with its search as Postgres reads it; null: no words are asked for. */
export type Wanted = VoiceFilter & { query: string | null };

type By = { zone: string; currency: string; reader: number };

const slice = (column: SQL, value: string | null): SQL | null =>
	value === null ? null : value === notKnown ? sql`${column} is null` : sql`${column} = ${value}`;

function valued({ value }: Wanted, currency: string): SQL | null {
	if (value === null) return null;
	if (value === 'nothing') return sql`(per_year_minor is null or per_year_minor <= 0)`;
	const { from, to } = minorsOf(value, currency);
	const least = from === 0 ? sql`per_year_minor > 0` : sql`per_year_minor >= ${from}::bigint`;
	return to === null ? least : sql`${least} and per_year_minor < ${to}::bigint`;
}

/** What a comment must be like. Only what is asked for stands in the query, so that the planner knows what it is about. */
export function matches(wanted: Wanted, { zone, currency, reader }: By): SQL {
	const { score, group, survey, from, to, unread, query } = wanted;
	const conditions = [
		slice(sql`segment`, wanted.segment),
		slice(sql`region`, wanted.region),
		slice(sql`plan`, wanted.plan),
		valued(wanted, currency),
		score === null ? null : sql`score = ${score}::smallint`,
		group === null ? null : group === 'none' ? sql`score is null` : sql`feeling = ${group}`,
		survey === null ? null : sql`survey_id = any(array(select id from survey where series = ${survey}))`,
		from === null ? null : sql`responded_at >= ${from}::date::timestamp at time zone ${zone}`,
		to === null ? null : sql`responded_at < (${to}::date + 1)::timestamp at time zone ${zone}`,
		query === null ? null : sql`words @@ ${query}::tsquery`,
		unread ? sql`not exists (select from read_receipt mine where ${mine(reader)})` : null
	].filter((condition) => condition !== null);
	return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

const mine = (reader: number) => sql`
	mine.person_id = ${reader} and mine.customer_id = comment.customer_id and mine.response_id = comment.response_id
`;

export type Place = { customerId: number; responseId: number; cursorAt: string };

/** Strictly behind one place, and if there is an end, up to and with that. */
export type Span = { after: Cursor | null; until: Cursor | null; limit: number };

const place = ({ at, responseId }: Cursor) => sql`(${at}::timestamptz, ${responseId}::bigint)`;

/**
 * Where the newest matching comments are. Without words the index is walked from the newest on. With words all matches
 * are found first (that is what `offset 0` says): walking back until enough are found could take for ever.
 */
export const selectPlaces = (db: Db, wanted: Wanted, by: By, { after, until, limit }: Span) =>
	rows<Place>(
		db,
		sql`
			select customer_id as "customerId", response_id as "responseId",
				to_char(responded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
			from (
				select customer_id, response_id, responded_at
				from (
					select customer_id, response_id, responded_at
					from searchable_comment comment
					where ${matches(wanted, by)}
					  and ${after === null ? sql`true` : sql`(responded_at, response_id) < ${place(after)}`}
					  and ${until === null ? sql`true` : sql`(responded_at, response_id) >= ${place(until)}`}
					${wanted.query === null ? sql`` : sql`offset 0`}
				) found
				order by responded_at desc, response_id desc
				limit ${limit}
			) newest
			order by responded_at desc, response_id desc
		`
	);

/** How many comments match. */
export const countMatching = async (db: Db, wanted: Wanted, by: By): Promise<number> =>
	(
		await row<{ n: number }>(
			db,
			sql`select count(*)::int as "n" from searchable_comment comment where ${matches(wanted, by)}`
		)
	).n;

/** How many matching comments have come in after the last one that a page knew of; beyond `most` it is told as `most`. */
export const countArrived = async (
	db: Db,
	wanted: Wanted,
	by: By,
	{ since, most }: { since: number; most: number }
): Promise<number> =>
	(
		await row<{ n: number }>(
			db,
			sql`
				select count(*)::int as "n"
				from (
					select
					from searchable_comment comment
					where response_id > ${since}::bigint and ${matches(wanted, by)}
					limit ${most}
				) arrived
			`
		)
	).n;

/** All comments there are, how many of them a reader has read, and the one that came in last. */
export const selectTotals = (db: Db, reader: number) =>
	row<{ all: number; readByMe: number; latest: number }>(
		db,
		sql`
			select
				(select coalesce(sum(change), 0)::int from comment_tally)            as "all",
				(select count(*)::int from read_receipt where person_id = ${reader}) as "readByMe",
				(select coalesce(max(response_id), 0) from searchable_comment)       as "latest"
		`
	);
