import { sql } from 'drizzle-orm';
import {
	type AnyPgColumn,
	bigint,
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	unique
} from 'drizzle-orm/pg-core';

/** A system or file that rows come from: its ids are unique within it. */
export const source = pgTable('source', {
	id: smallint().primaryKey().generatedAlwaysAsIdentity(),
	name: text().notNull().unique()
});

/**
 * An account that pays, or may pay, us. `key` is the id by which the organisation knows the customer in all its
 * files. Segment, region and plan are today's; absent means that no file has said.
 */
export const customer = pgTable(
	'customer',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		key: text().notNull().unique(),
		name: text().notNull(),
		segment: text(),
		region: text(),
		plan: text(),
		startedOn: date().notNull(),
		/** Absent: still with us, as far as we were told. */
		endedOn: date(),
		endedWhy: text(),
		cameBy: text({ enum: ['recommended', 'bought', 'unknown'] })
			.notNull()
			.default('unknown'),
		/** Absent: not part of a larger account. */
		parentId: integer().references((): AnyPgColumn => customer.id),
		sourceId: smallint()
			.notNull()
			.references(() => source.id),
		importId: integer().notNull()
	},
	(customer) => [
		index('customer_of_parent').on(customer.parentId),
		check('came_by_is_known', sql`${customer.cameBy} in ('recommended', 'bought', 'unknown')`),
		check('ends_after_start', sql`${customer.endedOn} >= ${customer.startedOn}`),
		check('reason_needs_an_end', sql`${customer.endedWhy} is null or ${customer.endedOn} is not null`),
		check('not_its_own_parent', sql`${customer.parentId} <> ${customer.id}`)
	]
);

/**
 * Since when an account is part of a larger one: what files said, and from which day on. `customer.parent_id` is the last
 * of it. A link that came with the customer holds since ever; a later one from the day of the import that said so, and
 * changes nothing before it.
 */
export const customerParent = pgTable(
	'customer_parent',
	{
		customerId: integer()
			.notNull()
			.references(() => customer.id, { onDelete: 'cascade' }),
		fromDay: date().notNull(),
		importId: integer().notNull(),
		parentId: integer()
			.notNull()
			.references(() => customer.id, { onDelete: 'cascade' })
	},
	(link) => [
		primaryKey({ columns: [link.customerId, link.fromDay, link.importId] }),
		index('customer_parent_of').on(link.parentId),
		index('customer_parent_import').on(link.importId)
	]
);

/**
 * Derived: the ultimate parent of each customer of a family, itself included, and from when until when. Whoever is not
 * here is an account of their own.
 */
export const customerAccount = pgTable(
	'customer_account',
	{
		customerId: integer().notNull(),
		fromDay: date().notNull(),
		/** Not included. */
		toDay: date().notNull(),
		accountId: integer().notNull()
	},
	(member) => [
		primaryKey({ columns: [member.customerId, member.fromDay] }),
		index('customer_account_of').on(member.accountId)
	]
);

/** A person at a customer. Their key is unique within the customer. */
export const contact = pgTable(
	'contact',
	{
		customerId: integer().notNull(),
		id: integer().notNull().generatedAlwaysAsIdentity(),
		key: text().notNull(),
		name: text(),
		email: text(),
		decides: boolean().notNull().default(false),
		importId: integer().notNull()
	},
	(contact) => [
		primaryKey({ columns: [contact.customerId, contact.id] }),
		unique('contact_key').on(contact.customerId, contact.key),
		foreignKey({ columns: [contact.customerId], foreignColumns: [customer.id] })
	]
);

/** A row as it was before an import changed it, so that the import can be undone and nothing is ever lost. */
export const replacedRow = pgTable(
	'replaced_row',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		importId: integer().notNull(),
		kind: text({ enum: ['customer', 'contact', 'invitation', 'response', 'revenue'] }).notNull(),
		customerId: integer().notNull(),
		rowId: bigint({ mode: 'number' }).notNull(),
		before: jsonb().notNull()
	},
	(row) => [index('replaced_row_of_import').on(row.importId)]
);

/**
 * Derived, by what money knows: what a customer paid us a year, as steps that do not overlap. Recurring revenue counts at its yearly rate
 * over its service period; a customer without any counts at what they bought in the twelve months before.
 */
export const yearlyRevenue = pgTable(
	'yearly_revenue',
	{
		customerId: integer().notNull(),
		fromDay: date().notNull(),
		/** Not included; 'infinity' while a renewal may still come in. */
		toDay: date().notNull(),
		perYearMinor: bigint({ mode: 'number' }).notNull(),
		basis: text({ enum: ['recurring', 'bought in the last year'] }).notNull(),
		/** When the paid term ends, for a step left open because its renewal is not late yet. */
		dueOn: date()
	},
	(step) => [
		primaryKey({ columns: [step.customerId, step.fromDay] }),
		index('yearly_revenue_due').on(step.dueOn),
		check('step_in_order', sql`${step.fromDay} < ${step.toDay}`)
	]
);

/** Derived, by what money knows: a customer as the cells count them. Empty text: not known. */
export const customerStanding = pgTable('customer_standing', {
	customerId: integer().primaryKey(),
	segment: text().notNull(),
	region: text().notNull(),
	plan: text().notNull(),
	cameBy: text({ enum: ['recommended', 'bought', 'unknown'] }).notNull(),
	/** They have, or had, recurring revenue: its end shows that they left. */
	subscribes: boolean().notNull(),
	/** Since when they pay nothing any more; absent while they do. */
	lostOn: date()
});

/**
 * Derived, by what money knows: what is still to be expected of a customer who pays at the end of the last month that was
 * valued. Whoever is not here paid nothing then, or nothing has been worked out yet.
 */
export const customerValue = pgTable('customer_value', {
	customerId: integer().primaryKey(),
	/** Revenue of the horizon, discounted, in minor units; absent: the method has no place for them. */
	minor: bigint({ mode: 'number' })
});
