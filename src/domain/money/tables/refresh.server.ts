import { date, integer, pgTable, smallint, timestamp } from 'drizzle-orm/pg-core';

/** Each time the kept sums were brought up to date: what they now know, and how long it took. */
export const refresh = pgTable('refresh', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	at: timestamp({ withTimezone: true }).notNull(),
	customers: integer().notNull(),
	tookMs: integer().notNull(),
	/** Last day on which revenue was booked; absent without any. */
	revenueThrough: date(),
	/** Which version of the way of counting made the sums: those of an older one are counted anew at the next start. */
	method: smallint().notNull().default(1),
	/** First and last day of any response. */
	answersFrom: date(),
	answersThrough: date()
});
