import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { addDays } from '../../scope/calendar.ts';
import type { BehindScope } from '../behind.ts';

/*
 * Who pays on a day, or paid twelve months before, by customers and by accounts, as conditions on `customer`.
 */

export const sunday = ({ monday }: BehindScope) => addDays(monday, 6);

export const paysOn = (day: string) => sql`
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

export const paying = (day: string) => sql`
	select customer_id from yearly_revenue where per_year_minor > 0 and from_day <= ${day} and to_day > ${day}
`;

/** A step of yearly revenue counts as paid before from, and until, twelve months later. */
export const payingBefore = (day: string) => sql`
	select customer_id
	from yearly_revenue
	where from_day + interval '12 months' <= ${day}::date
	  and (to_day = 'infinity' or to_day + interval '12 months' > ${day}::date)
	group by customer_id
	having sum(per_year_minor) > 0
`;

/** The customer is of an account of which somebody pays. */
export const accountPays = (scope: BehindScope, who: (day: string) => SQL) => {
	const accounts = accountsOn(sunday(scope), scope);
	return sql`customer.id in (
		select customer_id
		from ${accounts} everybody
		where account_id in (select account_id from ${accounts} payer join (${who(sunday(scope))}) paid using (customer_id))
	)`;
};
