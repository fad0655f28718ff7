import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import { person } from '../auth/tables.server.ts';
import { source } from '../customers/tables.server.ts';
import type { ImportCounts, ImportFile } from './import.ts';
import type { Mapping } from './mapping/mapping.ts';

const moment = () => timestamp({ withTimezone: true });

/** One go at bringing files in. Every raw row says which import it came with. */
export const importRun = pgTable(
	'import_run',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		sourceId: smallint().references(() => source.id),
		preset: text(),
		state: text({
			enum: ['uploaded', 'checking', 'checked', 'running', 'committed', 'failed', 'undone']
		}).notNull(),
		files: jsonb().$type<ImportFile[]>().notNull(),
		mapping: jsonb().$type<Mapping>(),
		counts: jsonb().$type<ImportCounts>(),
		/** Why it failed, in a sentence. */
		message: text(),
		/** Absent: from the command line. */
		startedBy: integer().references(() => person.id),
		createdAt: moment().notNull(),
		finishedAt: moment(),
		undoneAt: moment(),
		undoneBy: integer().references(() => person.id)
	},
	(run) => [
		check(
			'state_is_known',
			sql`${run.state} in ('uploaded', 'checking', 'checked', 'running', 'committed', 'failed', 'undone')`
		)
	]
);

/** How the columns of a kind of file were mapped last time, found again by its headings. */
export const keptMapping = pgTable('kept_mapping', {
	/** SHA-256 of the headings in order. */
	headings: text().primaryKey(),
	mapping: jsonb().$type<Mapping>().notNull(),
	keptAt: moment().notNull()
});
