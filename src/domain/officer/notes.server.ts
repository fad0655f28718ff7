import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { followedMore } from '../voice/server.ts';
import { insertConversation } from './queries/conversations.server.ts';
import type { NewConversation } from './queries/conversations.server.ts';
import { areThere, endFollowUp, insertFollowUp, isAnswerOf } from './queries/follow-ups.server.ts';
import type { NewFollowUp } from './queries/follow-ups.server.ts';

type By = { by: Person; now: Date };

/** Notes what is owed to a customer, who sees to it and by when. */
export function followUp(db: Db, one: NewFollowUp, { by, now }: By): Promise<void> {
	refuseReaders(by);
	return db.transaction(async (tx) => {
		await refuseUnknown(tx, one.customerId, one.ownerId);
		if (one.responseId !== null && !(await isAnswerOf(tx, one.customerId, one.responseId)))
			throw new Refusal('invalid', 'This answer is not, or no longer, one of this customer’s.');
		const id = await insertFollowUp(tx, one, { by: by.id, at: now });
		if (one.responseId !== null) await followedMore(tx, { ...one, responseId: one.responseId }, 1);
		await audit(tx, by, 'opened a follow-up', `follow-up ${id} of customer ${one.customerId}`);
	});
}

type Ended = { customerId: number; id: number; state: 'done' | 'dropped'; outcome: string };

/** Ends a follow-up with what came of it. Only its end is added, ever. */
export function end(db: Db, ended: Ended, { by, now }: By): Promise<void> {
	refuseReaders(by);
	return db.transaction(async (tx) => {
		const found = await endFollowUp(tx, ended, { by: by.id, at: now });
		if (!found)
			throw new Refusal(
				'conflict',
				'Somebody has ended this follow-up meanwhile. What they wrote stands in the story.'
			);
		if (found.responseId !== null) await followedMore(tx, { ...ended, responseId: found.responseId }, -1);
		const done = ended.state === 'done' ? 'did a follow-up' : 'dropped a follow-up';
		await audit(tx, by, done, `follow-up ${ended.id} of customer ${ended.customerId}`);
	});
}

/** Notes that somebody spoke with a customer, and what they heard. */
export function noteConversation(
	db: Db,
	one: NewConversation,
	{ by, now, today }: By & { today: string }
): Promise<void> {
	refuseReaders(by);
	if (one.heldOn > today) throw new Refusal('invalid', 'This day is still to come. Note what was heard once it was.');
	return db.transaction(async (tx) => {
		await refuseUnknown(tx, one.customerId, by.id);
		await insertConversation(tx, one, { by: by.id, at: now });
		await audit(tx, by, 'noted a conversation', `customer ${one.customerId}`);
	});
}

async function refuseUnknown(db: Db, customerId: number, personId: number): Promise<void> {
	const { customer, person } = await areThere(db, { customerId, personId });
	if (!customer) throw new Refusal('not-found', 'There is no such customer any more.');
	if (!person) throw new Refusal('invalid', 'Whoever sees to it has to be somebody who can sign in.');
}

function refuseReaders(by: Person): void {
	if (!can(by, 'follow up')) throw new Refusal('not-allowed', 'Your role reads; it does not follow up.');
}
