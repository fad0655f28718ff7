import { sql } from 'drizzle-orm';
import { integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { person } from '../../auth/tables.server.ts';

/** A colleague's name as customers write it: hidden in their words from readers who may not see it. */
export const staffName = pgTable(
	'staff_name',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		name: text().notNull(),
		addedBy: integer().references(() => person.id),
		addedAt: timestamp({ withTimezone: true }).notNull()
	},
	(staff) => [uniqueIndex('staff_name_once').on(sql`lower(${staff.name})`)]
);
