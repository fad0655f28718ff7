import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#platform/db/connect.ts';
import type { Connection } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { keptFiles } from '#platform/imported-files.ts';
import { cloneOfTemplate } from '#tests/db/test.ts';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue, givenSurvey } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { givenSchedule } from '#tests/factories/schedules.ts';
import { worker } from '#tests/mail/office.ts';
import { smtpServer } from '#tests/mail/smtp.ts';
import type { TestServer } from '#tests/mail/smtp.ts';
import type { Person } from '../auth/person.ts';
import { changePerson } from '../auth/server.ts';
import { erase } from '../imports/server.ts';
import { followUp } from '../officer/server.ts';
import { addDays } from '../scope/calendar.ts';
import { unnamed } from '../scope/server.ts';
import { recipientsOf, sendNow } from '../snapshots/server.ts';
import { response } from '../surveys/tables.server.ts';
import type { AlertKind } from './alert.ts';
import { alertsFor, lookForAlerts, noteBounce, saveWish, stopAlertsBy, whomAlertsReach, wishOf } from './server.ts';
import { toldOf } from './told.ts';
import type { Wish } from './wish.ts';

let one: Connection;
let other: Connection;
let server: TestServer;
let clock: Date;
const set = (moment: string) => (clock = new Date(moment));
const now = () => clock;
const all: AlertKind[] = ['figure', 'detractor', 'escalation'];
const people: Record<string, Person> = {};
const customers: number[] = [];

/** A look by the clock, and all that is due then goes out. */
async function look(connection = one) {
	const { tick, faults } = worker(connection.db, { now, server: server.address });
	const found = await lookForAlerts(connection.db, { now: clock, host: 'example.com' }, (error) => faults.push(error));
	await tick();
	expect(faults).toEqual([]);
	return found;
}

const mailsTo = async (name: string) =>
	Promise.all(server.taken.filter(({ to }) => to === people[name].email).map(({ raw }) => PostalMime.parse(raw)));
const told = async (name: string) =>
	(await alertsFor(one.db, unnamed, { personId: people[name].id, before: null, limit: 50 })).alerts;
const tellings = async (name: string) => (await told(name)).map(({ telling }) => telling?.state ?? null);
const deliveries = (name: string) =>
	rows<{ id: number; state: string; messageId: string }>(
		one.db,
		sql`
			select id::int, state, message_id as "messageId" from snapshot_delivery
			where person_id = ${people[name].id} and kind = 'alert' order by id
		`
	);

async function given(name: string, wish: Partial<Wish> | null, role: Person['role'] = 'executive') {
	people[name] = await givenPerson(one.db, { email: `${name}@alerts.test`, name, role });
	const plain: Wish = { kinds: all, worth: { topPercent: 10 }, dailyAt: null, zone: 'UTC', quiet: null };
	if (wish) await saveWish(one.db, { ...plain, ...wish }, { by: people[name], now: clock });
}

const refreshed = () => one.db.transaction((tx) => givenRefreshed(tx));
const answered = (customerId: number, at: string, score: number, comment?: string) =>
	givenResponse(one.db, { customerId, respondedAt: new Date(at), score, comment });
const owed = (customerId: number, dueOn: string, what: string, owner = 'dora') =>
	followUp(
		one.db,
		{ customerId, responseId: null, kind: 'call back', what, ownerId: people[owner].id, dueOn },
		{ by: people.anna, now: clock }
	);

/** Twelve people a week who like us, but for `scores` in the given week. */
async function givenWeeks(from: string, weeks: number, scores: (week: number, person: number) => number) {
	const surveyId = await givenSurvey(one.db);
	const [{ sourceId }] = await rows<{ sourceId: number }>(one.db, sql`select source_id as "sourceId" from survey`);
	const crowd = customers.slice(20);
	await one.db.insert(response).values(
		Array.from({ length: weeks }, (_, week) =>
			crowd.map((customerId, i) => ({
				...{ customerId, surveyId, sourceId, metric: 'nps' as const, importId: 1 },
				sourceResponseId: `${from} ${week} ${i}`,
				respondedAt: new Date(`${addDays(from, 7 * week + (i % 5))}T12:00:00Z`),
				score: scores(week, i)
			}))
		).flat()
	);
}

beforeAll(async () => {
	const { url } = await cloneOfTemplate();
	[one, other] = [connect(url, { connections: 4 }), connect(url, { connections: 4 })];
	server = await smtpServer();
	set('2026-11-17T12:00:00Z');
	// Twenty who pay, the first most; and a crowd that answers and pays nothing.
	for (let i = 0; i < 20; i++) {
		const id = await givenCustomer(one.db, { key: `payer-${i}` });
		customers.push(id);
		const line = { bookedOn: '2026-11-01', servedFrom: '2026-01-01', servedTo: '2027-01-01' };
		await givenRevenue(one.db, { customerId: id, kind: 'recurring', amountMinor: (100 - i) * 1_000_00, ...line });
	}
	for (let i = 0; i < 12; i++) customers.push(await givenCustomer(one.db));
	await givenWeeks('2025-09-08', 62, (week, i) => ((week + i) % 5 === 0 ? 6 : 9));

	const night = { from: '13:00', to: '07:00' };
	await given('anna', {}, 'cco');
	await given('bert', { quiet: night });
	await given('carl', { dailyAt: '07:30' });
	await given('dora', null);
	await given('finn', { quiet: night });
	await given('gina', { quiet: night });
	await given('hans', { kinds: ['escalation'] });
	await given('root', null, 'administrator');
});
afterAll(async () => {
	await Promise.all([one.close(), other.close(), server.close()]);
});

describe('watching', () => {
	test('the first look learns how things are, and tells nobody', async () => {
		await answered(customers[0], '2026-08-03T10:00:00Z', 9);
		await answered(customers[0], '2026-11-16T10:00:00Z', 3, 'Known already');
		await owed(customers[5], '2026-11-10', 'Ring about the delay');
		// Nothing was ever worked out: there is nothing to look at.
		expect(await look()).toEqual({ raised: 0, mails: 0 });
		await refreshed();
		expect(await look()).toEqual({ raised: 0, mails: 0 });
		expect(await told('anna')).toEqual([]);
		const [{ looks, week }] = await rows<{ looks: number; week: string }>(
			one.db,
			sql`select looks, week from alert_look`
		);
		expect({ week, tested: looks > 0 }).toEqual({ week: '2026-W46', tested: true });
	});

	test('what two workers find at once is raised once, and told once to each who asked for it', async () => {
		set('2026-11-17T13:00:00Z');
		for (const customerId of [customers[1], customers[15]]) await answered(customerId, '2026-08-03T10:00:00Z', 8);
		await answered(customers[1], '2026-11-17T12:30:00Z', 2, 'Late again. Write to dana@example.com!');
		await answered(customers[15], '2026-11-17T12:30:00Z', 0, 'Too small to be told');
		await refreshed();
		const found = await Promise.all([look(one), look(other), look(one)]);
		expect(found.map(({ raised }) => raised).sort()).toEqual([0, 0, 1]);
		expect(await look(other)).toEqual({ raised: 0, mails: 0 });

		const [mail, ...more] = await mailsTo('anna');
		expect(more).toEqual([]);
		expect(mail.subject).toBe('payer-1 turned detractor: 2 after 8');
		expect(mail.text).toContain('> Late again. Write to [e-mail address hidden]!');
		expect(mail.html).not.toContain('dana@');
		expect(mail.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe('List-Unsubscribe=One-Click');
		expect(await deliveries('anna')).toMatchObject([{ state: 'sent', messageId: mail.messageId }]);
		expect(await tellings('bert')).toEqual(['held']);
		expect(await tellings('carl')).toEqual(['held']);
		for (const name of ['dora', 'hans']) expect(await tellings(name)).toEqual([null]);
	});

	test('what was held comes as one mail when the quiet hours end, or at the daily hour', async () => {
		await owed(customers[6], '2026-11-17', 'Thank for +49 30 901820 12');
		set('2026-11-18T00:30:00Z');
		expect(await look()).toMatchObject({ raised: 1 });
		expect(await mailsTo('anna')).toHaveLength(2);
		expect(await mailsTo('hans')).toHaveLength(1);
		expect(await look()).toEqual({ raised: 0, mails: 0 });

		set('2026-11-18T06:59:00Z');
		const by = people.root;
		await changePerson(one.db, { id: people.finn.id, role: 'executive', disabled: true, by, now: clock });
		await saveWish(
			one.db,
			{ ...(await wishOf(one.db, people.gina.id))!, kinds: ['figure'] },
			{ by: people.gina, now: clock }
		);
		await look();
		expect(await mailsTo('bert')).toEqual([]);

		set('2026-11-18T07:00:00Z');
		await Promise.all([look(one), look(other)]);
		const mails = await mailsTo('bert');
		expect(mails.map(({ subject }) => subject)).toEqual(['2 alerts: payer-1 turned detractor: 2 after 8']);
		expect(mails[0].text).toContain('1 day overdue: call back, payer-6');
		expect(mails[0].text).not.toContain('901820');
		expect(await mailsTo('carl')).toEqual([]);
		set('2026-11-18T07:30:00Z');
		await look();
		expect(await mailsTo('carl')).toHaveLength(1);
		// An account that was closed, and somebody who changed their mind.
		for (const name of ['finn', 'gina']) {
			expect(await tellings(name)).toEqual(['not told', 'not told']);
			expect(await mailsTo(name)).toEqual([]);
		}
	});

	test('a figure that leaves its band in a whole week is told once, with the looks it took', async () => {
		await givenWeeks('2026-11-16', 1, () => 0);
		await refreshed();
		set('2026-11-20T12:00:00Z');
		// The week still runs: nothing of it is judged. The call from before is three days late.
		await look();
		expect((await told('anna')).filter(({ kind }) => kind === 'figure')).toEqual([]);

		set('2026-11-24T12:00:00Z');
		await look();
		const figures = (await told('anna')).filter(({ kind }) => kind === 'figure');
		expect(figures.map(({ facts }) => facts)).toMatchObject([
			{ week: '2026-W47', group: null, figure: { definition: { id: 'nps' }, movement: { verdict: 'signal' } } }
		]);
		const { lines, notes } = toldOf(figures[0], 'UTC');
		expect(lines.join(' ')).toMatch(
			/95% interval .+, n \d+.+Signal, outside its routine.+The week by itself: −100; its band: /
		);
		expect(notes[0]).toMatch(/The only signal in 1 look of week 47/);
		// Looked at again with other sums, it is the same thing.
		await refreshed();
		expect(await look()).toMatchObject({ raised: 0 });
	});

	test('what nobody got to in time is on the page, and not told', async () => {
		expect((await tellings('carl')).slice(0, 3)).toContain('held');
		set('2026-11-26T08:00:00Z');
		await look();
		expect((await told('carl'))[0].telling).toMatchObject({
			state: 'not told',
			why: expect.stringContaining('too late')
		});
		expect(await mailsTo('carl')).toHaveLength(1);
	});

	test('what was raised stays as it was; an erasure takes words and name out of it', async () => {
		for (const statement of [
			sql`update alert set facts = '{}'`,
			sql`update alert set words = 'x'`,
			sql`delete from alert`
		])
			await expect(one.db.execute(statement)).rejects.toMatchObject({ cause: { code: 'EC001' } });

		const dataDir = await mkdtemp(join(tmpdir(), 'empty-chair-alerts-'));
		await erase(
			one.db,
			{ by: 'customer', customerKey: 'payer-1' },
			{ by: null, reason: 'Asked for', now: clock, files: keptFiles(dataDir) }
		);
		await rm(dataDir, { recursive: true });
		const kept = (await told('anna')).find(({ kind }) => kind === 'detractor')!;
		expect(kept).toMatchObject({ words: null, wordsGone: true });
		expect(toldOf(kept, 'UTC').title).not.toContain('payer-1');
		expect(await rows(one.db, sql`select 1 from alert where words like '%Late again%'`)).toEqual([]);
	});
});

test('quiet hours hold for what a mail server would not take before them, too', async () => {
	const { carl } = people;
	const quiet = { from: '09:00', to: '10:00' };
	await saveWish(one.db, { ...(await wishOf(one.db, carl.id))!, dailyAt: null, quiet }, { by: carl, now: clock });
	const before = (await mailsTo('carl')).length;
	await owed(customers[9], '2026-11-25', 'Ring');
	set('2026-11-26T08:58:00Z');
	server.closedWith = 421;
	await look();
	server.closedWith = null;
	const state = async () => (await deliveries('carl')).at(-1)!.state;
	expect(await state()).toBe('deferred');
	set('2026-11-26T09:59:59Z');
	await look();
	expect([await state(), (await mailsTo('carl')).length]).toEqual(['deferred', before]);
	set('2026-11-26T10:00:00Z');
	await look();
	expect([await state(), (await mailsTo('carl')).length]).toEqual(['sent', before + 1]);
});

describe('mail that comes back', () => {
	const bounced = (which: Parameters<typeof noteBounce>[1]['which'], kind: 'bounced' | 'complained' = 'bounced') =>
		noteBounce(one.db, { which, kind, words: '550 No such user' }, { by: people.anna, now: clock });

	test('is noted by its Message-ID once; what is unknown is not found', async () => {
		const [{ id, messageId }] = await deliveries('bert');
		const bare = messageId.replace(/[<>]/g, '');
		expect(await bounced({ messageId: bare })).toMatchObject({ id, isNew: true });
		expect(await bounced({ messageId })).toMatchObject({ id, state: 'bounced', isNew: false });
		expect(await rows(one.db, sql`select state, answer from snapshot_delivery where id = ${id}`)).toEqual([
			{ state: 'bounced', answer: '550 No such user' }
		]);
		const audited = await rows(one.db, sql`select 1 from audit_entry where action = 'was told that a mail came back'`);
		expect(audited).toHaveLength(1);
		await expect(bounced({ messageId: '<no@where>' })).rejects.toMatchObject({ reason: 'not-found' });
		const token = { ...people.anna, token: { name: 'reader', only: ['read'] as const } };
		await expect(
			noteBounce(one.db, { which: { messageId }, kind: 'bounced', words: '' }, { by: token, now: clock })
		).rejects.toMatchObject({ reason: 'not-allowed' });
	});

	test('of a snapshot counts for its recipient; a complaint takes them off', async () => {
		const to = ['x@alerts.test', 'y@alerts.test'];
		const schedule = await givenSchedule(one.db, { by: people.anna, now: clock, to });
		const editionId = await sendNow(one.db, schedule, { by: people.anna, now: clock, host: 'example.com' });
		await expect(bounced({ editionId, address: to[0] })).rejects.toMatchObject({ reason: 'conflict' });
		await worker(one.db, { now, server: server.address }).tick();
		for (let i = 0; i < 2; i++) await bounced({ editionId, address: 'X@alerts.test' });
		await bounced({ editionId, address: to[1] }, 'complained');
		expect((await recipientsOf(one.db, schedule)).map(({ state, bounces }) => [state, bounces])).toEqual([
			['active', 1],
			['unsubscribed', 0]
		]);
	});

	test('a complaint about alerts ends them, and so does the link in each mail; looking at it does not', async () => {
		const [first] = await deliveries('bert');
		const latest = (await deliveries('hans')).at(-1)!;
		await bounced({ messageId: latest.messageId }, 'complained');
		expect((await wishOf(one.db, people.hans.id))!.kinds).toEqual([]);
		expect(first.state).toBe('bounced');

		const link = /\/unsubscribe\/([\w-]+)>/.exec(server.taken.findLast(({ to }) => to.startsWith('anna'))!.raw)![1];
		expect(await whomAlertsReach(one.db, link, clock)).toMatchObject({ address: 'anna@alerts.test', isStopped: false });
		expect([await stopAlertsBy(one.db, link, clock), await stopAlertsBy(one.db, 'nonsense', clock)]).toEqual([
			true,
			false
		]);
		expect((await wishOf(one.db, people.anna.id))!.kinds).toEqual([]);
		expect(await stopAlertsBy(one.db, link, clock)).toBe(true);
	});

	test('three times in a row, and no more is sent until they choose anew', async () => {
		const { bert } = people;
		await one.db.execute(sql`
			update snapshot_delivery set state = 'bounced', ended_at = ${clock.toISOString()}
			where person_id = ${bert.id} and kind = 'alert'
		`);
		expect((await deliveries('bert')).length).toBeGreaterThanOrEqual(3);
		await owed(customers[7], '2026-11-25', 'Ring');
		set('2026-11-27T09:00:00Z');
		await look();
		expect((await deliveries('bert')).at(-1)).toMatchObject({ state: 'unsubscribed' });
		await saveWish(one.db, (await wishOf(one.db, bert.id))!, { by: bert, now: clock });
		await owed(customers[8], '2026-11-27', 'Ring');
		set('2026-11-28T09:00:00Z');
		await look();
		expect((await deliveries('bert')).at(-1)).toMatchObject({ state: 'sent' });
	});
});
