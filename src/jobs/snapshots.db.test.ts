import { expect, test, vi } from 'vitest';
import { deliveriesOf, sendNow, sendTest } from '#domain/snapshots/server.ts';
import { connect } from '#platform/db/connect.ts';
import { cloneOfTemplate } from '#tests/db/test.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { givenSchedule, notSoon } from '#tests/factories/schedules.ts';
import { from } from '#tests/mail/office.ts';
import { smtpServer } from '#tests/mail/smtp.ts';
import { keepSendingSnapshots } from './snapshots.ts';

test('two processes on one database start at once, send what is asked for within seconds, and stop in order', async () => {
	const { url: databaseUrl } = await cloneOfTemplate();
	const [one, other] = [connect(databaseUrl, { connections: 4 }), connect(databaseUrl, { connections: 4 })];
	const server = await smtpServer();
	const settings = { mail: { from, server: server.address }, origin: 'https://cx.example.com', port: 3000 };
	const stops = [one, other].map((connection) => keepSendingSnapshots(connection, { databaseUrl, settings }));

	const now = new Date();
	const by = await givenPerson(one.db, { role: 'cco' });
	const to = ['anna@example.com', 'bert@example.com', 'carl@example.com'];
	const id = await givenSchedule(one.db, { by, now, to, rule: notSoon(now) });
	const editionId = await sendNow(one.db, id, { by, now, host: 'example.com' });
	await vi.waitFor(
		async () => {
			const all = await deliveriesOf(one.db, { editionId, state: null, after: 0, limit: 10 });
			expect(all.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
		},
		{ timeout: 30_000, interval: 100 }
	);
	expect(server.taken.map((taken) => taken.to).sort()).toEqual(to);
	expect(server.taken[0].raw).toContain('List-Unsubscribe: <https://cx.example.com/unsubscribe/');

	const began = Date.now();
	await Promise.all(stops.map((stop) => stop()));
	// Nobody is at work: they need not wait as long as for a message that is going out, let alone for ever.
	expect(Date.now() - began).toBeLessThan(15_000);

	// And again, on a database that knows the queue already.
	const again = keepSendingSnapshots(one, { databaseUrl, settings });
	await sendTest(one.db, id, { by, now: new Date(), host: 'example.com' });
	await vi.waitFor(() => expect(server.taken).toHaveLength(4), { timeout: 30_000, interval: 100 });
	await again();
	await Promise.all([one.close(), other.close(), server.close()]);
});
