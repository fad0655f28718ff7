import { sql } from 'drizzle-orm';
import { workOutAsked } from '#domain/money/server.ts';
import { makeReady } from '#domain/imports/server.ts';
import { sectionNames } from '#domain/snapshots/content/content.ts';
import { askAhead, mailOf, readEdition, removeSchedule, sendNow, sendTest } from '#domain/snapshots/server.ts';
import { connect } from '#platform/db/connect.ts';
import type { Db } from '#platform/db/connect.ts';
import { openDatabase } from '#platform/db/database.ts';
import { lineTo } from '#platform/mail/line.ts';
import { settingsFrom } from '#platform/settings.ts';
import { seededRandom } from '#stats/index.ts';
import type { Person } from '#domain/auth/person.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { givenSchedule } from '#tests/factories/schedules.ts';
import { broken, cutWorkers, killingSpree, outcomes } from '#tests/mail/kills.ts';
import { worker } from '#tests/mail/office.ts';
import { smtpServer } from '#tests/mail/smtp.ts';
import type { Behaviour } from '#tests/mail/smtp.ts';
import type { Measured } from './measure.ts';
import { timed } from './measure.ts';

const part = 'mail';
const host = 'example.com';
const minute = 60_000;
const whole = { sections: [...sectionNames] };

/** Snapshots of the demo company: made, sent to 500, and through workers that are killed again and again. */
export async function snapshotsByMail(dataDir: string, kills: number): Promise<Measured[]> {
	const database = await openDatabase({ ...settingsFrom({}), dataDir }, { onLost: () => process.exit(1) });
	const { db, close } = connect(database.url, { connections: 10, name: 'empty-chair bench' });
	try {
		await makeReady(db, { demoCustomers: 12_000, now: () => new Date(), say: () => {} });
		const by = await givenPerson(db, { role: 'cco', email: 'cco@example.com' });
		return [...(await made(db, by)), ...(await sentTo500(db, by)), ...(await survived(db, by, database.url, kills))];
	} finally {
		await close();
		await database.leave();
	}
}

/** The first edition of a process and database that have made none, and one after it. The clock has prices worked out ahead. */
async function made(db: Db, by: Person): Promise<Measured[]> {
	const now = new Date();
	const id = await givenSchedule(db, { by, now, to: [], ...whole, comments: { rule: 'newest', limit: 50 } });
	const prices = await timed(async () => {
		if (await askAhead(db, now)) await workOutAsked(db);
	});
	const cold = await madeOnce(db, id, by);
	const warm = await madeOnce(db, id, by);
	await removeSchedule(db, id, { by, now });
	const what = `edition with ${cold.charts} charts and ${cold.comments} comments`;
	const measured = ({ seconds, cpu, charts }: typeof cold, how: string): Measured[] => [
		{
			...{ part, what: `${what}, ${how}`, value: seconds, unit: 's', goal: '≤ 2 s' },
			met: seconds <= 2 && charts > 0
		},
		{ part, what: 'of that, this process was busy for', value: cpu, unit: 's' }
	];
	return [
		{ part, what: 'its price of a point, worked out ahead', value: prices.ms / 1_000, unit: 's' },
		...measured(cold, 'the first of a process'),
		...measured(warm, 'the next')
	];
}

async function madeOnce(db: Db, scheduleId: number, by: Person) {
	const before = process.cpuUsage();
	const edition = await timed(() => sendTest(db, scheduleId, { by, now: new Date(), host }));
	const content = (await readEdition(db, edition.result))!.content!;
	const mail = await timed(() =>
		mailOf(content, { to: by.email, editionUrl: 'http://x/', unsubscribeUrl: 'http://x/', origin: 'http://x' })
	);
	const { user, system } = process.cpuUsage(before);
	return {
		seconds: (edition.ms + mail.ms) / 1_000,
		cpu: (user + system) / 1_000_000,
		charts: mail.result.images.length,
		comments: content.words?.comments.length ?? 0
	};
}

const recipients = 500;

async function sentTo500(db: Db, by: Person): Promise<Measured[]> {
	const server = await smtpServer(() => 'takes it', { connections: 3 });
	const now = new Date();
	const to = Array.from({ length: recipients }, (_, i) => `reader${i}@example.com`);
	const id = await givenSchedule(db, { by, now, to, ...whole, comments: { rule: 'newest', limit: 50 } });
	await sendNow(db, id, { by, now, host });
	const { tick, faults } = worker(db, { now: () => new Date(), server: server.address });
	const { ms } = await timed(tick);
	const arrived = new Set(server.taken.map((taken) => taken.to)).size;
	const { raw } = server.taken[0];

	// The same messages over as many lines, from memory and with nothing written down.
	const content = Buffer.from(raw, 'latin1');
	const plain = await timed(() =>
		Promise.all(
			Array.from({ length: 3 }, async (_, lane) => {
				const line = lineTo(server.address);
				for (let i = lane; i < recipients; i += 3)
					await line.send({ from: 'cx@example.com', to: to[i] }, content, async () => true);
				line.close();
			})
		)
	);
	await server.close();
	await removeSchedule(db, id, { by, now: new Date() });
	return [
		{
			...{ part, what: `${arrived} mails of ${Math.round(content.length / 1024)} kB handed over`, value: ms / 1_000 },
			...{ unit: 's', limit: plain.ms / 1_000, limitIs: 'the same from memory', goal: '≤ 30 s' },
			met: ms <= 30_000 && arrived === recipients && faults.length === 0
		}
	];
}

const kinds: Behaviour[] = [
	'takes it',
	'refuses for now',
	'takes it',
	'refuses for good',
	'takes it',
	'closes within the content',
	'takes it and loses the reply',
	'refuses the content'
];

/** Messages enough that something is always going out, to a server that misbehaves, by two workers that are killed. */
async function survived(db: Db, by: Person, url: string, kills: number): Promise<Measured[]> {
	const number = (to: string) => Number(/\d+/.exec(to)![0]);
	const behaviour = (to: string, attempt: number) => (attempt === 0 ? kinds[number(to) % kinds.length] : 'takes it');
	// As slow as servers are, so that there is something to die in.
	const server = await smtpServer(behaviour, { answersAfterMs: 50 });
	const now = new Date();
	const to = Array.from({ length: 16 * kills }, (_, i) => `reader${i}@example.com`);
	const id = await givenSchedule(db, { by, now, to });
	await sendNow(db, id, { by, now, host });
	const spree = await timed(() =>
		killingSpree({
			url,
			server,
			random: seededRandom(6),
			leaseMs: 5_000,
			workers: 2,
			kills,
			withinMs: 60 * minute,
			atLeast: kills,
			cutDatabase: () => cutWorkers(db)
		})
	);
	const left = await pending(db, id);

	let ahead = 0;
	const after = worker(db, { now: () => new Date(Date.now() + ahead), server: server.address });
	for (ahead of [1, 3, 10, 30].map((minutes) => minutes * minute)) await after.tick();
	const ended = await outcomes(db, server, id);
	await server.close();

	const unknown = ended.filter(({ state }) => state === 'unknown').length;
	const wrong = broken(ended).length + (to.length - ended.length);
	const killed = `${spree.result} kills of two workers, ${to.length} messages (${left} were left when the last died)`;
	return [
		{
			...{ part, what: `${killed}: sent twice or silently lost`, value: wrong, unit: 'messages' },
			...{ goal: '0', met: wrong === 0 && left > 0 }
		},
		{ part, what: 'of those, told as unknown', value: unknown, unit: 'messages' },
		{ part, what: 'the killing took', value: spree.ms / 1_000, unit: 's' }
	];
}

/** Messages of a schedule that are still to go. */
async function pending(db: Db, scheduleId: number): Promise<number> {
	const [{ count }] = (await db.execute(sql`
		select count(*)::int as count from snapshot_delivery delivery
		join snapshot_edition edition on edition.id = edition_id
		where schedule_id = ${scheduleId} and state in ('queued', 'deferred')
	`)) as unknown as [{ count: number }];
	return count;
}
