import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { accountsAsOf } from './queries/behind.server.ts';
import { heldBy, inTime, ofWhom, picked, withWords } from './queries/feed-scope.server.ts';
import { lifetimeMinor } from './queries/lifetime-sql.server.ts';
import { accountsOn } from './queries/paying.server.ts';
import { told as toldAs } from './queries/told-sql.server.ts';
import type { Holds } from './behind.ts';
import type { Comment, Cursor, FeedCounts, FeedScope } from './feed.ts';

/** A comment as the table has it: its words whole, for nobody's eyes yet. */
export type CommentRow = Omit<Comment, 'hidden' | 'earlier'> & { version: number };

/** The newest comments first; a page goes on strictly behind the cursor. Nothing else orders or filters them. */
export const selectComments = (
	db: Db,
	scope: FeedScope,
	{ zone, reader, after, limit }: { zone: string; reader: number; after: Cursor | null; limit: number }
) =>
	rows<CommentRow & { cursorAt: string }>(
		db,
		sql`
			select
				response.customer_id as "customerId", response.id as "responseId", responded_at as "respondedAt",
				to_char(responded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt",
				survey.metric, survey.high_is_good as "highIsGood", score, title, comment, language,
				response.version, response.erased_at as "erasedAt",
				coalesce(survey.touchpoint, 'relationship') as "about",
				(select name from source where source.id = response.source_id) as "source",
				customer.name as "customer", customer.segment,
				(responded_at at time zone ${zone})::date - customer.started_on as "tenureDays",
				step.per_year_minor as "perYearMinor", ${lifetimeMinor} as "lifetimeMinor",
				${toldAs} as "told",
				receipt."readByMe", receipt."readers"
			from response
			join customer on customer.id = response.customer_id
			join survey on survey.id = response.survey_id
			left join yearly_revenue step
				on  step.customer_id = response.customer_id
				and step.from_day <= (responded_at at time zone ${zone})::date
				and step.to_day   >  (responded_at at time zone ${zone})::date
			cross join lateral (
				select coalesce(bool_or(person_id = ${reader}), false)                        as "readByMe",
					coalesce(array_agg(person.name order by read_at, person.id), array[]::text[]) as "readers"
				from read_receipt
				join person on person.id = person_id
				where read_receipt.customer_id = response.customer_id and read_receipt.response_id = response.id
			) receipt
			where ${withWords} and ${inTime(scope, zone)} and ${ofWhom(scope)} and ${picked(scope)}
			  and ${after === null ? sql`true` : sql`(responded_at, response.id) < (${after.at}::timestamptz, ${after.responseId}::bigint)`}
			order by responded_at desc, response.id desc
			limit ${limit}
		`
	);

/** How many comments there are, how many match, and how many of the matching ones have been read. */
export const countComments = (db: Db, scope: FeedScope, { zone, reader }: { zone: string; reader: number }) =>
	row<Omit<FeedCounts, 'withdrawn' | 'holds'>>(
		db,
		sql`
			select
				count(*) filter (where ${picked(scope)})::int                             as "matching",
				count(*)::int                                                             as "all",
				count(*) filter (where ${picked(scope)} and by_me)::int                   as "readByMe",
				count(*) filter (where ${picked(scope)} and by_anybody)::int              as "readByTeam",
				count(*) filter (where ${picked(scope)} and erased_at is not null)::int    as "erased"
			from response
			join customer on customer.id = response.customer_id
			join survey on survey.id = response.survey_id
			cross join lateral (
				select coalesce(bool_or(person_id = ${reader}), false) as by_me, count(*) > 0 as by_anybody
				from read_receipt
				where read_receipt.customer_id = response.customer_id and read_receipt.response_id = response.id
			) receipt
			where ${withWords} and ${inTime(scope, zone)} and ${ofWhom(scope)}
		`
	);

const accountsHeld = ({ behind }: FeedScope) => {
	const day = behind && accountsAsOf(behind);
	if (!behind || !day) return sql`null::int`;
	return sql`(select count(distinct account_id)::int from ${accountsOn(day, behind)} account join held on held.id = customer_id)`;
};

/** How many customers stand behind what was picked, and how many of them wrote. */
export const countHeld = (db: Db, scope: FeedScope, zone: string) =>
	row<Holds>(
		db,
		sql`
			with held as materialized (${heldBy(scope, zone)})
			select (select count(*)::int from held) as "customers", ${accountsHeld(scope)} as "accounts",
				(
					select count(distinct response.customer_id)::int
					from response
					join held customer_held on customer_held.id = response.customer_id
					join customer on customer.id = response.customer_id
					join survey on survey.id = response.survey_id
					where ${withWords} and ${inTime(scope, zone)} and ${ofWhom(scope)} and ${picked(scope)}
				) as "wrote"
		`
	);

/** The comment that came in last, whatever it is about: whatever comes later is new. */
export const selectLatest = async (db: Db): Promise<number> =>
	(await row<{ latest: number }>(db, sql`select coalesce(max(response_id), 0) as "latest" from searchable_comment`))
		.latest;

/** How many comments of the scope have come in after one; beyond `most` it is told as `most`. */
export const countArrivedIn = async (
	db: Db,
	scope: FeedScope,
	{ zone, since, most }: { zone: string; since: number; most: number }
): Promise<number> =>
	(
		await row<{ n: number }>(
			db,
			sql`
				select count(*)::int as "n"
				from (
					select
					from searchable_comment arrived
					join response on response.customer_id = arrived.customer_id and response.id = arrived.response_id
					join customer on customer.id = response.customer_id
					join survey on survey.id = response.survey_id
					where arrived.response_id > ${since}::bigint
					  and ${inTime(scope, zone)} and ${ofWhom(scope)} and ${picked(scope)}
					limit ${most}
				) arrived
			`
		)
	).n;

/** Answers of a time and slice, with a score or not. */
export const countAnswers = async (db: Db, scope: FeedScope, zone: string): Promise<number> =>
	(
		await row<{ answers: number }>(
			db,
			sql`
				select count(*)::int as "answers"
				from response
				join customer on customer.id = response.customer_id
				where ${inTime(scope, zone)} and ${ofWhom(scope)}
			`
		)
	).answers;

/** The last of some days on which somebody wrote something, erased or not; null: nobody did. `before`: none of that day. */
export const selectNewestWords = async (
	db: Db,
	{ from, before, zone }: { from: string; before: string; zone: string }
): Promise<string | null> =>
	(
		await row<{ day: string | null }>(
			db,
			sql`
				select to_char(max(responded_at) at time zone ${zone}, 'YYYY-MM-DD') as "day"
				from response
				where (comment is not null or title is not null or erased_at is not null)
				  and responded_at >= ${from}::date::timestamp at time zone ${zone}
				  and responded_at <  ${before}::date::timestamp at time zone ${zone}
			`
		)
	).day;

/** Notes that somebody has read these words; false when there are no such words. */
export const insertReceipt = async (
	db: Db,
	{ customerId, responseId, personId, at }: { customerId: number; responseId: number; personId: number; at: Date }
): Promise<boolean> => {
	const [found] = await rows<{ known: boolean }>(
		db,
		sql`
			with words as (
				select customer_id, id from response where customer_id = ${customerId} and id = ${responseId} and ${withWords}
			),
			receipt as (
				insert into read_receipt (customer_id, response_id, person_id, read_at)
				select customer_id, id, ${personId}, ${at.toISOString()} from words
				on conflict do nothing
			)
			select true as "known" from words
		`
	);
	return Boolean(found);
};
