import type { RequestEvent } from '@sveltejs/kit';
import { drawOfWeek } from '#domain/voice/server.ts';
import { loadReview } from '../review.server.ts';

/** Everything that present mode shows, in one go: nothing is asked for once the meeting has begun. */
export async function loadPresent(event: RequestEvent<{ week: string }>) {
	const { db, organisation, person } = event.locals;
	const [review, { drawn, seed }] = await Promise.all([
		loadReview(event),
		drawOfWeek(db, event.params.week, null, {
			zone: organisation.timeZone,
			currency: organisation.reportingCurrency,
			reader: person!
		})
	]);
	return { ...review, story: drawn[0] ?? null, seed };
}
