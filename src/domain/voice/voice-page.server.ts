import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { cursorText, mostArrived } from './feed.ts';
import type { Cursor } from './feed.ts';
import type { VoiceFilter } from './filter.ts';
import type { Act } from './keeping/act.ts';
import { allActs } from './keeping/acts.server.ts';
import { voiceComments } from './voice-comments.server.ts';
import type { Id } from './queries/comments.server.ts';
import { findPlaces, findPlacesAndCount } from './find-places.server.ts';
import { countArrived, selectTotals } from './queries/page.server.ts';
import type { Place } from './queries/page.server.ts';
import { understand } from './search.server.ts';
import type { MeantSearch } from './search/meant.ts';
import type { VoiceComment } from './voice-comment.ts';

/** Whose clock and currency count, and who reads. */
export type Reading = { zone: string; currency: string; reader: Person };

export type VoicePage = {
	comments: VoiceComment[];
	/** Just before the first comment: from here the same page can be asked for again. Null: there is none. */
	from: string | null;
	/** Where the next page goes on; null: these are all. */
	next: string | null;
};

export type Voice = VoicePage & {
	/** How many comments match, of how many there are; those that were erased stay in their place, and are among them. */
	matching: number;
	all: number;
	erased: number;
	/** What was withdrawn, by whom and why. Not among the others: the words are gone. */
	withdrawn: Act[];
	readByMe: number;
	/** The comment that came in last: whatever comes later is new. */
	latest: number;
	/** What the search was taken to mean; null: no words are searched for. */
	search: MeantSearch | null;
};

const pageSize = 30;
/** Of the acts that took words; all of them are in the settings. */
const mostActs = 50;
/** What has come in between the ends of a page that is asked for again is shown too; within reason. */
const mostAgain = 300;

const byOf = ({ zone, currency, reader }: Reading) => ({ zone, currency, reader: reader.id });

/**
 * A page of all comments or of those that match, the newest first. With `until` it is one that was shown before, and
 * ends where it ended then.
 */
export async function voicePage(
	db: Db,
	filter: VoiceFilter,
	reading: Reading,
	{ after, until = null }: { after: Cursor | null; until?: Cursor | null }
): Promise<VoicePage> {
	const understood = await understand(db, filter);
	const size = until ? mostAgain : pageSize;
	const places = await findPlaces(db, understood, byOf(reading), { after, until, limit: size + 1 });
	return shown(db, places, reading, size);
}

/** The comments at some places; one more place than fits tells that there is another page. */
async function shown(db: Db, places: Place[], reading: Reading, size = pageSize): Promise<VoicePage> {
	const here = places.slice(0, size);
	const [first, last] = [here.at(0), here.at(-1)];
	return {
		comments: await voiceComments(db, here, byOf(reading)),
		from: first ? cursorText({ at: first.cursorAt, responseId: first.responseId + 1 }) : null,
		next: places.length > size && last ? cursorText({ at: last.cursorAt, responseId: last.responseId }) : null
	};
}

/** A page with how many comments match, of how many there are, and how many of all the reader has read. */
export async function voice(db: Db, filter: VoiceFilter, reading: Reading, after: Cursor | null): Promise<Voice> {
	const understood = await understand(db, filter);
	const [{ places, matching }, totals, acts] = await Promise.all([
		findPlacesAndCount(db, understood, byOf(reading), { after, until: null, limit: pageSize + 1 }),
		selectTotals(db, reading.reader.id),
		allActs(db, mostActs)
	]);
	const withdrawn = acts.filter(({ kind }) => kind === 'undo');
	const page = await shown(db, places, reading);
	return { ...page, ...totals, withdrawn, matching: matching ?? totals.all, search: understood.search };
}

/** How many comments that match have come in since a page was shown. */
export async function arrivedSince(db: Db, filter: VoiceFilter, reading: Reading, since: number): Promise<number> {
	const { wanted } = await understand(db, filter);
	return countArrived(db, wanted, byOf(reading), { since, most: mostArrived });
}

/** One comment, whole; null: there is none. */
export async function wholeComment(db: Db, id: Id, reading: Reading): Promise<VoiceComment | null> {
	const [found] = await voiceComments(db, [id], { ...byOf(reading), whole: true });
	return found ?? null;
}
