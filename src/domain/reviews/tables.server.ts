import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, date, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { person } from '../auth/tables.server.ts';

export { arrangement, attendee, signOff } from './tables/meeting.server.ts';

const moment = () => timestamp({ withTimezone: true });
const isWeek = (column: unknown) => sql`${column} ~ '^[0-9]{4}-W[0-9]{2}$'`;

/** What the chief customer officer says about a week, in one line. A week without a row has no headline yet. */
export const headline = pgTable(
	'headline',
	{
		week: text().primaryKey(),
		text: text().notNull(),
		/** Goes up with each change, so that nobody writes over what they have not seen. */
		version: integer().notNull(),
		writtenBy: integer()
			.notNull()
			.references(() => person.id),
		writtenAt: moment().notNull()
	},
	(headline) => [check('week_is_iso', isWeek(headline.week))]
);

/** Who speaks for the customer in a week's meeting. */
export const seat = pgTable(
	'seat',
	{
		week: text().primaryKey(),
		personId: integer()
			.notNull()
			.references(() => person.id),
		givenBy: integer()
			.notNull()
			.references(() => person.id),
		givenAt: moment().notNull()
	},
	(seat) => [check('week_is_iso', isWeek(seat.week))]
);

/** A review that was closed, with all that it showed. Rows are never changed or deleted: a trigger refuses it. */
export const edition = pgTable(
	'edition',
	{
		week: text().primaryKey(),
		closedAt: moment().notNull(),
		/** Null: it closed by itself. */
		closedBy: integer().references(() => person.id),
		/** Which shape the contents have. */
		shape: integer().notNull(),
		/** Text rather than jsonb, which would bring keys and numbers into an order and a form of its own. */
		contents: text().notNull()
	},
	(edition) => [check('week_is_iso', isWeek(edition.week))]
);

/** What was decided in a week's review, for whom, and what came of it. */
export const decision = pgTable(
	'decision',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		week: text().notNull(),
		/** Decided about the made-up company; it is not told among real ones. */
		ofDemo: boolean().notNull().default(false),
		what: text().notNull(),
		why: text().notNull(),
		ownerId: integer()
			.notNull()
			.references(() => person.id),
		dueOn: date().notNull(),
		/** Which customers it touches; null: whatever theirs is. */
		segment: text(),
		region: text(),
		plan: text(),
		/** How many of them paid, and what they paid a year, when it was decided. */
		customers: integer().notNull(),
		perYearMinor: bigint({ mode: 'number' }).notNull(),
		currency: char({ length: 3 }).notNull(),
		/** What is expected of it. */
		expected: text().notNull(),
		/** What is in it for our customers; null: not answered yet. */
		forCustomers: text(),
		decidedBy: integer()
			.notNull()
			.references(() => person.id),
		decidedAt: moment().notNull(),
		state: text({ enum: ['open', 'kept', 'dropped'] })
			.notNull()
			.default('open'),
		/** What came of it, in the words of whoever ended it. */
		outcome: text(),
		endedBy: integer().references(() => person.id),
		endedAt: moment()
	},
	(decision) => [
		index('decision_of_week').on(decision.week),
		index('decision_due').on(decision.dueOn),
		check('week_is_iso', isWeek(decision.week)),
		check('state_is_known', sql`${decision.state} in ('open', 'kept', 'dropped')`),
		check(
			'end_is_told',
			sql`(${decision.state} = 'open') = (${decision.endedAt} is null) and (${decision.state} = 'open') = (${decision.outcome} is null)`
		)
	]
);

/** Something that happened and explains what the charts show. */
export const event = pgTable(
	'event',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		kind: text({ enum: ['campaign', 'outage', 'price change', 'release', 'survey changed', 'other'] }).notNull(),
		what: text().notNull(),
		/** Noted while the made-up company was here; it is not told with real figures. */
		ofDemo: boolean().notNull().default(false),
		fromDay: date().notNull(),
		toDay: date().notNull(),
		addedBy: integer()
			.notNull()
			.references(() => person.id),
		addedAt: moment().notNull()
	},
	(event) => [
		index('event_days').on(event.toDay, event.fromDay),
		check('ends_after_it_began', sql`${event.toDay} >= ${event.fromDay}`),
		check(
			'kind_is_known',
			sql`${event.kind} in ('campaign', 'outage', 'price change', 'release', 'survey changed', 'other')`
		)
	]
);
