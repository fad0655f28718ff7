import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { hashOfToken, newToken } from '../auth/secrets.server.ts';
import { audit } from '../auth/server.ts';
import { readEdition } from './editions.server.ts';
import type { Edition } from './edition.ts';
import { readableFor, unsubscribableFor } from './links.ts';
import { insertLinks, revokeLinks, selectEditionOfLink, selectRecipientOfLink } from './queries/links.server.ts';
import type { Stopping } from './queries/links.server.ts';
import { setRecipientState } from './queries/recipients.server.ts';
import { refuseReaders } from './schedules.server.ts';

type For = { editionId: number; deliveryId: number; recipientId: number | null; hasAccount: boolean };

/** The secrets that go into one message: to read where the reader has no account, to stop where there is what to stop. */
export type Tokens = { read: string | null; unsubscribe: string | null };

/** Makes a message's links. Each attempt has its own: what is kept are hashes, from which no link can be made again. */
export async function makeLinks(
	db: Db,
	{ editionId, deliveryId, recipientId, hasAccount }: For,
	now: Date
): Promise<Tokens> {
	const tokens = {
		read: hasAccount ? null : newToken(),
		unsubscribe: recipientId === null ? null : newToken()
	};
	const until = (duration: number) => new Date(now.getTime() + duration);
	const common = { recipientId, deliveryId, createdAt: now };
	await insertLinks(db, [
		...(tokens.read
			? [
					{
						...common,
						hash: hashOfToken(tokens.read),
						purpose: 'read' as const,
						editionId,
						expiresAt: until(readableFor)
					}
				]
			: []),
		...(tokens.unsubscribe
			? [
					{
						...{ ...common, hash: hashOfToken(tokens.unsubscribe), purpose: 'unsubscribe' as const },
						...{ editionId: null, expiresAt: until(unsubscribableFor) }
					}
				]
			: [])
	]);
	return tokens;
}

/** The edition behind a link, for whoever holds it; null: unknown, expired or revoked. */
export async function editionBehind(db: Db, token: string, now: Date): Promise<Edition | null> {
	const id = await selectEditionOfLink(db, hashOfToken(token), now);
	return id === null ? null : readEdition(db, id);
}

/** Takes back the links of one message, or of the whole edition. Says how many worked until now. */
export function revokeLinksOf(
	db: Db,
	{ editionId, deliveryId = null }: { editionId: number; deliveryId?: number | null },
	{ by, now }: { by: Person; now: Date }
): Promise<number> {
	refuseReaders(by);
	return db.transaction(async (tx) => {
		const revoked = await revokeLinks(tx, { editionId, deliveryId }, now);
		await audit(tx, by, 'revoked links to a snapshot', `edition ${editionId}: ${revoked}`);
		return revoked;
	});
}

/** Whom an unsubscribe link would stop; null: unknown or too old. Looking changes nothing: mail scanners look, too. */
export const whomItStops = (db: Db, token: string, now: Date): Promise<Stopping | null> =>
	selectRecipientOfLink(db, hashOfToken(token), now);

/** Stops what an unsubscribe link is for, as often as it is asked. False: the link is unknown or too old. */
export async function unsubscribeBy(db: Db, token: string, now: Date): Promise<boolean> {
	return db.transaction(async (tx) => {
		const found = await whomItStops(tx, token, now);
		if (!found) return false;
		if (found.state !== 'unsubscribed') {
			await setRecipientState(tx, found.recipientId, 'unsubscribed', now);
			await audit(tx, null, 'unsubscribed from a snapshot', `${found.schedule}: recipient ${found.recipientId}`);
		}
		return true;
	});
}
