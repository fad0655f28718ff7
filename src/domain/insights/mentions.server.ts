import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { mentionsIn } from './mentions.ts';
import type { MentionedIn } from './mentions.ts';
import {
	insertMention,
	markMentionsSeen,
	selectMentionable,
	switchMailsOff,
	switchMailsOn
} from './queries/mentions.server.ts';

export {
	areMailsOff as areMentionMailsOff,
	countUnseenMentions as unseenMentions,
	markMentionsSeen as seeMentions,
	markTold as noteTold,
	selectMention as mentionOf,
	selectMentionable as whoCanBeMentioned,
	selectMentions as mentionsOf,
	selectUntold as untoldMentions
} from './queries/mentions.server.ts';
export type { MentionTold, Untold } from './queries/mentions.server.ts';

/**
 * Notes who is mentioned in what somebody wrote, in the transaction that writes it. Who answers has seen what was said to
 * them there.
 */
export async function noteMentions(
	db: Db,
	where: MentionedIn,
	text: string,
	{ by, at }: { by: number; at: Date }
): Promise<void> {
	await markMentionsSeen(db, by, at, where);
	if (!text.includes('@')) return;
	for (const personId of mentionsIn(text, await selectMentionable(db)))
		if (personId !== by) await insertMention(db, { ...where, personId, text }, { by, at });
}

/** Somebody wants mail when they are mentioned, or none: what is still on its way is held back, too. */
export function wantMentionMails(db: Db, wanted: boolean, { by, now }: { by: Person; now: Date }): Promise<void> {
	if (!can(by, 'discuss')) throw new Refusal('not-allowed', 'Your role does not include this.');
	return db.transaction(async (tx) => {
		await (wanted ? switchMailsOn(tx, by.id) : switchMailsOff(tx, by.id, now));
		await audit(tx, by, wanted ? 'switched mails about mentions on' : 'switched mails about mentions off', by.email);
	});
}
