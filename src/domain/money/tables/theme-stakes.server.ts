import { bigint, boolean, date, integer, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import { exact, slice } from './columns.server.ts';

/**
 * Kept: customers by their latest answer about a theme, at the end of a month, as `touchpoint_cell` has them by
 * touchpoint. Theme 0: all who gave a high answer, whatever it was about, with whom those of each theme are compared;
 * a theme's own row of high answers takes out of these whoever is among its low ones. Worked out after a refresh, and
 * after a change of the rules.
 */
export const themeStakeCell = pgTable(
	'theme_stake_cell',
	{
		themeId: integer().notNull(),
		asOf: date().notNull(),
		...slice(),
		tenureBand: smallint().notNull(),
		feeling: text({ enum: ['high', 'low'] }).notNull(),
		followed: integer().notNull(),
		lost: integer().notNull(),
		paying: integer().notNull(),
		revenueMinor: bigint({ mode: 'number' }).notNull(),
		revenueSquared: exact()
	},
	(cell) => [
		primaryKey({
			name: 'theme_stake_cell_key',
			columns: [cell.asOf, cell.themeId, cell.segment, cell.region, cell.plan, cell.tenureBand, cell.feeling]
		})
	]
);

/** What those cells were worked out from. */
export const themeStake = pgTable('theme_stake', {
	one: boolean().primaryKey().default(true),
	refreshId: integer().notNull(),
	/** Each theme with the version of its rules. */
	rules: text().notNull(),
	at: timestamp({ withTimezone: true }).notNull()
});
