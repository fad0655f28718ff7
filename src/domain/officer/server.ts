import { dayIn } from '../scope/zone.ts';
import type { Db } from '#platform/db/connect.ts';
import {
	countFollowUps,
	selectEndedFollowUps,
	selectFollowUpsOf,
	selectOpenFollowUps
} from './queries/follow-ups.server.ts';
import type { Whom } from './queries/follow-ups.server.ts';

export { end as endFollowUp, followUp, noteConversation } from './notes.server.ts';
export {
	deleteNotesOfImport,
	eraseNotes,
	replaceInNotes as takeOutOfNotes,
	selectWrittenInNotes as writtenInNotes
} from './queries/erasing.server.ts';
export type { Noted } from './queries/erasing.server.ts';
export { countOpenPromises, selectFollowUpsByKey as followUpsByKey } from './queries/follow-ups.server.ts';
export {
	selectFollowedEntries as followedEntries,
	selectSpokeEntries as spokeEntries
} from './queries/story.server.ts';
export type { FollowedEntry, SpokeEntry } from './queries/story.server.ts';

/** A page shows so many; beyond, it says how many there are. */
const most = 200;

export const followUpsOf = (db: Db, customerId: number) => selectFollowUpsOf(db, customerId, most);

/** What is open, of one person or everybody; the latest that ended; and how many a year's were. */
export async function followUps(db: Db, { ownerId, zone, now }: { ownerId: number | null; zone: string; now: Date }) {
	const today = dayIn(now, zone);
	const aYearAgo = new Date(now.getTime() - 365 * 86_400_000);
	const [open, ended, counts] = await Promise.all([
		selectOpenFollowUps(db, { ownerId, limit: most }),
		selectEndedFollowUps(db, 50),
		countFollowUps(db, { today, since: aYearAgo })
	]);
	return { open, ended, counts, today };
}

/** What these customers were promised and is not yet done, the most urgent first. */
export const openPromises = (db: Db, whom: Whom, limit: number) =>
	selectOpenFollowUps(db, { kind: 'promise', whom, limit });
