import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { plannedAnew } from '#platform/db/planned-anew.ts';
import { addDays } from '../../scope/calendar.ts';
import { notKnown } from '../../scope/scope.ts';
import type { FeedScope } from '../feed.ts';
import { isOfCustomers, standsBehind } from './behind.server.ts';

/*
 * Which words a feed shows, as conditions on `response`, its `customer` and its `survey`.
 */

/** The same words whether a value is chosen or none: a connection keeps one plan for all filters, not one for each. */
const slice = (column: SQL, value: string | null): SQL =>
	value === notKnown ? sql`${column} is null` : sql`(${value}::text is null or ${column} = ${value})`;

/** Words that were erased stay in their place, as a gap that says so. */
export const withWords = sql`(response.comment is not null or response.title is not null or response.erased_at is not null)`;

/** A week holds few answers among all; a longer time may hold most of them, and is then found otherwise. */
const isLong = ({ from, to }: FeedScope) => to > addDays(from, 6);

export const inTime = (scope: FeedScope, zone: string) => sql`
	${isLong(scope) ? plannedAnew : sql``} response.responded_at >= ${scope.from}::date::timestamp at time zone ${zone}
	and response.responded_at < (${scope.to}::date + 1)::timestamp at time zone ${zone}
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

const inBet = ({ bet }: FeedScope) =>
	bet ? sql`customer.id in (select customer_id from bet_member where bet_id = ${bet})` : sql`true`;

export const ofWhom = (scope: FeedScope) => sql`
	${slice(sql`customer.segment`, scope.segment)}
	and ${slice(sql`customer.region`, scope.region)}
	and ${slice(sql`customer.plan`, scope.plan)}
	and ${told(scope)}
`;

export const picked = (scope: FeedScope) => sql`
	${scope.series === null ? sql`true` : sql`survey.series = ${scope.series}`}
	and ${told(scope, scope.did ? deeds[scope.did.deed] : undefined)}
	and ${movedSo(scope)}
	and ${inBet(scope)}
	and ${standsBehind(scope.behind)}
	and ${scope.scores === null ? sql`true` : sql`response.score between ${scope.scores.lowest} and ${scope.scores.highest}`}
`;

/** All of whom the figure speaks that was picked: its customers, or those who gave its answers. */
export const heldBy = (scope: FeedScope, zone: string) =>
	scope.moved || (scope.behind && isOfCustomers(scope.behind))
		? sql`
			select customer.id from customer
			where ${ofWhom(scope)} and ${movedSo(scope)} and ${standsBehind(scope.behind)}
		`
		: sql`
			select distinct customer.id
			from response
			join customer on customer.id = response.customer_id
			join survey on survey.id = response.survey_id
			where ${inTime(scope, zone)} and ${ofWhom(scope)} and ${picked(scope)}
		`;
