import type { Db } from '#platform/db/connect.ts';
import type { Scope } from '../scope/scope.ts';
import { gapsIn } from '../voice/keeping/written-values.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import { definitionsToday, redefinedSince } from './definitions.ts';
import type { Redefined } from './definitions.ts';
import type { Edition } from './edition.server.ts';
import { selectWhatWasDone, selectWordsOf } from './queries/editions.server.ts';
import { movers, movedSince, reasonOf } from './since.ts';
import type { Done, Moved } from './since.ts';
import type { WeeklyReview } from './weekly-review.server.ts';

export type SinceClosed = {
	moved: Moved[];
	/** Figures and charts that are told by another definition today. */
	redefined: Redefined[];
	/** Answers of the week: how many more, or fewer, there are today. */
	answersMore: number;
	/** Comments of the week that came in later, and that were there and are no more. */
	wordsLater: number;
	wordsGone: number;
	/** Passages of what our own people wrote that an erasure has taken out of what was closed. */
	passagesGone: number;
	/** What was done meanwhile that can have moved them, the latest first. */
	done: (Done & { reason: string })[];
	/** Whether more was done, before those. */
	doneMore: boolean;
};

const mostTold = 20;

/** What is different now from what the edition shows; `review`: the week as it would be shown today. */
export async function sinceClosed(
	db: Db,
	scope: Scope,
	{ edition, review, today }: { edition: Edition; review: WeeklyReview | null; today: string }
): Promise<SinceClosed> {
	const [words, done] = await Promise.all([
		selectWordsOf(db, { from: firstDay(scope), to: lastDay(scope), zone: edition.organisation.zone }),
		selectWhatWasDone(db, { week: scope.week, closedAt: edition.closedAt }, { actions: movers, limit: mostTold + 1 })
	]);
	const [then, now] = [new Set(edition.words), new Set(words)];
	return {
		moved: movedSince(edition.review.figures, review?.figures ?? []),
		redefined: review ? redefinedSince(edition.definitions, definitionsToday(review, today)) : [],
		answersMore: (review?.answersThisWeek ?? 0) - edition.review.answersThisWeek,
		wordsLater: words.filter((id) => !then.has(id)).length,
		wordsGone: edition.words.filter((id) => !now.has(id)).length,
		passagesGone: gapsIn(edition),
		done: done.slice(0, mostTold).map((one) => ({ ...one, reason: reasonOf(one) })),
		doneMore: done.length > mostTold
	};
}
