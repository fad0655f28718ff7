import type { Db } from '#platform/db/connect.ts';
import { latestWeek } from '../money/as-of.ts';
import { slicesOfCustomers, versionOfSums, whatIsKnown } from '../money/server.ts';
import type { Known } from '../money/server.ts';
import { lastWholeWeek } from '../metrics/movement/judged-week.ts';
import { seriesInScope, stripFigures } from '../reviews/server.ts';
import { addDays } from '../scope/calendar.ts';
import type { Organisation } from '../scope/organisation.ts';
import { organisationOf } from '../scope/server.ts';
import type { Scope } from '../scope/scope.ts';
import { mondayOfWeek, weekOf } from '../scope/week.ts';
import { dayIn } from '../scope/zone.ts';
import type { Series } from '../surveys/series.ts';
import type { NewAlert } from './alert.ts';
import { found } from './found.server.ts';
import { groupsToWatch } from './groups.ts';
import { selectListeners } from './queries/wishes.server.ts';
import type { KeptWish } from './queries/wishes.server.ts';
import {
	insertAlerts,
	insertLook,
	insertTellings,
	lockWatch,
	saveSides,
	selectLastLook,
	selectSides
} from './queries/watch.server.ts';
import { judgeWatched } from './watched.ts';
import type { Judged, Watched } from './watched.ts';
import { whoIsTold } from './wish.ts';

/** Whose data these are: our own, or the made-up company's since when it is shown. */
export const dataOf = ({ demoSince }: Pick<Organisation, 'demoSince'>): string => demoSince?.toISOString() ?? '';

/**
 * Looks whether something has happened that somebody should know between reviews, and writes it down, each thing once.
 * Figures and answers are looked at when the kept sums or the week are others than at the last look. The first look at
 * these data only learns how things are. Says how many alerts are new.
 */
export const watch = (db: Db, now: Date): Promise<number> =>
	db.transaction(async (tx) => {
		const known = await whatIsKnown(tx);
		if (!known || !(await lockWatch(tx))) return 0;
		const organisation = await organisationOf(tx);
		const today = dayIn(now, organisation.timeZone);
		const ofDemo = dataOf(organisation);
		const [last, sums] = [await selectLastLook(tx, ofDemo), await versionOfSums(tx)];
		const week = weekToJudge(today, known);
		const isNews = last?.version !== sums || last.week !== week;

		const alerts: NewAlert[] = [];
		if (isNews) {
			const judged = await judgeFigures(tx, { week, today, known, organisation, ofDemo });
			await saveSides(tx, ofDemo, judged.sides, week);
			await insertLook(tx, ofDemo, { at: now, version: sums, week, looks: judged.looks, signals: judged.signals });
			alerts.push(...judged.left);
		}
		const listeners = await selectListeners(tx);
		alerts.push(...(await found(tx, { now, today, ofDemo, organisation, withAnswers: isNews, listeners })));
		return raise(tx, alerts, { ofDemo, known: last === null, now, listeners });
	});

/** The last week with answers that is over: what still runs is never judged. */
const weekToJudge = (today: string, { answersThrough }: Known): string =>
	weekOf(lastWholeWeek(mondayOfWeek(latestWeek(today, answersThrough)), addDays(today, -1)).monday);

type Judging = { week: string; today: string; known: Known; organisation: Organisation; ofDemo: string };

/** Everything that the strip shows, of all customers and of each group, judged as one family. */
async function judgeFigures(db: Db, { week, today, known, organisation, ofDemo }: Judging): Promise<Judged> {
	const everybody: Scope = { week, segment: null, region: null, plan: null, survey: null };
	const found = await seriesInScope(db, everybody);
	const watched = found ? await watchedIn(db, everybody, found.series, { today, known }) : [];
	const before = await selectSides(db, ofDemo);
	return judgeWatched(watched, before, { week, currency: organisation.reportingCurrency });
}

async function watchedIn(
	db: Db,
	everybody: Scope,
	series: Series,
	{ today, known }: { today: string; known: Known }
): Promise<Watched[]> {
	const through = { revenueThrough: known.revenueThrough, knownThrough: addDays(today, -1) };
	const all: Watched[] = [];
	// One after the other: nobody waits for it, and everybody shares the connections.
	for (const group of [null, ...groupsToWatch(await slicesOfCustomers(db))]) {
		const scope = group ? { ...everybody, [group.slice]: group.value } : everybody;
		all.push({ group, figures: await stripFigures(db, scope, series, through) });
	}
	return all;
}

type Raising = { ofDemo: string; known: boolean; now: Date; listeners: readonly KeptWish[] };

async function raise(db: Db, alerts: readonly NewAlert[], { listeners, ...raising }: Raising): Promise<number> {
	if (alerts.length === 0) return 0;
	const raised = await insertAlerts(db, alerts, raising);
	if (raising.known) return 0;
	const tellings = raised.flatMap(({ id, kind, facts }) =>
		whoIsTold(listeners, { kind, facts: JSON.parse(facts) }).map(({ personId }) => ({ alertId: id, personId }))
	);
	if (tellings.length > 0) await insertTellings(db, tellings);
	return raised.length;
}
