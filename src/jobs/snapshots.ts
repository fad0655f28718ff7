import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { lookForDue, mailOf, wakeChannel } from '#domain/snapshots/server.ts';
import type { Connection } from '#platform/db/connect.ts';
import { listenTo } from '#platform/db/listen.ts';
import { log } from '#platform/log.ts';
import { domainOf } from '#platform/mail/server-address.ts';
import { openQueue } from '#platform/queue/queue.ts';
import { safeError } from '#platform/safe-error.ts';
import type { Settings } from '#platform/settings.ts';
import { fontFiles } from '#ui/charts/png/fonts.ts';
import { postOffice } from './post-office.ts';
import { pricingAhead } from './price-ahead.ts';

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
	const stopping = new AbortController();
	const fault: Fault = (what) => (error, id) => {
		if (!stopping.signal.aborted) log.error({ id, error: safeError(error) }, what);
	};
	const started = inTheEnd(
		() => startSending(connection, place, fault),
		fault('snapshots are not sent'),
		stopping.signal
	);
	return async () => {
		stopping.abort();
		await (
			await started
		)?.();
	};
}

const againAfterMs = 30_000;

/** Starts, and tries again where the database was not there for a moment: nobody would notice otherwise that no mail goes. */
async function inTheEnd<Started>(
	start: () => Promise<Started>,
	onFault: (error: unknown) => void,
	signal: AbortSignal
): Promise<Started | null> {
	while (!signal.aborted) {
		try {
			return await start();
		} catch (error) {
			onFault(error);
			await pause(againAfterMs, undefined, { signal, ref: false }).catch(() => {});
		}
	}
	return null;
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
	const priceAhead = pricingAhead(db, fault('prices for the next snapshots are not worked out ahead'));
	// Pictures are lettered by files that are unpacked once a process: before the first mail, not while it is made.
	void fontFiles().catch(fault('the letters of charts could not be unpacked'));
	const queue = await openQueue(databaseUrl, fault('the queue is in trouble'));
	await queue.on(send, () => office.sendAll());
	await queue.on(look, async () => {
		await lookForDue(db, { now: now(), host: domainOf(mail.from) }, fault('a snapshot could not be made'));
		await queue.add(send);
		priceAhead();
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
