import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { inSlice } from '../../scope/slice-sql.server.ts';
import type { Slice } from '../../scope/scope.ts';
import type { Whom } from '../bet.ts';

/** Customers of a bet, as conditions on `customer` and its `standing`. */
const ofWhom = ({ customers, ...whom }: Whom): SQL =>
	customers === null
		? inSlice(whom)
		: sql`customer.key in (select jsonb_array_elements_text(${JSON.stringify(customers)}::jsonb))`;

/** They pay us on a day; where nothing is known of what anybody pays, everybody counts. */
const pays = (day: SQL) => sql`(
	exists (
		select from yearly_revenue step
		where step.customer_id = customer.id and from_day <= ${day} and to_day > ${day} and per_year_minor > 0
	)
	or not exists (select from yearly_revenue)
)`;

/** The account at the top, by its key; a customer without a parent is their own. */
const topAccount = sql`coalesce((
	with recursive up(id, parent_id) as (
		select customer.id, customer.parent_id
		union
		select parent.id, parent.parent_id from up join customer parent on parent.id = up.parent_id
	)
	select top.key from up join customer top on top.id = up.id where up.parent_id is null limit 1
), customer.key)`;

export type Eligible = { customerId: number; key: string; unit: string } & Record<Slice, string>;

/** Who a bet is about and pays us on a day, in the order of their keys. Empty text: not known. */
export const selectEligible = (db: Db, whom: Whom, on: string) =>
	rows<Eligible>(
		db,
		sql`
			select customer.id as "customerId", customer.key, ${topAccount} as "unit",
				standing.segment, standing.region, standing.plan
			from (select customer_id, segment, region, plan from customer_standing) standing
			join (select id, key, parent_id from customer) customer on customer.id = standing.customer_id
			where ${ofWhom(whom)} and ${pays(sql`${on}::date`)}
			order by customer.key collate "C"
		`
	);

/** How the outcomes of a bet's customers have scattered, and how many of them there are; `gets`: of one group. */
export type Scatter = {
	gets: boolean | null;
	/** Accounts that pay. */
	accounts: number;
	/** Of those who paid so many months ago, how many there were, and the share who still pay. */
	paid: number;
	kept: number | null;
	revenueVariance: number | null;
	beforeVariance: number | null;
	covariance: number | null;
	/** Customers who answered in as many months, and how far their mean answers scatter. */
	answered: number;
	scoreVariance: number | null;
	npsVariance: number | null;
};

type Asked = {
	whom: Whom;
	group: { slice: Slice; value: string } | null;
	on: string;
	/** First day of the months whose outcomes are looked at, the first after them, and the first of as many before. */
	from: string;
	to: string;
	before: string;
	series: string | null;
	zone: string;
};

export const selectScatter = (db: Db, { whom, group, on, from, to, before, series, zone }: Asked) =>
	rows<Scatter>(
		db,
		sql`
			with of_bet as (
				select customer.id, customer.parent_id,
					${group === null ? sql`null::boolean` : sql`standing.${sql.identifier(group.slice)} = ${group.value}`} as gets,
					${pays(sql`${on}::date`)}               as pays,
					${pays(sql`${from}::date`)}             as paid,
					${pays(sql`(${to}::date - 1)`)}         as kept
				from (select customer_id, segment, region, plan from customer_standing) standing
				join (select id, key, parent_id from customer) customer on customer.id = standing.customer_id
				where ${ofWhom(whom)}
			),
			money as (
				select customer_id,
					sum(recurring_minor + one_time_minor + given_back_minor) filter (where month >= ${from}::date) as after,
					sum(recurring_minor + one_time_minor + given_back_minor) filter (where month < ${from}::date)  as before
				from customer_month
				where month >= ${before}::date and month < ${to}::date and customer_id in (select id from of_bet where pays)
				group by customer_id
			),
			answer as (
				select response.customer_id, avg(score) as score,
					avg(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as nps
				from response
				join survey on survey.id = response.survey_id
				where survey.series = ${series} and score is not null
				  and responded_at >= ${from}::date::timestamp at time zone ${zone}
				  and responded_at < ${to}::date::timestamp at time zone ${zone}
				  and response.customer_id in (select id from of_bet where pays)
				group by response.customer_id
			)
			select gets,
				count(distinct coalesce(of_bet.parent_id, of_bet.id)) filter (where pays)::int             as "accounts",
				count(*) filter (where paid)::int                                                          as "paid",
				avg(kept::int) filter (where paid)::float8                                                 as "kept",
				var_samp(coalesce(after, 0)) filter (where pays)::float8                                   as "revenueVariance",
				var_samp(coalesce(before, 0)) filter (where pays)::float8                                  as "beforeVariance",
				covar_samp(coalesce(after, 0), coalesce(before, 0)) filter (where pays)::float8            as "covariance",
				count(score)::int                                                                          as "answered",
				var_samp(score)::float8                                                                    as "scoreVariance",
				var_samp(nps)::float8                                                                      as "npsVariance"
			from of_bet
			left join money on money.customer_id = of_bet.id
			left join answer on answer.customer_id = of_bet.id
			group by gets
		`
	);

export type Member = { customerId: number; key: string; unit: string; gets: boolean };

/** Writes the members of a bet, before its start is noted. */
export const insertMembers = (db: Db, number: number, members: readonly Member[]) =>
	db.execute(sql`
		insert into bet_member (bet_id, customer_id, key, unit, gets)
		select ${number}, "customerId", key, unit, gets
		from jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
			as member("customerId" integer, key text, unit text, gets boolean)
	`);

/** Before there are statistics of new members, the words of a bet's customers are looked for as if there were few. */
export const analyseMembers = (db: Db) => db.execute(sql`analyze bet_member`);

/** Who is in a bet, in the order of their keys. */
export const selectMembers = (db: Db, number: number) =>
	rows<Member>(
		db,
		sql`
			select customer_id as "customerId", key, unit, gets
			from bet_member
			where bet_id = ${number}
			order by key collate "C"
		`
	);

/** Of a list of keys, how many we know. */
export const countKnown = async (db: Db, keys: readonly string[]): Promise<number> =>
	(
		await row<{ n: number }>(
			db,
			sql`
				select count(*)::int as "n" from customer
				where key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))
			`
		)
	).n;
