import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '#platform/db/connect.ts';
import { mailServerFrom } from '#platform/mail/server-address.ts';
import { worker } from './office.ts';

/* A worker in a process of its own, to be killed at any moment. Arguments: database, mail server, lease in milliseconds. */
const [url, smtp, lease] = process.argv.slice(2);
const { db } = connect(url, { connections: 4, name: 'empty-chair worker' });
const { tick } = worker(db, {
	now: () => new Date(),
	server: mailServerFrom(smtp),
	leaseMs: Number(lease),
	onMail: () => process.stdout.write('.')
});

process.stdout.write('ready\n');
for (;;) {
	// Whatever goes wrong, a worker goes on; its neighbour may have killed it, or its database.
	await tick().catch(() => {});
	await pause(50);
}
