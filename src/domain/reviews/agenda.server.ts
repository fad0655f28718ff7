import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { marksOf } from '../insights/server.ts';
import { Refusal } from '../refusal.ts';
import { addMonths, monthOf } from '../scope/calendar.ts';
import type { Organisation } from '../scope/organisation.ts';
import type { Scope } from '../scope/scope.ts';
import { lastDay } from '../scope/scope.ts';
import { dayIn } from '../scope/zone.ts';
import { attendanceAsKept } from './attendance.ts';
import { attendeesOf } from './attendance.server.ts';
import { arrangementOf } from './arrangement.server.ts';
import { refuseClosed } from './closed.server.ts';
import { decisionsOf } from './decisions.server.ts';
import { closeWeek } from './edition.server.ts';
import { headlineOf } from './headline.server.ts';
import { selectClosedWeeks, selectFirstDay } from './queries/editions.server.ts';
import { selectEvents } from './queries/events.server.ts';
import { insightsOfReview } from './insights.server.ts';
import { overdueWeeks } from './overdue.ts';
import { asKept, promisesOf } from './promises.server.ts';
import { marksOfWeek, reviewCharts } from './review-charts.ts';
import { seatOf } from './seat.server.ts';
import { storyOf } from './story.server.ts';
import { seriesInScope, weeklyReview } from './weekly-review.server.ts';

/** Events are told for as many months as the chart by month shows. */
const monthsTold = 24;

type Place = { organisation: Organisation; today: string };

/** What people say and decide about a week. */
export async function agendaOf(db: Db, scope: Scope, { organisation, today }: Place) {
	const [headline, arrangement, seat, attendees, story, decisions, promises, events, marks] = await Promise.all([
		headlineOf(db, scope.week),
		arrangementOf(db, scope.week),
		seatOf(db, scope.week),
		attendeesOf(db, scope.week),
		storyOf(db, scope.week, organisation.timeZone),
		decisionsOf(db, scope, organisation.timeZone, today),
		promisesOf(db, scope, today),
		selectEvents(db, { from: addMonths(monthOf(lastDay(scope)), 1 - monthsTold), to: lastDay(scope) }),
		marksOf(db, { charts: reviewCharts, ofDemo: organisation.demoSince !== null })
	]);
	return { headline, arrangement, seat, attendees, story, decisions, promises, events, marks };
}

type Closing = { organisation: Organisation; by: Person | null; now: Date };

/**
 * Closes the whole company's week with all that its page shows now; nobody: it closes by itself. What is written
 * meanwhile waits, so that nothing falls between what is kept and the closing.
 */
export function closeAsShown(db: Db, week: string, { organisation, by, now }: Closing): Promise<void> {
	const scope: Scope = { week, segment: null, region: null, plan: null, survey: null };
	const today = dayIn(now, organisation.timeZone);
	return db.transaction(async (tx) => {
		await refuseClosed(tx, week, 'it was closed before');
		const review = await weeklyReview(tx, scope, organisation, await seriesInScope(tx, scope), today);
		if (!review) throw new Refusal('conflict', 'There is nothing to close yet: no answers have come in.');
		const { arrangement, promises, attendees, ...agenda } = await agendaOf(tx, scope, { organisation, today });
		const shown = {
			review,
			...agenda,
			parts: arrangement.parts,
			promises: asKept(promises),
			insights: await insightsOfReview(tx, week, { organisation, today }),
			marks: marksOfWeek(agenda.marks, week),
			attendance: attendanceAsKept(attendees)
		};
		await closeWeek(tx, scope, shown, { organisation, by, now });
	});
}

/** Closes the weeks that nobody has closed in time, the oldest first, and says which. */
export async function closeOverdueWeeks(db: Db, organisation: Organisation, now: Date): Promise<string[]> {
	const zone = organisation.timeZone;
	const [since, closed] = await Promise.all([selectFirstDay(db, zone), selectClosedWeeks(db)]);
	if (since === null) return [];
	const { closing } = organisation;
	const overdue = overdueWeeks({ now, zone, closing, since, closed: closed.map(({ week }) => week) });
	const done: string[] = [];
	for (const week of overdue) {
		try {
			await closeAsShown(db, week, { organisation, by: null, now });
			done.push(week);
		} catch (refusal) {
			// Nothing to show yet, or somebody was faster.
			if (!(refusal instanceof Refusal)) throw refusal;
		}
	}
	return done;
}
