import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { feelingSql } from '../../metrics/server.ts';
import { addDays, addMonths } from '../../scope/calendar.ts';
import type { Behind, BehindScope } from '../behind.ts';

/*
 * Which customers, or which answers, stand behind a figure: the rows that its kept sums were counted from, as conditions
 * on `response` and its `customer`.
 */

const sunday = ({ monday }: BehindScope) => addDays(monday, 6);

const paysOn = (day: string) => sql`
	exists (
		select from yearly_revenue step
		where step.customer_id = customer.id and per_year_minor > 0 and from_day <= ${day} and to_day > ${day}
	)
`;

/** Whose account each customer is of on a day: of their ultimate parent, or their own. */
export const accountsOn = (day: string, { apart }: Pick<BehindScope, 'apart'>) => sql`(
	select account.id as customer_id, ${apart ? sql`account.id` : sql`coalesce(member.account_id, account.id)`} as account_id
	from customer account
	left join customer_account member on member.customer_id = account.id and from_day <= ${day} and to_day > ${day}
)`;

const paying = (day: string) => sql`
	select customer_id from yearly_revenue where per_year_minor > 0 and from_day <= ${day} and to_day > ${day}
`;

/** A step of yearly revenue counts as paid before from, and until, twelve months later. */
const payingBefore = (day: string) => sql`
	select customer_id
	from yearly_revenue
	where from_day + interval '12 months' <= ${day}::date
	  and (to_day = 'infinity' or to_day + interval '12 months' > ${day}::date)
	group by customer_id
	having sum(per_year_minor) > 0
`;

/** The customer is of an account of which somebody pays. */
const accountPays = (scope: BehindScope, who: (day: string) => SQL) => {
	const accounts = accountsOn(sunday(scope), scope);
	return sql`customer.id in (
		select customer_id
		from ${accounts} everybody
		where account_id in (select account_id from ${accounts} payer join (${who(sunday(scope))}) paid using (customer_id))
	)`;
};

/** The latest score of twelve months in the series, which speaks for the customer until another does. */
const speaks = ({ series }: BehindScope, day: string, more: SQL = sql`true`) => sql`
	select from answer_outcome latest
	where latest.customer_id = customer.id and latest.series = ${series} and answered_on <= ${day} and heard_until > ${day}
	  and ${more}
`;

const lastFelt = (scope: BehindScope, feeling: 'high' | 'middle' | 'low') => sql`
	${paysOn(sunday(scope))} and exists (${speaks(
		scope,
		sunday(scope),
		sql`latest.response_id = response.id and ${feelingSql(sql`latest.series`, sql`latest.score`)} = ${feeling}`
	)})
`;

/**
 * Valued at the end of a month: subscribers who pay, or, where most customers buy without a subscription, those who
 * bought within a year and have something left of it.
 */
const valuedAt = (day: string) => sql`
	customer.id in (
		select step.customer_id
		from yearly_revenue step
		join customer_standing standing on standing.customer_id = step.customer_id and standing.subscribes
		where (select basis from valuation) = 'subscriptions'
		  and step.basis = 'recurring' and per_year_minor > 0 and from_day <= ${day} and to_day > ${day}
		union all
		select bought.customer_id
		from (
			select customer_id, max(booked_on) filter (where is_purchase) as last, min(booked_on) filter (where is_purchase) as first,
				count(*) filter (where is_purchase) as purchases, sum(minor) as minor
			from (
				select customer_id, booked_on, sum(reporting_minor) as minor, bool_or(reporting_minor > 0) as is_purchase
				from revenue_line
				where booked_on <= ${day} and (select basis from valuation) = 'purchases'
				group by customer_id, booked_on
			) day
			group by customer_id
		) bought
		join customer_standing standing on standing.customer_id = bought.customer_id and not standing.subscribes
		where last > (${day}::date - interval '12 months')::date
		  and (purchases = 1 or minor > (
			select sum(reporting_minor) from revenue_line line
			where line.customer_id = bought.customer_id and line.booked_on = bought.first
		  ))
	)
`;

const yearlyOn = (day: string) => sql`(
	select per_year_minor from yearly_revenue step
	where step.customer_id = customer.id and basis = 'recurring' and per_year_minor > 0 and from_day <= ${day} and to_day > ${day}
)`;

const endOf = (month: string) => addDays(addMonths(month, 1), -1);
const now = ({ month }: BehindScope) => endOf(month);
const then = ({ month }: BehindScope) => endOf(addMonths(month, -12));
const stayed = (scope: BehindScope) => sql`${valuedAt(then(scope))} and ${valuedAt(now(scope))}`;

/** The customer's latest answer after a touchpoint is low. */
const lowAt = (series: string, month: string) => sql`
	exists (
		select from touchpoint_answer latest
		where latest.customer_id = response.customer_id and latest.response_id = response.id and latest.series = ${series}
		  and feeling = 'low' and latest_from <= ${month} and latest_to > ${month}
	)
`;

/** The customer's latest scored answer about a theme is low. */
const lowAbout = (theme: number, month: string) => sql`
	response.id = (
		select latest.response_id
		from answer_outcome latest
		join comment_theme about using (customer_id, response_id)
		where latest.customer_id = response.customer_id and theme_id = ${theme}
		  and answered_on >= ${addMonths(month, -11)} and answered_on <= ${endOf(month)}
		order by answered_on desc, latest.response_id desc
		limit 1
	)
	and exists (
		select from answer_outcome felt
		where felt.customer_id = response.customer_id and felt.response_id = response.id
		  and ${feelingSql(sql`felt.series`, sql`felt.score`)} = 'low'
	)
`;

const conditions: Record<Behind, (scope: BehindScope) => SQL> = {
	scores: ({ series, monday }) => sql`
		exists (
			select from counted_answer counted
			where counted.customer_id = response.customer_id and counted.response_id = response.id
			  and counted.series = ${series} and counted.score >= 0 and week <= ${monday} and leaves_week > ${monday}
		)
	`,
	asked: ({ series, monday }) => sql`
		response.score is not null and exists (
			select from invitation
			join survey asked on asked.id = invitation.survey_id and asked.series = ${series}
			where invitation.customer_id = response.customer_id and invitation.source_id = response.source_id
			  and invitation.source_invitation_id = response.source_invitation_id and bounced_at is null
			  and exists (
				select from organisation
				where sent_at >= ${addDays(monday, -7 * 51)}::date::timestamp at time zone time_zone
				  and sent_at < (${monday}::date + 7)::timestamp at time zone time_zone
			  )
		)
	`,
	priced: ({ series, month }) => sql`
		exists (
			select from answer_outcome priced
			where priced.customer_id = response.customer_id and priced.response_id = response.id and priced.series = ${series}
			  and counts_from <= ${month} and counts_from > ${month}::date - interval '24 months'
			  and (per_year_then_minor > 0 or before_minor <= 0)
		)
	`,
	kept: (scope) => sql`${accountPays(scope, payingBefore)} and ${accountPays(scope, paying)}`,
	lost: (scope) => sql`${accountPays(scope, payingBefore)} and not ${accountPays(scope, paying)}`,
	'paid-then': (scope) => accountPays(scope, payingBefore),
	moved: ({ month }) => sql`
		exists (
			select from customer_month paid
			where paid.customer_id = customer.id and paid.month between ${addMonths(month, -23)} and ${month}
			having sum(recurring_minor + one_time_minor + given_back_minor) filter (where paid.month >= ${addMonths(month, -11)}) <> 0
			    or sum(recurring_minor + one_time_minor + given_back_minor) filter (where paid.month < ${addMonths(month, -11)}) <> 0
		)
	`,
	bought: ({ month }) => sql`
		exists (
			select from customer_month paid
			where paid.customer_id = customer.id and paid.month between ${addMonths(month, -11)} and ${month}
		)
	`,
	heard: (scope) => sql`
		${paysOn(sunday(scope))} and exists (
			select from counted_answer counted
			where counted.customer_id = response.customer_id and counted.response_id = response.id
			  and week <= ${scope.monday} and week > ${scope.monday}::date - 364
		)
	`,
	silent: (scope) => sql`${paysOn(sunday(scope))} and not exists (${speaks(scope, sunday(scope))})`,
	'last-high': (scope) => lastFelt(scope, 'high'),
	'last-middle': (scope) => lastFelt(scope, 'middle'),
	'last-low': (scope) => lastFelt(scope, 'low'),
	due: (scope) => sql`
		${lastFelt(scope, 'low')} and exists (
			select from paid_term term
			where term.customer_id = customer.id and due_from <= ${sunday(scope)} and due_until > ${sunday(scope)}
		)
	`,
	'low-there': ({ series, month }) =>
		sql`${paysOn(endOf(month))} and ${series.startsWith('theme:') ? lowAbout(Number(series.slice(6)), month) : lowAt(series, month)}`,
	'worth-then': (scope) => valuedAt(then(scope)),
	'worth-added': (scope) => sql`${valuedAt(now(scope))} and not ${valuedAt(then(scope))}`,
	'worth-grew': (scope) => sql`${stayed(scope)} and ${yearlyOn(now(scope))} > ${yearlyOn(then(scope))}`,
	'worth-shrank': (scope) => sql`${stayed(scope)} and ${yearlyOn(now(scope))} < ${yearlyOn(then(scope))}`,
	'worth-lost': (scope) => sql`${valuedAt(then(scope))} and not ${valuedAt(now(scope))}`,
	'worth-now': (scope) => valuedAt(now(scope))
};

/** Those that are of customers: all their words of the time. The others are of answers. */
const ofCustomers: readonly Behind[] = [
	...(['kept', 'lost', 'paid-then', 'moved', 'bought', 'silent'] as const),
	...(['worth-then', 'worth-added', 'worth-grew', 'worth-shrank', 'worth-lost', 'worth-now'] as const)
];

export const standsBehind = (scope: BehindScope | null | undefined): SQL =>
	scope ? sql`(${conditions[scope.whose](scope)})` : sql`true`;

export const isOfCustomers = ({ whose }: BehindScope): boolean => ofCustomers.includes(whose);

/** Those whose customers count together with others of their ultimate parent; on that day. */
const ofAccounts: readonly Behind[] = ['kept', 'lost', 'paid-then'];

/** On which day it is looked at which customers are of one account; null: that makes no difference here. */
export const accountsAsOf = (scope: BehindScope): string | null =>
	ofAccounts.includes(scope.whose) && !scope.apart ? sunday(scope) : null;
