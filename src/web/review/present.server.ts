import type { RequestEvent } from '@sveltejs/kit';
import { wholeComment } from '#domain/voice/server.ts';
import { loadReview } from '../review.server.ts';

/** Everything that present mode shows, in one go: nothing is asked for once the meeting has begun. */
export async function loadPresent(event: RequestEvent<{ week: string }>) {
	const { db, organisation, person } = event.locals;
	const review = await loadReview(event);
	const { story } = review.shown;
	const words =
		story &&
		(await wholeComment(db, story, {
			zone: organisation.timeZone,
			currency: organisation.reportingCurrency,
			reader: person!
		}));
	return { ...review, opening: words && { words, chosenBy: story.chosenBy, seed: story.seed } };
}
