import type { RequestEvent } from '@sveltejs/kit';
import { can } from '#domain/auth/roles.ts';
import { agendaOf, editionOf, sinceClosed, whoCanOwn } from '#domain/reviews/server.ts';
import type { WeeklyReview } from '#domain/reviews/server.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { isWholeCompany } from '#domain/scope/scope.ts';

type Asked = { scope: Scope; live: WeeklyReview | null; today: string };

/**
 * The week as it is shown: as it was closed, with what is different since; or live, as it is written. With a filter
 * there are only today's figures, since a week is closed for the whole company.
 */
export async function shownWeek(event: Pick<RequestEvent, 'locals'>, { scope, live, today }: Asked) {
	const { db, organisation, person } = event.locals;
	const [edition, now] = await Promise.all([editionOf(db, scope.week), agendaOf(db, scope, { organisation, today })]);
	const mayWrite = can(person!, 'write');
	const closed = edition && { at: edition.closedAt, by: edition.closedBy, organisation: edition.organisation };

	if (!edition || !isWholeCompany(scope) || scope.survey !== null)
		return { ...now, review: live, closed, since: null, owners: mayWrite ? await whoCanOwn(db) : [] };
	return {
		review: edition.review,
		headline: edition.headline,
		seat: edition.seat,
		story: edition.story ?? now.story,
		decisions: edition.decisions,
		events: edition.events,
		closed,
		since: await sinceClosed(db, scope, { edition, review: live }),
		owners: []
	};
}
