import type { Db } from '#platform/db/connect.ts';
import { Refusal } from '../refusal.ts';
import { organisationOf } from '../scope/server.ts';
import { sectionNames } from './content/content.ts';
import type { Wanted } from './content/content.ts';
import { gatherContent } from './content/gather.server.ts';
import { giveUpAfter } from './delivery.ts';
import { dueFor, fallenDue, isLate, sendAndMiss } from './due.ts';
import type { Due } from './due.ts';
import type { Occasion } from './edition.ts';
import { insertEdition, selectLastDue, selectSettled } from './queries/editions.server.ts';
import { insertDeliveries, lockSchedule, selectAddressees, selectClosedSince } from './queries/making.server.ts';
import type { Addressee } from './queries/making.server.ts';
import { wake } from './queries/posting.server.ts';
import { selectSchedule, setSkips, setTrouble } from './queries/schedules.server.ts';
import { occurrencesAfter } from './rule.ts';
import type { Cut, Schedule } from './schedule.ts';

export type Making = {
	now: Date;
	/** The right half of every Message-ID. */
	host: string;
};

/** A settled occurrence may come back by a change of zone within so long. */
const lookBack = 3 * 24 * 3_600_000;

type Made = { editionId: number; deliveries: number } | null;

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
		const why = schedule.trouble ?? 'Nothing ran when it was due, and by then it was too late.';
		await keepWithout(tx, found, one, { fate: 'missed', why }, making);
	}
	if (missed.length > 0 && !send) await setTrouble(tx, schedule.id, null, making.now);
	return send;
}

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

type Asked = Due & { occasion: Occasion; askedBy: number | null };

/** Makes an edition and queues a message for each who is to have it; null when it is there already. */
export async function makeEdition(
	tx: Db,
	{ schedule, addressees }: Pick<Found, 'schedule' | 'addressees'>,
	asked: Asked,
	{ now, host }: Making
): Promise<Made> {
	const organisation = await organisationOf(tx);
	const content = await gatherContent(tx, wantedBy(schedule, asked.week), { organisation, now });
	const late = isLate(asked.at, now);
	const editionId = await insertEdition(tx, {
		...{ scheduleId: schedule.id, occasion: asked.occasion, occurrence: asked.occurrence, week: asked.week },
		...{ dueAt: asked.at, fate: 'made', why: null, late, madeAt: now },
		...{ shape: content.shape, contents: JSON.stringify(content) },
		askedBy: asked.askedBy
	});
	if (editionId === null) return null;

	const byTheClock = asked.occasion === 'clock';
	const queued = addressees.map((addressee) => {
		const dueAt = byTheClock ? dueFor(schedule, asked, addressee.zone) : asked.at;
		return {
			...addressee,
			dueAt,
			state: 'queued' as const,
			giveUpAt: giveUpAt(schedule, { dueAt, now }),
			answer: null
		};
	});
	await insertDeliveries(tx, queued, { editionId, kind: 'edition', host, late, now });
	await wake(tx);
	return { editionId, deliveries: queued.length };
}

/** What a schedule brings of a week. A section that this version does not know is left out. */
export const wantedBy = ({ filter, sections, comments }: Cut, week: string): Wanted => ({
	week,
	filter,
	sections: sectionNames.filter((name) => sections.includes(name)),
	comments
});

/** Attempts end after a day, or when the next edition is due. */
function giveUpAt({ rule, zone }: Schedule, { dueAt, now }: { dueAt: Date; now: Date }): Date {
	const from = dueAt > now ? dueAt : now;
	const latest = from.getTime() + giveUpAfter;
	if (rule.every === 'review closed') return new Date(latest);
	const [next] = occurrencesAfter(rule, zone, from);
	return new Date(Math.min(latest, next.at.getTime()));
}
