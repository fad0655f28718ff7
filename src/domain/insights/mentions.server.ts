import type { Db } from '#platform/db/connect.ts';
import { mentionsIn } from './mentions.ts';
import type { MentionedIn } from './mentions.ts';
import { insertMention, markMentionsSeen, selectMentionable } from './queries/mentions.server.ts';

export {
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
