import type { Db } from '#platform/db/connect.ts';
import { eraseWordsOfFollowUps } from '../alerts/server.ts';
import { takeOutOfLog, writtenInLog } from '../auth/server.ts';
import { renameInBets, takeOutOfBets, writtenInBets } from '../bets/server.ts';
import { takeAllAt, takeOutOfInsights, writtenInInsights } from '../insights/server.ts';
import { takeOutOfNotes, writtenInNotes } from '../officer/server.ts';
import { takeOutOfReviews, writtenInReviews } from '../reviews/server.ts';
import { takeOutOfSnapshots, writtenInSnapshots } from '../snapshots/server.ts';
import { finderOf, gapText, withoutPassages } from '../voice/keeping/passages.ts';
import type { Passage } from '../voice/keeping/passages.ts';
import type { PersonFound } from '../voice/keeping/person-sought.ts';
import { standInKey } from '../voice/keeping/suppression.ts';
import type { About, StaffText } from '../voice/keeping/staff-words.ts';
import { replaceReasons, selectReasons, wordsOfPerson } from '../voice/server.ts';
import { takeOutOfThemes, writtenInThemes } from '../voice/themes/server.ts';
import { replaceHandedOver, selectHandedOver } from './queries/erasure.server.ts';

/** A text that one of our people wrote and that names a person or repeats their words. */
export type WrittenAbout = {
	text: string;
	passages: Passage[];
	/** Everywhere it stands. */
	places: string[];
	/** It stands at the person or at their words: its passages go unasked. */
	atThem: boolean;
};

/**
 * What our own people wrote about a person: themes, marks, insights, bets, notes, decisions, headlines, events, closed
 * weeks and mail; what they called schedules and files; why they took words back; and what the log says of what they did.
 * See docs/decisions/0050 for every column there is.
 */
export async function writtenAbout(db: Db, person: PersonFound): Promise<WrittenAbout[]> {
	const theirs = await wordsOfPerson(db, person);
	const find = finderOf({ names: namesOf(person), words: theirs.map(({ words }) => words) });
	const about = aboutOf(person, [...new Set(theirs.map(({ responseId }) => responseId))]);
	const all = [
		...(await writtenInThemes(db)),
		...(await writtenInInsights(db, about)),
		...(await writtenInNotes(db, about)),
		...(await selectHandedOver(db, about.customers)),
		...(await selectReasons(db)).map((reason) => ({ ...reason, atThem: false })),
		...(await writtenInBets(db)),
		...(await writtenInReviews(db)),
		...(await writtenInSnapshots(db)),
		...(await writtenInLog(db))
	];
	return [...Map.groupBy(all, ({ text }) => text)]
		.map(([text, at]) => ({ text, passages: find(text), ...placesOf(at) }))
		.filter(({ passages }) => passages.length > 0);
}

/**
 * Takes the passages out of what was written, in the act that erases the person, and leaves a gap for each that says
 * when; `leave`: texts that somebody looked at and said are not about the person. How many passages went.
 */
export async function takeOut(
	db: Db,
	person: PersonFound,
	{ written, leave, on, now }: { written: readonly WrittenAbout[]; leave: readonly string[]; on: string; now: Date }
): Promise<number> {
	const going = written.filter(({ text, atThem }) => atThem || !leave.includes(text));
	const texts = going.map(({ text, passages }) => ({ before: text, after: withoutPassages(text, passages, on) }));
	if (texts.length > 0) {
		await takeOutOfThemes(db, texts, now);
		await eraseWordsOfFollowUps(db, await takeOutOfNotes(db, texts));
		await replaceHandedOver(db, texts);
		await replaceReasons(db, texts);
		await takeOutOfInsights(db, texts);
		await takeOutOfBets(db, texts);
		await takeOutOfReviews(db, texts);
		await takeOutOfSnapshots(db, texts);
		await takeOutOfLog(db, texts);
	}
	if (person.customer) await renameInBets(db, person.customer.key, standInKey(person.customer.id));
	const whole = person.customer ? await takeAllAt(db, person.customer.id, gapText(on)) : 0;
	return whole + going.reduce((n, { passages, places }) => n + passages.length * places.length, 0);
}

const placesOf = (at: readonly StaffText[]) => ({
	places: [...new Set(at.map(({ place }) => place))],
	atThem: at.some(({ atThem }) => atThem)
});

/** Shorter keys are numbers and abbreviations that stand everywhere. */
const shortestKey = 6;

function namesOf({ contacts, customer }: PersonFound): string[] {
	const names = [...contacts.flatMap(({ name, email }) => [name, email]), customer?.name];
	const keys = [...contacts.map(({ contactKey }) => contactKey), customer?.key];
	return [...names, ...keys.filter((key) => key && key.length >= shortestKey)].filter((name): name is string =>
		Boolean(name)
	);
}

const aboutOf = ({ contacts, customer }: PersonFound, answers: number[]): About => ({
	customers: [...new Set([...contacts.map(({ customerId }) => customerId), ...(customer ? [customer.id] : [])])],
	answers
});
