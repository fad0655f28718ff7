import type { Db } from '#platform/db/connect.ts';
import { Refusal } from '../refusal.ts';
import { dueFor, fallenDue, isLate, isTooOld, sendAndMiss } from './due.ts';
import type { Due } from './due.ts';
import type { Occasion } from './edition.ts';
import { makeEdition } from './make-edition.server.ts';
import type { Made, Making } from './make-edition.server.ts';
import { insertEdition, selectLastDue, selectSettled } from './queries/editions.server.ts';
import { insertDeliveries, lockSchedule, selectAddressees, selectClosedSince } from './queries/making.server.ts';
import type { Addressee } from './queries/making.server.ts';
import { selectSchedule, setSkips, setTrouble } from './queries/schedules.server.ts';
import type { Schedule } from './schedule.ts';

/** A settled occurrence may come back by a change of zone within so long. */
const lookBack = 3 * 24 * 3_600_000;

/** Sees to what has fallen due of one schedule: made, skipped or missed, each once. Null: nothing to send. */
export async function makeDue(db: Db, scheduleId: number, making: Making): Promise<Made> {
	const send = await db.transaction(async (tx) => {
		const due = await lookFor(tx, scheduleId, making.now);
		return due ? settleOthers(tx, due, making) : null;
	});
	if (!send) return null;
	try {
		const made = await db.transaction(async (tx) => {
			const due = await lookFor(tx, scheduleId, making.now);
			// Somebody was faster, or has changed their mind.
			if (due?.due.at(-1)?.occurrence !== send.occurrence) return null;
			return makeEdition(tx, due, { ...send, occasion: occasionOf(due.schedule), askedBy: null }, making);
		});
		if (made) await setTrouble(db, scheduleId, null, making.now);
		return made;
	} catch (error) {
		const why = error instanceof Refusal ? error.message : 'An error on our side; the log says which.';
		await setTrouble(db, scheduleId, why, making.now);
		throw error;
	}
}

type Found = { schedule: Schedule; addressees: Addressee[]; due: Due[] };

/** What has fallen due and nobody has seen to, with the schedule held; null: nothing, or another worker is at it. */
async function lookFor(tx: Db, scheduleId: number, now: Date): Promise<Found | null> {
	if (!(await lockSchedule(tx, scheduleId))) return null;
	const schedule = await selectSchedule(tx, scheduleId);
	if (!schedule || schedule.removedAt || schedule.pausedAt) return null;

	const occasion = occasionOf(schedule);
	const lastDue = (await selectLastDue(tx, scheduleId, occasion))?.getTime() ?? 0;
	const since = new Date(Math.max(schedule.ruleSince.getTime(), lastDue - lookBack));
	const closed = occasion === 'review closed' ? await selectClosedSince(tx, since) : [];
	const addressees = await selectAddressees(tx, scheduleId);
	const zones = addressees.flatMap(({ zone }) => zone ?? []);
	const settled = new Set(
		await selectSettled(tx, { scheduleId, occasion, since: new Date(since.getTime() - lookBack) })
	);
	const due = fallenDue(schedule, { zones, closed, since, now }).filter(({ occurrence }) => !settled.has(occurrence));
	return due.length > 0 ? { schedule, addressees, due } : null;
}

export const occasionOf = (schedule: Pick<Schedule, 'rule'>): Occasion =>
	schedule.rule.every === 'review closed' ? 'review closed' : 'clock';

/** Records what is skipped and what is missed; what remains is to be sent. */
async function settleOthers(tx: Db, found: Found, making: Making): Promise<Due | null> {
	const { schedule, due } = found;
	const skipped = due.find(({ occurrence }) => schedule.skips === 'next' || schedule.skips === occurrence);
	if (skipped) {
		await keepWithout(tx, found, skipped, { fate: 'skipped', why: 'Somebody chose to skip it.' }, making);
		await setSkips(tx, schedule.id, null);
	}
	const wanted = due.filter((one) => one !== skipped);
	const { send, missed } = sendAndMiss(wanted, { now: making.now, lateWithinHours: schedule.lateWithinHours });
	for (const one of missed) {
		const why = schedule.trouble ?? whyMissed(one, schedule, making.now);
		await keepWithout(tx, found, one, { fate: 'missed', why }, making);
	}
	if (missed.length > 0 && !send) await setTrouble(tx, schedule.id, null, making.now);
	return send;
}

const whyMissed = ({ at }: Due, { lateWithinHours }: Schedule, now: Date): string =>
	isTooOld(at, { now, lateWithinHours })
		? 'Nothing ran when it was due, and by then it was too late.'
		: 'A later one had fallen due as well, and only the last is sent.';

type Without = { fate: 'skipped' | 'missed'; why: string };

async function keepWithout(tx: Db, found: Found, due: Due, { fate, why }: Without, making: Making): Promise<void> {
	const { schedule, addressees } = found;
	const { now, host } = making;
	const editionId = await insertEdition(tx, {
		...{ scheduleId: schedule.id, occasion: occasionOf(schedule), occurrence: due.occurrence, week: due.week },
		...{ dueAt: due.at, fate, why, late: isLate(due.at, now), shape: null, contents: null, madeAt: now, askedBy: null }
	});
	if (editionId === null || fate === 'skipped') return;
	const missed = addressees.map((addressee) => ({
		...addressee,
		dueAt: dueFor(schedule, due, addressee.zone),
		state: 'missed' as const,
		giveUpAt: now,
		answer: why
	}));
	await insertDeliveries(tx, missed, { editionId, kind: 'edition', host, late: false, now });
}
