import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Cursor } from '../feed.ts';
import { matches, ofDays } from './matches.server.ts';
import type { By, Wanted } from './matches.server.ts';

export type Place = { customerId: number; responseId: number; cursorAt: string };

/** Strictly behind one place, and if there is an end, up to and with that. */
export type Span = { after: Cursor | null; until: Cursor | null; limit: number };

const place = ({ at, responseId }: Cursor) => sql`(${at}::timestamptz, ${responseId}::bigint)`;
export const behind = (after: Cursor | null) =>
	after === null ? sql`true` : sql`(responded_at, response_id) < ${place(after)}`;
export const upTo = (until: Cursor | null) =>
	until === null ? sql`true` : sql`(responded_at, response_id) >= ${place(until)}`;
export const cursorAt = sql`to_char(responded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
export const newestFirst = sql`responded_at desc, response_id desc`;

/**
 * Postgres takes jumping about in an index for slow, as on a disk that turns, and then rather reads everything. What is
 * asked here lies in memory, or on a disk that does not turn.
 */
export const inMemory = <Answer>(db: Db, ask: (tx: Db) => Promise<Answer>): Promise<Answer> =>
	db.transaction(async (tx) => {
		await tx.execute(sql`set local random_page_cost = 1.1`);
		return ask(tx);
	});

/**
 * Where the newest matching comments are. Without words the index is walked from the newest on. With words all matches
 * are found first (that is what `offset 0` says): walking back until enough are found could take for ever.
 */
export const selectPlaces = (db: Db, wanted: Wanted, by: By, { after, until, limit }: Span): Promise<Place[]> =>
	inMemory(db, (tx) =>
		rows<Place>(
			tx,
			sql`
				select customer_id as "customerId", response_id as "responseId", ${cursorAt} as "cursorAt"
				from (
					select customer_id, response_id, responded_at
					from (
						select customer_id, response_id, responded_at
						from searchable_comment comment
						where ${matches(wanted, by)} and ${behind(after)} and ${upTo(until)}
						${wanted.query === null ? sql`` : sql`offset 0`}
					) found
					order by ${newestFirst}
					limit ${limit}
				) newest
				order by ${newestFirst}
			`
		)
	);

/** So many of the newest comments are looked through for a word that is likely to be among them. */
const lookedThrough = 5_000;

/**
 * Where the newest comments with a common word are: they are looked through from the newest on, which is soon enough
 * where the word is as common as ever. Null: too few among those; they have to be found by their words.
 */
export const selectPlacesOfCommon = (
	db: Db,
	wanted: Wanted,
	by: By,
	{ after, limit }: Pick<Span, 'after' | 'limit'>
): Promise<Place[] | null> =>
	inMemory(db, async (tx) => {
		const places = await rows<Place>(
			tx,
			sql`
				select customer_id as "customerId", response_id as "responseId", ${cursorAt} as "cursorAt"
				from (
					select * from searchable_comment
					where ${sql.join([behind(after), ...ofDays(wanted, by.zone)], sql` and `)}
					order by ${newestFirst}
					limit ${lookedThrough}
				) comment
				where ${matches(wanted, by)}
				order by ${newestFirst}
				limit ${limit}
			`
		);
		return places.length < limit ? null : places;
	});

/** Both at once for a search by words, so that its matches are found only once. */
export const selectPlacesAndCount = (
	db: Db,
	wanted: Wanted,
	by: By,
	{ after, limit }: Pick<Span, 'after' | 'limit'>
): Promise<{ matching: number; places: Place[] }> =>
	inMemory(db, (tx) =>
		row<{ matching: number; places: Place[] }>(
			tx,
			sql`
				with found as materialized (
					select customer_id, response_id, responded_at
					from searchable_comment comment
					where ${matches(wanted, by)}
				),
				newest as (
					select * from found where ${behind(after)} order by ${newestFirst} limit ${limit}
				)
				select
					(select count(*)::int from found) as "matching",
					coalesce(
						jsonb_agg(
							jsonb_build_object('customerId', customer_id, 'responseId', response_id, 'cursorAt', ${cursorAt})
							order by ${newestFirst}
						),
						'[]'
					) as "places"
				from newest
			`
		)
	);

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

/** All comments there are, how many of them were erased and a reader has read, and the one that came in last. */
export const selectTotals = (db: Db, reader: number) =>
	row<{ all: number; erased: number; readByMe: number; latest: number }>(
		db,
		sql`
			select
				(select coalesce(sum(change), 0)::int from comment_tally)            as "all",
				(select count(*)::int from response where erased_at is not null)     as "erased",
				(select count(*)::int from read_receipt where person_id = ${reader}) as "readByMe",
				(select coalesce(max(response_id), 0) from searchable_comment)       as "latest"
		`
	);
