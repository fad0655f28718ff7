import type { Db } from '#platform/db/connect.ts';
import type { IncomingContact, IncomingCustomer } from './incoming.ts';
import { mergeContacts, stageContacts } from './queries/contacts.server.ts';
import { customersWithoutStart, dropStagedCustomers, mergeCustomers, stageCustomers } from './queries/intake.server.ts';
import { noteParents, tieParents } from './queries/parents.server.ts';

export { customerDirectory } from './directory.server.ts';
export type { CustomerDirectory } from './directory.server.ts';
export { insertTrusted } from './foreign-keys.server.ts';
export { makeRoomForCustomers, sourceNamed } from './queries/intake.server.ts';
export { makeRoomForTouched } from './queries/touched.server.ts';
export { selectAccount as accountOf, selectAccountEntries as accountEntries } from './story/queries.server.ts';
export type { AccountEntry } from './story/queries.server.ts';

export type Rejected = { row: number; field: string; reason: string };
export type Origin = { sourceId: number; importId: number };
/** `seenOn`: a day on which the same row shows them to be a customer; it stands in for a start that nobody stated. */
export type CustomerOnRow = { row: number; customer: IncomingCustomer; seenOn: string | null };

/** Takes customers in. New ones need a day on which they started, or were first seen. */
export async function takeInCustomers(db: Db, customers: CustomerOnRow[], origin: Origin) {
	if (customers.length === 0) return { added: 0, changed: 0, rejected: [] };
	await stageCustomers(db, customers);

	const withoutStart = await customersWithoutStart(db);
	if (withoutStart.length > 0)
		await dropStagedCustomers(
			db,
			withoutStart.map(({ key }) => key)
		);
	await noteParents(db);

	return {
		...(await mergeCustomers(db, origin)),
		rejected: withoutStart.map(({ row, key }) => ({
			row,
			field: 'started_on',
			reason: `Customer "${key}" is new: say since when they are a customer.`
		}))
	};
}

/** Ties accounts to their parents once all customers are in. `day`: from which on it holds for those who were there before. */
export async function takeInParents(db: Db, importId: number, day: string): Promise<Rejected[]> {
	return (await tieParents(db, importId, day)).map(({ row, parentKey }) => ({
		row,
		field: 'parent_id',
		reason: `There is no customer "${parentKey}" to be the parent. The customer was taken in without one.`
	}));
}

export async function takeInContacts(db: Db, contacts: IncomingContact[], importId: number) {
	if (contacts.length === 0) return;
	await stageContacts(db, contacts);
	await mergeContacts(db, importId);
}
