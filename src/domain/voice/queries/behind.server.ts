import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { addDays, addMonths } from '../../scope/calendar.ts';
import type { Behind, BehindScope } from '../behind.ts';
import { lastFelt, lowAbout, lowAt, speaks } from './latest-answer.server.ts';
import { accountPays, paying, payingBefore, paysOn, sunday } from './paying.server.ts';
import { atTheEnd, endOf, stayed, valuedAt, yearBefore, yearlyOn } from './valued.server.ts';

/*
 * Which customers, or which answers, stand behind a figure: the rows that its kept sums were counted from, as conditions
 * on `response` and its `customer`.
 */

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
	'worth-then': (scope) => valuedAt(yearBefore(scope)),
	'worth-added': (scope) => sql`${valuedAt(atTheEnd(scope))} and not ${valuedAt(yearBefore(scope))}`,
	'worth-grew': (scope) => sql`${stayed(scope)} and ${yearlyOn(atTheEnd(scope))} > ${yearlyOn(yearBefore(scope))}`,
	'worth-shrank': (scope) => sql`${stayed(scope)} and ${yearlyOn(atTheEnd(scope))} < ${yearlyOn(yearBefore(scope))}`,
	'worth-lost': (scope) => sql`${valuedAt(yearBefore(scope))} and not ${valuedAt(atTheEnd(scope))}`,
	'worth-now': (scope) => valuedAt(atTheEnd(scope))
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
