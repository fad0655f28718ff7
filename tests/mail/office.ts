import { randomUUID } from 'node:crypto';
import { lookForDue, mailOf } from '#domain/snapshots/server.ts';
import { postOffice } from '#jobs/post-office.ts';
import type { Db } from '#platform/db/connect.ts';
import type { MailServer } from '#platform/mail/server-address.ts';

export const from = { name: 'Empty Chair', address: 'cx@example.com' };

type Wishes = { now: () => Date; server: MailServer | null; leaseMs?: number; onMail?: () => void };

/** A worker as the product runs it, but for its clock: makes what is due, and sends what is due. */
export function worker(db: Db, { now, server, leaseMs, onMail }: Wishes) {
	const faults: unknown[] = [];
	const office = postOffice(db, {
		compose(content, addressed) {
			onMail?.();
			return mailOf(content, addressed);
		},
		...{ from, server, now, newClaim: randomUUID, origin: 'http://localhost:3000' },
		onFault: (error) => faults.push(error),
		...(leaseMs === undefined ? {} : { leaseMs }),
		patience: { connecting: 10_000, greeting: 10_000, whole: 20_000 }
	});
	return {
		faults,
		stop: (patienceMs: number) => office.stop(patienceMs),
		/** One look of the clock, and all that is due then. */
		async tick() {
			await lookForDue(db, { now: now(), host: 'example.com' }, (error) => faults.push(error));
			await office.sendAll();
		}
	};
}
