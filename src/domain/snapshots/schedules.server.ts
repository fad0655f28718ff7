import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { isTimeZone } from '../scope/organisation.ts';
import { occasionOf } from './making.server.ts';
import { selectSettled } from './queries/editions.server.ts';
import { waitForSchedule } from './queries/making.server.ts';
import { selectRecipientCounts } from './queries/recipients.server.ts';
import {
	insertSchedule,
	selectSchedule,
	selectSchedules,
	setOwner,
	setPaused,
	setRemoved,
	setSkips,
	updateSchedule
} from './queries/schedules.server.ts';
import { occurrencesAfter, ruleText } from './rule.ts';
import type { ListedSchedule, NextRun, Schedule, ScheduleSettings } from './schedule.ts';

type By = { by: Person; now: Date };

/** Every schedule, with when it runs next and how many get it. */
export async function schedules(db: Db, now: Date): Promise<ListedSchedule[]> {
	const counts = new Map((await selectRecipientCounts(db)).map(({ scheduleId, ...count }) => [scheduleId, count]));
	const listed: ListedSchedule[] = [];
	for (const schedule of await selectSchedules(db))
		listed.push({
			...schedule,
			recipients: counts.get(schedule.id) ?? { active: 0, paused: 0 },
			next: await nextRun(db, schedule, now)
		});
	return listed;
}

/** The next occurrence that will be sent: one that is skipped, or was sent before its rule changed, is passed over. */
export async function nextRun(db: Db, schedule: Schedule, now: Date): Promise<NextRun> {
	const { rule, zone, pausedAt, skips } = schedule;
	if (pausedAt || rule.every === 'review closed') return null;
	const since = new Date(now.getTime() - 2 * 24 * 3_600_000);
	const settled = await selectSettled(db, { scheduleId: schedule.id, occasion: occasionOf(schedule), since });
	for (const { day, at } of occurrencesAfter(rule, zone, now))
		if (!settled.includes(day) && day !== skips) return { occurrence: day, at };
	return null;
}

/** Makes a schedule, owned by whoever makes it, or changes one. Returns its id. */
export async function saveSchedule(
	db: Db,
	settings: ScheduleSettings,
	{ id, by, now }: By & { id?: number }
): Promise<number> {
	refuseReaders(by);
	if (!isTimeZone(settings.zone)) throw new Refusal('invalid', `${settings.zone} is not a time zone.`);
	return db.transaction(async (tx) => {
		if (id === undefined) {
			const made = await insertSchedule(tx, settings, { ownerId: by.id, now });
			await audit(tx, by, 'made a snapshot schedule', `${settings.name}: ${ruleText(settings.rule)}, ${settings.zone}`);
			return made;
		}
		const before = await held(tx, id);
		await updateSchedule(tx, id, settings, isSameRule(before, settings) ? before.ruleSince : now);
		await audit(
			tx,
			by,
			'changed a snapshot schedule',
			`${settings.name}: ${ruleText(settings.rule)}, ${settings.zone}`
		);
		return id;
	});
}

/** What is changed beside the rule leaves what is due, due. */
const isSameRule = (before: Schedule, { rule, zone, zoneOf }: ScheduleSettings): boolean =>
	ruleText(before.rule) === ruleText(rule) && before.zone === zone && before.zoneOf === zoneOf;

export const pauseSchedule = (db: Db, id: number, { by, now }: By) =>
	change(db, id, by, 'paused a snapshot schedule', async (tx, { pausedAt }) => {
		if (!pausedAt) await setPaused(tx, id, now, now);
	});

/** What would have been due meanwhile is nobody's. */
export const resumeSchedule = (db: Db, id: number, { by, now }: By) =>
	change(db, id, by, 'resumed a snapshot schedule', async (tx, { pausedAt }) => {
		if (pausedAt) await setPaused(tx, id, null, now);
	});

/** Leaves out the occurrence that comes next, once; after reviews, the next review's. */
export const skipOnce = (db: Db, id: number, { by, now }: By) =>
	change(db, id, by, 'skipped a snapshot once', async (tx, schedule) => {
		if (schedule.pausedAt) throw new Refusal('conflict', 'It is paused: there is nothing to skip.');
		const next = await nextRun(tx, { ...schedule, skips: null }, now);
		await setSkips(tx, id, next?.occurrence ?? 'next');
	});

export const doNotSkip = (db: Db, id: number, { by }: By) =>
	change(db, id, by, 'took back a skip', (tx) => setSkips(tx, id, null));

/** Takes a schedule away. Its editions and what became of them stay. */
export const removeSchedule = (db: Db, id: number, { by, now }: By) =>
	change(db, id, by, 'removed a snapshot schedule', (tx) => setRemoved(tx, id, now));

/** Makes oneself the one who is told when somebody could not be reached. */
export const ownSchedule = (db: Db, id: number, { by }: By) =>
	change(db, id, by, 'took over a snapshot schedule', (tx) => setOwner(tx, id, by.id));

async function change(
	db: Db,
	id: number,
	by: Person,
	action: string,
	act: (tx: Db, schedule: Schedule) => Promise<unknown>
): Promise<void> {
	refuseReaders(by);
	await db.transaction(async (tx) => {
		const schedule = await held(tx, id);
		await act(tx, schedule);
		await audit(tx, by, action, schedule.name);
	});
}

/** The schedule, held until the transaction ends, so that nothing is sent by half of a change. */
export async function held(tx: Db, id: number): Promise<Schedule> {
	await waitForSchedule(tx, id);
	const schedule = await selectSchedule(tx, id);
	if (!schedule || schedule.removedAt) throw new Refusal('not-found', 'There is no such schedule.');
	return schedule;
}

export function refuseReaders(by: Person): void {
	if (!can(by, 'snapshots')) throw new Refusal('not-allowed', 'Your role does not include snapshots by mail.');
}
