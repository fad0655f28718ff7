import { parse, stringify } from 'devalue';
import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import type { Organisation } from '../scope/organisation.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import type { Decisions } from './decisions.server.ts';
import type { CompanyEvent } from './event.ts';
import type { Headline } from './headline.ts';
import { countUnanswered } from './queries/decisions.server.ts';
import { insertEdition, selectEdition, selectWhatWasDone, selectWordsOf } from './queries/editions.server.ts';
import { refuseClosed } from './closed.server.ts';
import { movedSince } from './since.ts';
import type { Moved } from './since.ts';
import type { OpeningStory } from './story.server.ts';
import type { WeeklyReview } from './weekly-review.server.ts';

export { selectClosedWeeks as closedWeeks } from './queries/editions.server.ts';

/** All that a review showed when it was closed. A changed shape gets a new number, and old ones stay readable. */
export type EditionContents = {
	review: WeeklyReview;
	organisation: { name: string; currency: string; zone: string; isDemo: boolean };
	headline: Headline | null;
	/** Who held the customer's seat, by name. */
	seat: string | null;
	/** With whose words the meeting opened: which they were, not what they say. Absent in weeks closed before this was kept. */
	story?: OpeningStory | null;
	decisions: Decisions;
	events: CompanyEvent[];
	/** Ids of the answers whose words could be read. */
	words: number[];
};

export type Edition = EditionContents & { closedAt: Date; closedBy: string | null };

const shape = 1;

export async function editionOf(db: Db, week: string): Promise<Edition | null> {
	const found = await selectEdition(db, week);
	if (!found) return null;
	if (found.shape !== shape) throw new Error(`the edition of ${week} has the unknown shape ${found.shape}`);
	return { ...(parse(found.contents) as EditionContents), closedAt: found.closedAt, closedBy: found.closedBy };
}

type Shown = Omit<EditionContents, 'words' | 'organisation'>;

/**
 * Closes the week: what is shown now is what it will show for ever.
 *
 * @throws Refusal when it is closed already, when a decision does not say what is in it for customers, or when it is
 *   not theirs to close.
 */
export async function closeWeek(
	db: Db,
	scope: Scope,
	shown: Shown,
	{ organisation, by, now }: { organisation: Organisation; by: Person | null; now: Date }
): Promise<void> {
	if (by && !can(by, 'write')) throw new Refusal('not-allowed', 'The chief customer officer closes the week.');
	const { name, reportingCurrency: currency, timeZone: zone, demoSince } = organisation;
	await db.transaction(async (tx) => {
		await refuseClosed(tx, scope.week, 'it was closed before');
		// Nobody is there to answer when it closes by itself; the gap is then part of what is kept.
		const unanswered = by ? await countUnanswered(tx, scope.week) : 0;
		if (unanswered > 0) throw new Refusal('conflict', 'Say first, for each decision, what is in it for our customers.');
		const words = await selectWordsOf(tx, { ...daysOf(scope), zone });
		const contents = { ...shown, words, organisation: { name, currency, zone, isDemo: demoSince !== null } };
		await insertEdition(tx, {
			week: scope.week,
			closedAt: now,
			closedBy: by?.id ?? null,
			shape,
			contents: stringify(contents)
		});
		await audit(tx, by, 'closed a review', scope.week);
	});
}

const daysOf = (scope: Scope) => ({ from: firstDay(scope), to: lastDay(scope) });

/** What moves a figure of a week that is over. */
const movers = [
	'imported',
	'undid an import',
	'removed the demo data',
	'set a rate',
	'changed the organisation',
	'erased a person'
];

export type SinceClosed = {
	moved: Moved[];
	/** Comments of the week that came in later, and that were there and are no more. */
	wordsLater: number;
	wordsGone: number;
	/** What was done meanwhile that can have moved them. */
	done: { at: Date; action: string; subject: string; by: string | null }[];
};

/** What is different now from what the edition shows; `review`: the week as it would be shown today. */
export async function sinceClosed(
	db: Db,
	scope: Scope,
	{ edition, review }: { edition: Edition; review: WeeklyReview | null }
): Promise<SinceClosed> {
	const [words, done] = await Promise.all([
		selectWordsOf(db, { ...daysOf(scope), zone: edition.organisation.zone }),
		selectWhatWasDone(db, edition.closedAt, movers)
	]);
	const [then, now] = [new Set(edition.words), new Set(words)];
	return {
		moved: movedSince(edition.review.figures, review?.figures ?? []),
		wordsLater: words.filter((id) => !then.has(id)).length,
		wordsGone: edition.words.filter((id) => !now.has(id)).length,
		done
	};
}
