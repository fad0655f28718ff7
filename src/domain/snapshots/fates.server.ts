import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { giveUpAfter } from './delivery.ts';
import { selectDelivery } from './queries/deliveries.server.ts';
import { selectEdition } from './queries/editions.server.ts';
import { queueAgain, setBounced } from './queries/fates.server.ts';
import { wake } from './queries/posting.server.ts';
import { countBounce, selectRecipient } from './queries/recipients.server.ts';
import { bouncesToPause } from './schedule.ts';
import { refuseReaders } from './schedules.server.ts';

type By = { by: Person; now: Date };

/** Sends an edition to one person again: the same message, by the same Message-ID. */
export async function resend(db: Db, deliveryId: number, { by, now }: By): Promise<void> {
	refuseReaders(by);
	await db.transaction(async (tx) => {
		const delivery = await selectDelivery(tx, deliveryId);
		if (!delivery) throw new Refusal('not-found', 'There is no such message.');
		const { editionId } = delivery;
		if (editionId !== null && (await selectEdition(tx, editionId))?.fate !== 'made')
			throw new Refusal('conflict', 'This edition was missed: there is nothing to send. Send a new one to everybody.');
		const recipient = delivery.recipientId === null ? null : await selectRecipient(tx, delivery.recipientId);
		if (recipient && recipient.state !== 'active')
			throw new Refusal('conflict', `This recipient is ${recipient.state}: nothing is sent to them.`);
		const giveUpAt = new Date(now.getTime() + giveUpAfter);
		if (!(await queueAgain(tx, deliveryId, { by: by.id, now, giveUpAt })))
			throw new Refusal('conflict', 'It is under way already.');
		await wake(tx);
		await audit(tx, by, 'sent a snapshot to one person again', `message ${deliveryId}, which was ${delivery.state}`);
	});
}

/** Notes that a message came back. Three in a row, and the address is left alone until somebody resumes it. */
export async function markBounced(
	db: Db,
	{ deliveryId, answer }: { deliveryId: number; answer: string },
	{ by, now }: { by: Person | null; now: Date }
): Promise<void> {
	if (by) refuseReaders(by);
	await db.transaction(async (tx) => {
		const bounced = await setBounced(tx, deliveryId, { answer, now });
		if (!bounced) throw new Refusal('conflict', 'This message was not sent, so it cannot have come back.');
		if (bounced.recipientId !== null) await countBounce(tx, bounced.recipientId, { toPause: bouncesToPause, now });
		await audit(tx, by, 'noted that a snapshot came back', `message ${deliveryId}`);
	});
}
