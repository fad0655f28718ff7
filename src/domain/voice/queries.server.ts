import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { notKnown } from '../scope/scope.ts';
import { lifetimeMinor } from './queries/lifetime-sql.server.ts';
import { told as toldAs } from './queries/told-sql.server.ts';
import type { Comment, Cursor, FeedCounts, FeedScope } from './feed.ts';

/** A comment as the table has it: its words whole, for nobody's eyes yet. */
export type CommentRow = Omit<Comment, 'hidden' | 'earlier'> & { version: number };

const slice = (column: SQL, value: string | null): SQL =>
	value === null ? sql`true` : value === notKnown ? sql`${column} is null` : sql`${column} = ${value}`;

/** Words that were erased stay in their place, as a gap that says so. */
const withWords = sql`(response.comment is not null or response.title is not null or response.erased_at is not null)`;

const inTime = ({ from, to }: FeedScope, zone: string) => sql`
	response.responded_at >= ${from}::date::timestamp at time zone ${zone}
	and response.responded_at < (${to}::date + 1)::timestamp at time zone ${zone}
`;

/** The customer paid on the day of the answer; and twelve months later nothing, less, or more. */
const deeds = {
	left: sql`per_year_after_minor = 0`,
	shrank: sql`per_year_after_minor > 0 and per_year_after_minor < per_year_then_minor`,
	grew: sql`per_year_after_minor > per_year_then_minor`
};

/** The answers that tell what their customers did, or of these those whose customers did so. */
const told = ({ did, series }: FeedScope, deed: SQL = sql`true`) =>
	did
		? sql`exists (
			select from answer_outcome outcome
			where outcome.customer_id = response.customer_id and outcome.response_id = response.id
			  and outcome.series = ${series} and followed_from <= ${did.asOf} and followed_to > ${did.asOf}
			  and per_year_then_minor > 0 and ${deed}
		)`
		: sql`true`;

/** How a customer's revenue moved between two times of twelve months, as the growth statement tells it. */
const movement = (asOf: string) => sql`
	select customer_id,
		case
			when before > 0 and now <= 0     then 'lost'
			when before > 0 and now < before then 'shrank'
			when before > 0 and now > before then 'grew'
			when before > 0                  then 'same'
			when first_paid < ${asOf}::date - interval '11 months' then 'came back'
			else 'new'
		end as movement
	from (
		select customer_id, min(month) filter (where recurring_minor + one_time_minor > 0) as first_paid,
			coalesce(sum(recurring_minor + one_time_minor + given_back_minor) filter (
				where month between ${asOf}::date - interval '11 months' and ${asOf}
			), 0) as now,
			coalesce(sum(recurring_minor + one_time_minor + given_back_minor) filter (
				where month between ${asOf}::date - interval '23 months' and ${asOf}::date - interval '12 months'
			), 0) as before
		from customer_month
		group by customer_id
	) year
	where now <> 0 or before <> 0
`;

const movedSo = ({ moved }: FeedScope) =>
	moved
		? sql`customer.id in (
			select customer_id
			from (${movement(moved.asOf)}) year
			join customer_standing using (customer_id)
			where movement = ${moved.movement} and ${moved.cameBy === null ? sql`true` : sql`came_by = ${moved.cameBy}`}
		)`
		: sql`true`;

const ofWhom = (scope: FeedScope) => sql`
	${slice(sql`customer.segment`, scope.segment)}
	and ${slice(sql`customer.region`, scope.region)}
	and ${slice(sql`customer.plan`, scope.plan)}
	and ${told(scope)}
`;

const picked = (scope: FeedScope) => sql`
	${scope.series === null ? sql`true` : sql`survey.series = ${scope.series}`}
	and ${told(scope, scope.did ? deeds[scope.did.deed] : undefined)}
	and ${movedSo(scope)}
	and ${scope.scores === null ? sql`true` : sql`response.score between ${scope.scores.lowest} and ${scope.scores.highest}`}
`;

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
				customer.name as "customer", customer.segment,
				(responded_at at time zone ${zone})::date - customer.started_on as "tenureDays",
				step.per_year_minor as "perYearMinor", ${lifetimeMinor} as "lifetimeMinor",
				${toldAs} as "told",
				receipt."readByMe", receipt."readBy"
			from response
			join customer on customer.id = response.customer_id
			join survey on survey.id = response.survey_id
			left join yearly_revenue step
				on  step.customer_id = response.customer_id
				and step.from_day <= (responded_at at time zone ${zone})::date
				and step.to_day   >  (responded_at at time zone ${zone})::date
			cross join lateral (
				select coalesce(bool_or(person_id = ${reader}), false) as "readByMe", count(*)::int as "readBy"
				from read_receipt
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
	row<Omit<FeedCounts, 'withdrawn'>>(
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
