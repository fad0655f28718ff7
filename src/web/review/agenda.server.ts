import type { RequestEvent } from '@sveltejs/kit';
import { can } from '#domain/auth/roles.ts';
import { decisionsOf, editionOf, eventsIn, headlineOf, sinceClosed, whoCanOwn } from '#domain/reviews/server.ts';
import type { WeeklyReview } from '#domain/reviews/server.ts';
import { addMonths, monthOf } from '#domain/scope/calendar.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { isWholeCompany, lastDay } from '#domain/scope/scope.ts';

/** Events are told for as many months as the chart by month shows. */
const monthsTold = 24;

const eventDays = (scope: Scope) => ({ from: addMonths(monthOf(lastDay(scope)), 1 - monthsTold), to: lastDay(scope) });

type Asked = { scope: Scope; live: WeeklyReview | null; today: string };

/** What people say and decide about a week. */
export async function agendaOf(
	{ locals: { db, organisation } }: Pick<RequestEvent, 'locals'>,
	scope: Scope,
	today: string
) {
	const [headline, decisions, events] = await Promise.all([
		headlineOf(db, scope.week),
		decisionsOf(db, scope, organisation.timeZone, today),
		eventsIn(db, eventDays(scope))
	]);
	return { headline, decisions, events };
}

/**
 * The week as it is shown: as it was closed, with what is different since; or live, as it is written. With a filter
 * there are only today's figures, since a week is closed for the whole company.
 */
export async function shownWeek(event: Pick<RequestEvent, 'locals'>, { scope, live, today }: Asked) {
	const { db, person } = event.locals;
	const [edition, now] = await Promise.all([editionOf(db, scope.week), agendaOf(event, scope, today)]);
	const mayWrite = can(person!, 'write');
	const closed = edition && { at: edition.closedAt, by: edition.closedBy, organisation: edition.organisation };

	if (!edition || !isWholeCompany(scope) || scope.survey !== null)
		return { ...now, review: live, closed, since: null, owners: mayWrite ? await whoCanOwn(db) : [] };
	return {
		review: edition.review,
		headline: edition.headline,
		decisions: edition.decisions,
		events: edition.events,
		closed,
		since: await sinceClosed(db, scope, { edition, review: live }),
		owners: []
	};
}
