import { lookForAlerts } from '#domain/alerts/server.ts';
import type { Db } from '#platform/db/connect.ts';
import type { Queue } from '#platform/queue/queue.ts';

const look = 'alerts-look';

type Watching = { now: () => Date; host: string; onFault: (error: unknown) => void };

/** Looks once a minute whether somebody should be told of something, after imports as between them. */
export async function keepWatching(db: Db, queue: Queue, { now, host, onFault }: Watching): Promise<void> {
	await queue.on(look, async () => {
		await lookForAlerts(db, { now: now(), host }, onFault);
	});
	await queue.everyMinute(look);
}
