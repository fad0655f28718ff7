import * as v from 'valibot';
import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { isTimeZone } from '../scope/organisation.ts';
import {
	bringBack,
	countRecipients,
	insertAddresses,
	selectRecipient,
	setRecipientState,
	setRecipientZone
} from './queries/recipients.server.ts';
import { longestAddress, mostRecipients } from './schedule.ts';
import type { Recipient } from './schedule.ts';
import { held, refuseReaders } from './schedules.server.ts';

export {
	selectRecipients as recipientsOf,
	selectSubscriptions as subscriptionsOf
} from './queries/recipients.server.ts';

type By = { by: Person; now: Date };

const Address = v.pipe(v.string(), v.trim(), v.maxLength(longestAddress), v.email());

/** Who was added, who was there before, and what is no address. */
export type Added = { added: string[]; there: string[]; refused: string[] };

/** Adds people by address: as an account where the address has one. Whoever has unsubscribed is not brought back. */
export async function addRecipients(
	db: Db,
	scheduleId: number,
	addresses: readonly string[],
	{ by, now }: By
): Promise<Added> {
	refuseReaders(by);
	const typed = addresses.map((address) => address.trim()).filter(Boolean);
	const isAddress = (text: string) => v.is(Address, text);
	const good = typed.filter(isAddress);
	return db.transaction(async (tx) => {
		const schedule = await held(tx, scheduleId);
		if ((await countRecipients(tx, scheduleId)) + good.length > mostRecipients)
			throw new Refusal('invalid', `A schedule has at most ${mostRecipients.toLocaleString('en')} recipients.`);
		const adding = { scheduleId, addedBy: by.id, now };
		const back = (await bringBack(tx, good, adding)).map(({ address }) => address);
		const added = [...back, ...(await insertAddresses(tx, good, adding))];
		if (added.length > 0) await audit(tx, by, 'added recipients of a snapshot', `${schedule.name}: ${added.length}`);
		const isNew = new Set(added.map((address) => address.toLowerCase()));
		return {
			added,
			there: good.filter((address) => !isNew.has(address.toLowerCase())),
			refused: typed.filter((text) => !isAddress(text))
		};
	});
}

/** Takes somebody off a schedule; they may be added again. */
export const removeRecipient = (db: Db, id: number, { by, now }: By) =>
	change(db, id, by, 'removed a recipient of a snapshot', (tx) => setRecipientState(tx, id, 'removed', now));

/** Sends again to an address that was paused as mail came back. */
export const resumeRecipient = (db: Db, id: number, { by, now }: By) =>
	change(db, id, by, 'resumed a recipient of a snapshot', async (tx, { state }) => {
		if (state !== 'paused') throw new Refusal('conflict', 'This address is not paused.');
		await setRecipientState(tx, id, 'active', now);
	});

/** The clock that somebody lives by; null: the schedule's. */
export const setZone = (db: Db, id: number, zone: string | null, { by, now }: By) =>
	change(db, id, by, 'set a recipient’s time zone', async (tx) => {
		if (zone !== null && !isTimeZone(zone)) throw new Refusal('invalid', `${zone} is not a time zone.`);
		await setRecipientZone(tx, id, zone, now);
	});

async function change(
	db: Db,
	id: number,
	by: Person,
	action: string,
	act: (tx: Db, recipient: Recipient) => Promise<unknown>
): Promise<void> {
	await db.transaction(async (tx) => {
		const recipient = await selectRecipient(tx, id);
		if (!recipient || recipient.state === 'removed') throw new Refusal('not-found', 'There is no such recipient.');
		if (recipient.person?.id !== by.id) refuseReaders(by);
		const schedule = await held(tx, recipient.scheduleId);
		await act(tx, recipient);
		await audit(tx, by, action, `${schedule.name}: recipient ${id}`);
	});
}

/** Stops or takes up one's own subscription. */
export async function subscribeOneself(
	db: Db,
	{ id, wanted }: { id: number; wanted: boolean },
	{ by, now }: By
): Promise<void> {
	await db.transaction(async (tx) => {
		const recipient = await selectRecipient(tx, id);
		if (recipient?.person?.id !== by.id || recipient.state === 'removed')
			throw new Refusal('not-found', 'You have no such subscription.');
		await setRecipientState(tx, id, wanted ? 'active' : 'unsubscribed', now);
		await audit(tx, by, wanted ? 'subscribed to a snapshot' : 'unsubscribed from a snapshot', `recipient ${id}`);
	});
}
