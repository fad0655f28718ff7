import { sql } from 'drizzle-orm';

/** What is still to be expected of a response's customer, in minor units: margin where the organisation has said its share. */
export const lifetimeMinor = sql`(
	select round(value.minor * coalesce((select margin from organisation), 1))::bigint
	from customer_value value
	where value.customer_id = response.customer_id
)`;
