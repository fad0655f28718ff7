import type { RequestEvent } from '@sveltejs/kit';
import { can } from '#domain/auth/roles.ts';
import { insightsOfWeek, openInsights } from '#domain/insights/server.ts';
import {
	agendaOf,
	editionOf,
	insightsOfReview,
	promisesThen,
	readingOf,
	sinceClosed,
	whoCanOwn
} from '#domain/reviews/server.ts';
import type { WeeklyReview } from '#domain/reviews/server.ts';
import { attendanceAsKept } from '#domain/reviews/attendance.ts';
import { marksTouchedSince } from '#domain/reviews/review-charts.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { isWholeCompany } from '#domain/scope/scope.ts';
import { remembered } from '../remembered.server.ts';

type Asked = { scope: Scope; live: WeeklyReview | null; today: string };

/**
 * The week as it is shown: as it was closed, with what is different since; or live, as it is written. With a filter
 * there are only today's figures, since a week is closed for the whole company.
 */
export async function shownWeek(event: Pick<RequestEvent, 'locals'>, { scope, live, today }: Asked) {
	const { db, organisation, person } = event.locals;
	const [edition, { arrangement, ...now }] = await Promise.all([
		editionOf(db, scope.week),
		agendaOf(db, scope, { organisation, today })
	]);
	const mayWrite = can(person!, 'write');
	const closed = edition && {
		at: edition.closedAt,
		by: edition.closedBy,
		organisation: edition.organisation,
		readers: edition.readers
	};

	if (!edition || !isWholeCompany(scope) || scope.survey !== null)
		return {
			...now,
			insights: await insightsFor(event, scope.week, today),
			marks: { shown: now.marks, later: [] },
			attendance: attendanceAsKept(now.attendees),
			arrangement,
			parts: arrangement.parts,
			review: live,
			closed,
			since: null,
			reading: edition ? null : await readingFor(event, scope.week),
			owners: mayWrite ? await whoCanOwn(db) : [],
			openInsights: mayWrite ? await insightsToDecide(event) : []
		};
	return {
		review: edition.review,
		headline: edition.headline,
		arrangement,
		parts: edition.parts,
		seat: edition.seat,
		attendance: edition.attendance,
		attendees: [],
		story: edition.story ?? now.story,
		decisions: edition.decisions,
		promises: await promisesThen(db, edition.promises),
		insights: edition.insights,
		events: edition.events,
		marks: { shown: edition.marks, later: marksTouchedSince(now.marks, edition.closedAt) },
		closed,
		since: await sinceClosed(db, scope, { edition, review: live, today }),
		reading: null,
		owners: [],
		openInsights: []
	};
}

/** Open insights that a decision can follow from, by what they claim now. */
const insightsToDecide = async ({ locals: { db, organisation } }: Pick<RequestEvent, 'locals'>) =>
	(await openInsights(db, organisation.demoSince !== null)).map(({ number, current: { version, claim } }) => ({
		...{ number, version, claim }
	}));

/**
 * The insights of a week as they stand. Counting what says the opposite takes a moment, so that it is asked once while
 * what is written in them stays, which an erasure changes, too; what themes change of the count shows within a minute.
 */
async function insightsFor(
	{ locals: { db, organisation } }: Pick<RequestEvent, 'locals'>,
	week: string,
	today: string
) {
	const ofDemo = organisation.demoSince !== null;
	const all = await insightsOfWeek(db, week, { zone: organisation.timeZone, ofDemo });
	const minute = new Date().toISOString().slice(0, 16);
	const written = all.map(({ number, current, evidence, lastWordAt }) => [number, current, evidence, lastWordAt]);
	const key = ['insights', week, today, minute, ofDemo, written];
	return remembered(JSON.stringify(key), () => insightsOfReview(db, week, { organisation, today }));
}

/** Who has read an open week, and how far whoever asks is with it. */
async function readingFor({ locals: { db, organisation, person } }: Pick<RequestEvent, 'locals'>, week: string) {
	const reading = await readingOf(db, week, organisation.timeZone);
	return { ...reading, me: reading.readers.find(({ id }) => id === person!.id) ?? null };
}
