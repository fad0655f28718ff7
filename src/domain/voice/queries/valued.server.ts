import { sql } from 'drizzle-orm';
import { addDays, addMonths } from '../../scope/calendar.ts';
import type { BehindScope } from '../behind.ts';

/*
 * Who is worth something at the end of a month, and of the one twelve months before, as conditions on `customer`.
 */

/**
 * Valued at the end of a month: subscribers who pay, or, where most customers buy without a subscription, those who
 * bought within a year and have something left of it.
 */
export const valuedAt = (day: string) => sql`
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

export const yearlyOn = (day: string) => sql`(
	select per_year_minor from yearly_revenue step
	where step.customer_id = customer.id and basis = 'recurring' and per_year_minor > 0 and from_day <= ${day} and to_day > ${day}
)`;

export const endOf = (month: string) => addDays(addMonths(month, 1), -1);
export const atTheEnd = ({ month }: BehindScope) => endOf(month);
export const yearBefore = ({ month }: BehindScope) => endOf(addMonths(month, -12));
export const stayed = (scope: BehindScope) => sql`${valuedAt(yearBefore(scope))} and ${valuedAt(atTheEnd(scope))}`;
