import { randomUUID } from 'node:crypto';
import { lookForDue, mailOf, wakeChannel } from '#domain/snapshots/server.ts';
import type { Connection } from '#platform/db/connect.ts';
import { listenTo } from '#platform/db/listen.ts';
import { log } from '#platform/log.ts';
import { domainOf } from '#platform/mail/server-address.ts';
import { openQueue } from '#platform/queue/queue.ts';
import { safeError } from '#platform/safe-error.ts';
import type { Settings } from '#platform/settings.ts';
import { postOffice } from './post-office.ts';

/** What the clock adds to each minute, and what whoever queues messages adds to. */
const look = 'snapshots-look';
const send = 'snapshots-send';

/** A message that is going out may end before the program does, but not for longer than this. */
const patienceMs = 2_000;

type Place = { databaseUrl: string; settings: Pick<Settings, 'mail' | 'origin' | 'port'> };

/**
 * Makes snapshots when they are due and sends them, in this process and any other on the same database. Nobody waits for
 * it to have started. Returns what stops it.
 */
export function keepSendingSnapshots(connection: Connection, place: Place): () => Promise<void> {
	const stopping = { now: false };
	const started = startSending(connection, place, (what) => (error, id) => {
		if (!stopping.now) log.error({ id, error: safeError(error) }, what);
	});
	started.catch((error: unknown) => log.error({ error: safeError(error) }, 'snapshots are not sent'));
	return async () => {
		stopping.now = true;
		await (
			await started
		)();
	};
}

type Fault = (what: string) => (error: unknown, id?: number) => void;

async function startSending(
	{ db, sql }: Connection,
	{ databaseUrl, settings: { mail, origin, port } }: Place,
	fault: Fault
): Promise<() => Promise<void>> {
	const now = () => new Date();
	const office = postOffice(db, {
		compose: mailOf,
		...mail,
		origin: origin ?? `http://localhost:${port}`,
		now,
		newClaim: randomUUID,
		onFault: fault('a snapshot could not be sent')
	});
	const queue = await openQueue(databaseUrl, fault('the queue is in trouble'));
	await queue.on(send, () => office.sendAll());
	await queue.on(look, async () => {
		await lookForDue(db, { now: now(), host: domainOf(mail.from) }, fault('a snapshot could not be made'));
		await queue.add(send);
	});
	await queue.everyMinute(look);
	// What fell due while nothing ran, and what is queued from now on.
	await queue.add(look);
	const deafen = await listenTo(sql, wakeChannel, () => void queue.add(send).catch(fault('the queue is in trouble')));

	return async () => {
		await deafen().catch(() => {});
		await office.stop(patienceMs);
		await queue.stop(patienceMs / 2);
	};
}
