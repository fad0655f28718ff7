import { sql } from 'drizzle-orm';

/** The latest week for whose story somebody has chosen a response. */
export const told = sql`(
	select jsonb_build_object('week', story.week, 'by', chooser.name)
	from told_story story
	join person chooser on chooser.id = story.chosen_by
	where story.customer_id = response.customer_id and story.response_id = response.id
	order by story.week desc
	limit 1
)`;
