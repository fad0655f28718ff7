import { sql } from 'drizzle-orm';
import { customer } from '#domain/customers/tables.server.ts';
import { sourceNamed } from '#domain/customers/server.ts';
import { revenueLine } from '#domain/money/tables.server.ts';
import { invitation, response, survey } from '#domain/surveys/tables.server.ts';
import { addDays } from '#domain/scope/calendar.ts';
import type { ExchangeRate } from '#domain/scope/organisation.ts';
import { saveOrganisation, setRate, unnamed } from '#domain/scope/server.ts';
import { refreshKeptSums } from '#domain/money/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';

/*
 * Rows with dull defaults: a test names only what its sentence needs. Everything comes from source 'test', import 1.
 */

let made = 0;
const unique = (prefix: string) => `${prefix}-${++made}`;
const origin = async (db: Db) => ({ sourceId: await sourceNamed(db, 'test'), importId: 1 });

export async function givenCustomer(db: Db, given: Partial<typeof customer.$inferInsert> = {}): Promise<number> {
	const key = given.key ?? unique('customer');
	const [{ id }] = await db
		.insert(customer)
		.values({ key, name: key, startedOn: '2020-01-01', ...(await origin(db)), ...given })
		.returning({ id: customer.id });
	return id;
}

export async function givenSurvey(db: Db, given: Partial<typeof survey.$inferInsert> = {}): Promise<number> {
	const { sourceId } = await origin(db);
	const values = { sourceId, name: 'Relationship', kind: 'relationship' as const, metric: 'nps' as const, ...given };
	await db.insert(survey).values(values).onConflictDoNothing();
	return (
		await row<{ id: number }>(db, sql`select id from survey where source_id = ${sourceId} and name = ${values.name}`)
	).id;
}

/** A response; of a new customer and the relationship survey unless it says otherwise. */
export async function givenResponse(
	db: Db,
	{
		survey: about,
		...given
	}: Partial<typeof response.$inferInsert> & { survey?: Partial<typeof survey.$inferInsert> } = {}
): Promise<{ customerId: number; id: number }> {
	const customerId = given.customerId ?? (await givenCustomer(db));
	const surveyId = given.surveyId ?? (await givenSurvey(db, about));
	const [{ id }] = await db
		.insert(response)
		.values({
			surveyId,
			metric: about?.metric ?? 'nps',
			sourceResponseId: unique('response'),
			respondedAt: new Date('2026-01-07T12:00:00Z'),
			score: given.comment === undefined && given.title === undefined ? 9 : null,
			...(await origin(db)),
			...given,
			customerId
		})
		.returning({ id: response.id });
	return { customerId, id };
}

export async function givenInvitation(db: Db, given: Partial<typeof invitation.$inferInsert> = {}): Promise<void> {
	await db.insert(invitation).values({
		customerId: given.customerId ?? (await givenCustomer(db)),
		surveyId: given.surveyId ?? (await givenSurvey(db)),
		sourceInvitationId: unique('invitation'),
		sentAt: new Date('2026-01-05T12:00:00Z'),
		...(await origin(db)),
		...given
	});
}

/** A line of 100.00 USD, one-time unless it says otherwise. */
export async function givenRevenue(
	db: Db,
	given: Partial<typeof revenueLine.$inferInsert> & { customerId: number; bookedOn: string }
): Promise<void> {
	const amountMinor = given.amountMinor ?? 100_00;
	await db.insert(revenueLine).values({
		sourceLineId: unique('line'),
		kind: 'one-time',
		amountMinor,
		currency: 'USD',
		reportingMinor: amountMinor,
		servedFrom: given.bookedOn,
		servedTo: addDays(given.bookedOn, 1),
		...(await origin(db)),
		...given
	});
}

/** Reports in dollars, whatever is imported first, and knows what other currencies are worth in them. */
export async function givenRates(db: Db, rates: readonly ExchangeRate[]): Promise<void> {
	await saveOrganisation(db, { ...unnamed, provisional: false });
	for (const rate of rates) await setRate(db, rate);
}

/** Brings the kept sums up to date, as an import does at its end. */
export const givenRefreshed = (db: Db, zone = 'UTC') =>
	refreshKeptSums(db, 'everything', { zone, now: () => new Date('2026-11-23T06:00:00Z') });
