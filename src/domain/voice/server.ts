import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { Refusal } from '../refusal.ts';
import { asShown } from './as-shown.server.ts';
import type { Comment, Cursor, FeedCounts, FeedScope } from './feed.ts';
import { cursorText, mostArrived } from './feed.ts';
import { actsOnWords } from './keeping/acts.server.ts';
import {
	countArrivedIn,
	countComments,
	countHeld,
	insertReceipt,
	selectComments,
	selectLatest
} from './queries.server.ts';
import type { Id } from './queries/comments.server.ts';
import { insertReceipts } from './queries/receipts.server.ts';

export { coverageOfWeek } from './coverage.server.ts';
export type { Coverage } from './coverage.server.ts';
export { commentsToDownload } from './download.server.ts';
export { drawnAmong, drawOfWeek, firstDrawn, ranksOfWeek } from './draw.server.ts';
export type { Drawn, DrawnBy } from './draw.server.ts';
export { keepSearchable } from './keep-searchable.server.ts';
export { countAny } from './listing/count-any.server.ts';
export { listComments } from './listing/keep-lists.server.ts';
export { countAnswers } from './queries.server.ts';
export { understand } from './search.server.ts';
export { voiceComments } from './voice-comments.server.ts';
export { arrivedSince, voice, voicePage, wholeComment } from './voice-page.server.ts';
export type { Reading as VoiceReading, Voice, VoicePage } from './voice-page.server.ts';
export {
	countSaid as whatTheySaid,
	selectLastScore as lastScoreOf,
	selectScoreMarks as scoreMarksOf
} from './story/queries.server.ts';
export type { LastScore, ScoreMark } from './story/queries.server.ts';
export { saidEntries } from './story/said.server.ts';
export type { SaidEntry } from './story/said.server.ts';
export { actsOnWords, allActs, inAct, withCorrectionsBy } from './keeping/acts.server.ts';
export { erasePerson, findPerson, wordsOfPerson } from './keeping/erasure.server.ts';
export { keepLearned, suppressionOf } from './keeping/suppression.server.ts';
export { addStaffName, removeStaffName, staffNames, unmask, withMasks } from './masking/masks.server.ts';
export { sealEndedDays, sealImport } from './keeping/seal.server.ts';
export { verifyVoice } from './keeping/verify.server.ts';

export { asShown } from './as-shown.server.ts';

export type FeedPage = { comments: Comment[]; next: string | null };
/** `latest`: the comment that came in last; whatever comes later is new. */
export type Feed = FeedPage & { counts: FeedCounts; latest: number };

type Reading = { zone: string; reader: Person };

const pageSize = 30;
/** What a tall screen holds: a page of figures comes with so many, and more when somebody reads on. */
const firstPageSize = 12;

/** A page of the feed: everything in scope, newest first. */
export async function feedPage(
	db: Db,
	scope: FeedScope,
	{ zone, reader }: Reading,
	after: Cursor | null
): Promise<FeedPage> {
	const size = after ? pageSize : firstPageSize;
	const found = await selectComments(db, scope, { zone, reader: reader.id, after, limit: size + 1 });
	const comments = await asShown(db, found.slice(0, size));
	const last = comments.at(-1);
	return {
		comments: comments.map(({ cursorAt: _, ...comment }) => comment),
		next: found.length > size && last ? cursorText({ at: last.cursorAt, responseId: last.responseId }) : null
	};
}

/** The first page, with how much there is and how much of it has been read. */
export async function feed(db: Db, scope: FeedScope, reading: Reading): Promise<Feed> {
	const { zone, reader } = reading;
	const { from, to } = scope;
	const isPicked = scope.behind || scope.moved || scope.did;
	const [page, counts, latest, withdrawn, holds] = await Promise.all([
		feedPage(db, scope, reading, null),
		countComments(db, scope, { zone, reader: reader.id }),
		selectLatest(db),
		actsOnWords(db, { kinds: ['undo'], from, to, zone }),
		isPicked ? countHeld(db, scope, zone) : null
	]);
	return { ...page, counts: { ...counts, withdrawn, holds }, latest };
}

/** How many comments of the scope have come in since a page was shown. */
export const arrivedIn = (
	db: Db,
	scope: FeedScope,
	{ zone, since }: { zone: string; since: number }
): Promise<number> => countArrivedIn(db, scope, { zone, since, most: mostArrived });

/** Somebody has read a comment. Doing it again changes nothing. */
export async function markAsRead(
	db: Db,
	{ customerId, responseId, by, now }: { customerId: number; responseId: number; by: Person; now: Date }
): Promise<void> {
	if (!(await insertReceipt(db, { customerId, responseId, personId: by.id, at: now })))
		throw new Refusal('not-found', 'There is no such comment any more.');
}

/** Somebody has read several comments. Those that are gone meanwhile are passed over. */
export async function markAllAsRead(
	db: Db,
	read: readonly Id[],
	{ by, now }: { by: Person; now: Date }
): Promise<void> {
	if (read.length > 0) await insertReceipts(db, read, { personId: by.id, at: now });
}
export { followedMore } from './queries/followed.server.ts';
