import { sql } from 'drizzle-orm';

/**
 * Whether the made-up company is the one that is here. What is noted is about it then, and is asked for only while it
 * is: nothing that was decided about made-up customers is due, counted or found once there are real ones.
 */
export const isDemoHere = sql`coalesce((select demo_since is not null from organisation), false)`;
