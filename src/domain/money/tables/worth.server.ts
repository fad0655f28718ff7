import {
	date,
	doublePrecision,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import { slice } from './columns.server.ts';

/**
 * Kept: what a point was found to be worth at the end of a month, for some of the customers. It takes thousands of
 * draws, so it is worked out once after each refresh: for everybody and for each slice at once, for other filters when
 * they are first asked for.
 */
export const keptPrice = pgTable(
	'kept_price',
	{
		series: text().notNull(),
		asOf: date().notNull(),
		/** As an address has them: empty for all, '-' for not known. */
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		/** The refresh whose rows it was worked out from: after the next one it is out of date. */
		refreshId: integer().notNull(),
		/** Which version of the method found it: what an older one found is out of date too. */
		method: smallint().notNull(),
		at: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/** The same seed and rows give the same figures to the last digit. */
		seed: integer().notNull(),
		/** One customer in so many was looked at; 1: all. */
		every: integer().notNull(),
		found: jsonb().notNull()
	},
	(price) => [primaryKey({ columns: [price.series, price.asOf, price.segment, price.region, price.plan] })]
);

/** A price that a reader has asked for and that is not kept yet: it is worked out beside the server, which goes on. */
export const askedPrice = pgTable(
	'asked_price',
	{
		series: text().notNull(),
		asOf: date().notNull(),
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull()
	},
	(price) => [primaryKey({ columns: [price.series, price.asOf, price.segment, price.region, price.plan] })]
);

/**
 * An analysis of what customers are worth, worked out after a refresh: which one, when, how, or why not. Only the
 * latest is kept.
 */
export const valuation = pgTable('valuation', {
	/** The refresh whose revenue it was worked out from. */
	refreshId: integer().primaryKey(),
	at: timestamp({ withTimezone: true }).notNull(),
	tookMs: integer().notNull(),
	/** How most customers pay, which decides how they are valued. */
	basis: text({ enum: ['subscriptions', 'purchases'] }).notNull(),
	/** The model, in words. */
	method: text().notNull(),
	/** Why there is no value; absent where there is one. */
	refusal: text(),
	/** Customers who pay in the other way, or whom the model has no place for. */
	leftOut: integer().notNull()
});

/** What the customers of a slice are worth at the end of a month, and how that came about since twelve months before. */
export const valuationCell = pgTable(
	'valuation_cell',
	{
		asOf: date().notNull(),
		...slice(),
		customersOpening: integer().notNull(),
		customersAdded: integer().notNull(),
		customersLost: integer().notNull(),
		customersClosing: integer().notNull(),
		/** Minor units, fractions kept: rounded when they are told. */
		opening: doublePrecision().notNull(),
		added: doublePrecision().notNull(),
		lost: doublePrecision().notNull(),
		grown: doublePrecision().notNull(),
		shrunk: doublePrecision().notNull(),
		aged: doublePrecision().notNull(),
		closing: doublePrecision().notNull(),
		/** The closing without each twentieth of the customers, valued by a model that has not seen it. */
		customersWithout: integer().array().notNull(),
		closingWithout: doublePrecision().array().notNull()
	},
	(cell) => [primaryKey({ columns: [cell.asOf, cell.segment, cell.region, cell.plan] })]
);

/** How many customers of a slice have a value in a band, at the end of the last month that was valued: for the median. */
export const valuedBand = pgTable(
	'valued_band',
	{
		asOf: date().notNull(),
		...slice(),
		/** Fifty times the logarithm of the value in minor units. */
		band: smallint().notNull(),
		customers: integer().notNull()
	},
	(band) => [primaryKey({ columns: [band.asOf, band.segment, band.region, band.plan, band.band] })]
);
