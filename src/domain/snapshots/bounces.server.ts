import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { setBounced } from './queries/fates.server.ts';
import { selectByAddress, selectByMessageId } from './queries/bounces.server.ts';
import type { FoundDelivery } from './queries/bounces.server.ts';
import { countBounce, setRecipientState } from './queries/recipients.server.ts';
import { bouncesToPause } from './schedule.ts';

/** Which message came back, as whoever tells us knows it. */
export type WhichMessage = { messageId: string } | { editionId: number; address: string };

/** 'bounced': it could not be delivered after all. 'complained': its reader called it spam. */
export type CameBack = { which: WhichMessage; kind: 'bounced' | 'complained'; words: string };

export type NotedBounce = FoundDelivery & { isNew: boolean };

/**
 * Notes what a mail server tells of a message after it was taken. Told again, nothing happens twice. Three that came back
 * in a row pause the recipient; who complains is taken off at once.
 */
export async function noteCameBack(
	tx: Db,
	{ which, kind, words }: CameBack,
	{ by, now }: { by: Person; now: Date }
): Promise<NotedBounce> {
	if (!can(by, 'bounces')) throw new Refusal('not-allowed', 'This token was not made for telling of bounces.');
	const found = 'messageId' in which ? await selectByMessageId(tx, which.messageId) : await selectByAddress(tx, which);
	if (!found) throw new Refusal('not-found', 'There is no such message: it was not sent from here, or is forgotten.');
	if (found.state === 'bounced') return { ...found, isNew: false };

	const answer = kind === 'bounced' ? words : `The reader complained. ${words}`;
	if (!(await setBounced(tx, found.id, { answer, now })))
		throw new Refusal('conflict', 'This message was not sent, so it cannot have come back.');
	if (found.recipientId !== null) {
		if (kind === 'complained') await setRecipientState(tx, found.recipientId, 'unsubscribed', now);
		else await countBounce(tx, found.recipientId, { toPause: bouncesToPause, now });
	}
	await audit(tx, by, 'was told that a mail came back', `message ${found.id}: ${kind}`);
	return { ...found, state: 'bounced', isNew: true };
}
