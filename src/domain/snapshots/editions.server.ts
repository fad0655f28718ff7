import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { dayIn } from '../scope/zone.ts';
import { readContent } from './content/shapes.ts';
import { asMayBeShown } from './content/still-there.server.ts';
import type { Edition } from './edition.ts';
import { makeEdition } from './make-edition.server.ts';
import type { Making } from './make-edition.server.ts';
import { countAsked, selectEdition } from './queries/editions.server.ts';
import { selectAddressees, selectClosedSince } from './queries/making.server.ts';
import { weekToldOn } from './rule.ts';
import type { Schedule } from './schedule.ts';
import { held, refuseReaders } from './schedules.server.ts';

export { selectEditions as editions } from './queries/editions.server.ts';
export {
	selectAttempts as attemptsOf,
	selectDeliveries as deliveriesOf,
	selectDelivery as deliveryOf
} from './queries/deliveries.server.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** As many tests as somebody needs to get a mail right, and no more than a mail server bears. */
const testsAnHour = 12;

/** An edition and what it says, as it was when it was made, but for words that were erased since. */
export async function readEdition(db: Db, id: number): Promise<Edition | null> {
	const found = await selectEdition(db, id);
	if (!found) return null;
	const { contents, ...edition } = found;
	const kept = contents === null ? null : readContent(contents);
	return { ...edition, content: kept && (await asMayBeShown(db, kept)) };
}

type Asking = Making & { by: Person };

/** Makes an edition now and sends it to everybody on the schedule. Asked for twice within a minute, it is one. */
export async function sendNow(db: Db, scheduleId: number, { by, ...making }: Asking): Promise<number> {
	refuseReaders(by);
	return db.transaction(async (tx) => {
		const schedule = await held(tx, scheduleId);
		const addressees = await selectAddressees(tx, scheduleId);
		if (addressees.length === 0) throw new Refusal('conflict', 'Nobody would get it: add recipients first.');
		const { now } = making;
		const asked = { occurrence: now.toISOString().slice(0, 16), at: now, week: await weekNow(tx, schedule, now) };
		const made = await makeEdition(tx, { schedule, addressees }, { ...asked, occasion: 'now', askedBy: by.id }, making);
		if (!made) throw new Refusal('conflict', 'It was sent a moment ago.');
		await audit(tx, by, 'sent a snapshot', `${schedule.name} to ${made.deliveries}`);
		return made.editionId;
	});
}

/** Makes an edition now and sends it to whoever asks, and nobody else. */
export async function sendTest(db: Db, scheduleId: number, { by, ...making }: Asking): Promise<number> {
	refuseReaders(by);
	const { now } = making;
	return db.transaction(async (tx) => {
		const schedule = await held(tx, scheduleId);
		if ((await countAsked(tx, by.id, 'test', new Date(now.getTime() - 60 * minute))) >= testsAnHour)
			throw new Refusal('too-often', 'That were many tests. Wait an hour, or read the preview.');
		const asked = { occurrence: `${now.toISOString()} ${by.id}`, at: now, week: await weekNow(tx, schedule, now) };
		const myself = { recipientId: null, personId: by.id, address: by.email, zone: null };
		const made = await makeEdition(
			tx,
			{ schedule, addressees: [myself] },
			{ ...asked, occasion: 'test', askedBy: by.id },
			making
		);
		if (!made) throw new Refusal('conflict', 'It was sent a moment ago.');
		await audit(tx, by, 'tested a snapshot', schedule.name);
		return made.editionId;
	});
}

/** The week that an edition made now tells of: what the next by the clock would, or the review that was closed last. */
export async function weekNow(db: Db, schedule: Schedule, now: Date): Promise<string> {
	const last = weekToldOn(dayIn(now, schedule.zone));
	if (schedule.rule.every !== 'review closed') return last;
	return (await selectClosedSince(db, new Date(now.getTime() - 366 * day))).at(-1)?.week ?? last;
}
