import type { Db } from '#platform/db/connect.ts';
import {
	agendaOf,
	editionOf,
	insightsOfReview,
	promisesThen,
	seriesInScope,
	weeklyReview
} from '../../reviews/server.ts';
import type { Edition } from '../../reviews/server.ts';
import type { Organisation } from '../../scope/organisation.ts';
import type { Scope } from '../../scope/scope.ts';
import { isWholeCompany } from '../../scope/scope.ts';
import { dayIn } from '../../scope/zone.ts';

type Place = { organisation: Organisation; today: string };

/**
 * The week as its page shows it, to somebody who has chosen nothing on it. `asOf`: the day from which it is seen, on
 * which depends what is overdue.
 */
export async function weekShown(db: Db, scope: Scope, place: Place) {
	const { organisation, today } = place;
	const closed = isWholeCompany(scope) && scope.survey === null ? await editionOf(db, scope.week) : null;
	if (closed) return asClosed(db, scope.week, closed, place);
	const [agenda, found] = await Promise.all([agendaOf(db, scope, place), seriesInScope(db, scope)]);
	const { name, reportingCurrency: currency, timeZone: zone, demoSince } = organisation;
	return {
		...agenda,
		review: await weeklyReview(db, scope, organisation, found, today),
		made: { name, currency, zone, isDemo: demoSince !== null },
		closed: null,
		asOf: today
	};
}

async function asClosed(db: Db, week: string, edition: Edition, place: Place) {
	const { headline, review, decisions, events, marks, organisation, closedAt, closedBy } = edition;
	const { name, currency, zone, isDemo } = organisation;
	return {
		...{ headline, review, decisions, events, marks },
		// A week that was closed before its insights were kept is told with those of now.
		insights: edition.insights ?? (await insightsOfReview(db, week, place)),
		promises: await promisesThen(db, edition.promises),
		made: { name, currency, zone, isDemo },
		closed: { at: closedAt.toISOString(), by: closedBy },
		asOf: dayIn(closedAt, zone)
	};
}
