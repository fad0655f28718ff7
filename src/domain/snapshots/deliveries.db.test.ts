import { sql } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#platform/db/connect.ts';
import type { Connection } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { seededRandom } from '#stats/index.ts';
import { cloneOfTemplate } from '#tests/db/test.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { givenSchedule } from '#tests/factories/schedules.ts';
import { broken, cutWorkers, killingSpree, outcomes } from '#tests/mail/kills.ts';
import { worker } from '#tests/mail/office.ts';
import { smtpServer } from '#tests/mail/smtp.ts';
import type { Behaviour, TestServer } from '#tests/mail/smtp.ts';
import type { Person } from '../auth/person.ts';
import { changePerson } from '../auth/server.ts';
import {
	addRecipients,
	attemptsOf,
	countTroubled,
	deliveriesOf,
	editionBehind,
	editions,
	letters,
	markBounced,
	nextRun,
	pauseSchedule,
	readEdition,
	recipientsOf,
	removeRecipient,
	removeSchedule,
	resend,
	resumeSchedule,
	revokeLinksOf,
	saveSchedule,
	scheduleOf,
	sendNow,
	sendTest,
	skipOnce,
	unsubscribeBy,
	whomItStops
} from './server.ts';
import { notSoon, plainSchedule } from '#tests/factories/schedules.ts';
import { makeInsight, placeMark, replyToInsight, seeMentions, wantMentionMails } from '../insights/server.ts';
import { tellMentions } from './mentions.server.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Behaves as the name of the mailbox says. */
const byName = (to: string, attempt: number): Behaviour => {
	if (to.startsWith('nobody')) return 'refuses for good';
	if (to.startsWith('grey')) return attempt === 0 ? 'refuses for now' : 'takes it';
	if (to.startsWith('cut')) return attempt === 0 ? 'closes within the content' : 'takes it';
	if (to.startsWith('lost')) return attempt === 0 ? 'takes it and loses the reply' : 'takes it';
	return 'takes it';
};

let url: string;
let connection: Connection;
let cco: Person;
let server: TestServer;
let clock: Date;
const now = () => clock;
const set = (moment: string) => (clock = new Date(moment));
const later = (milliseconds: number) => (clock = new Date(clock.getTime() + milliseconds));

beforeAll(async () => {
	({ url } = await cloneOfTemplate());
	connection = connect(url, { connections: 8, name: 'empty-chair test' });
	set('2026-11-20T12:00:00Z');
	cco = await givenPerson(connection.db, { role: 'cco', email: 'owner@example.com', name: 'Olga Owner' });
	server = await smtpServer(byName);
});
afterEach(() => {
	server.closedWith = null;
});
afterAll(async () => {
	await server.close();
	await connection.close();
});

/** How each message of a schedule ended, by address. */
async function fates(scheduleId: number): Promise<Record<string, string>> {
	const found = await rows<{ address: string; state: string }>(
		connection.db,
		sql`
			select address || case kind when 'trouble' then ' (owner)' else '' end as "address", delivery.state
			from snapshot_delivery delivery
			join snapshot_edition edition on edition.id = edition_id
			where schedule_id = ${scheduleId}
			order by edition_id, delivery.id
		`
	);
	return Object.fromEntries(found.map(({ address, state }) => [address, state]));
}

const given = (wishes: Partial<Parameters<typeof givenSchedule>[1]> & { to: string[] }) =>
	givenSchedule(connection.db, { by: cco, now: clock, ...wishes });
const copiesTo = (address: string) => server.taken.filter(({ to }) => to === address);
const postman = () => worker(connection.db, { now, server: server.address });
const listed = (scheduleId: number) => editions(connection.db, { scheduleId, before: null, limit: 50 });
const deliveryTo = async (scheduleId: number, address: string) => {
	const [{ id }] = await listed(scheduleId);
	const all = await deliveriesOf(connection.db, { editionId: id, state: null, after: 0, limit: 500 });
	return all.find((delivery) => delivery.address === address)!;
};

describe('one Monday', () => {
	let id: number;

	test('everybody gets it once, and what went wrong with one touches nobody else', async () => {
		set('2026-11-20T12:00:00Z');
		id = await given({
			to: ['owner@example.com', 'anna@mon.test', 'nobody@mon.test', 'grey@mon.test', 'cut@mon.test', 'lost@mon.test']
		});
		const { tick, faults } = postman();
		set('2026-11-23T06:29:59Z');
		await tick();
		expect(await listed(id)).toEqual([]);

		set('2026-11-23T06:30:00Z');
		await tick();
		await tick();
		expect(faults).toEqual([]);
		expect(await listed(id)).toMatchObject([{ occurrence: '2026-11-23', week: '2026-W47', fate: 'made', late: false }]);
		expect(await fates(id)).toEqual({
			'owner@example.com': 'sent',
			'anna@mon.test': 'sent',
			'nobody@mon.test': 'failed',
			'grey@mon.test': 'deferred',
			'cut@mon.test': 'unknown',
			'lost@mon.test': 'unknown'
		});
		expect(await deliveryTo(id, 'grey@mon.test')).toMatchObject({
			answer: '451 Greylisted, come back later',
			tries: 1
		});
	});

	test('what was refused for now comes a minute later, and then the owner is told of the rest', async () => {
		const { tick } = postman();
		later(59_000);
		await tick();
		expect((await fates(id))['grey@mon.test']).toBe('deferred');
		later(1_000);
		await tick();
		expect((await fates(id))['grey@mon.test']).toBe('sent');
		later(minute);
		await tick();
		await tick();
		expect((await fates(id))['owner@example.com (owner)']).toBe('sent');
		const told = copiesTo('owner@example.com').at(-1)!;
		expect(told.raw).toContain('Subject: Not delivered to 3 of 6: Monday mail');
		expect(told.raw).toContain('550 No such mailbox');
	});

	test('an unknown one goes again only if somebody asks, and is then the same message', async () => {
		const { tick } = postman();
		later(3 * hour);
		await tick();
		expect(copiesTo('lost@mon.test')).toHaveLength(1);
		expect(copiesTo('cut@mon.test')).toHaveLength(0);

		for (const address of ['lost@mon.test', 'cut@mon.test'])
			await resend(connection.db, (await deliveryTo(id, address)).id, { by: cco, now: clock });
		await tick();
		expect(await fates(id)).toMatchObject({ 'lost@mon.test': 'sent', 'cut@mon.test': 'sent' });
		const copies = copiesTo('lost@mon.test');
		expect(copies).toHaveLength(2);
		expect(copies[0].messageId).toMatch(/^<edition-\d+-[0-9a-f]{24}@example\.com>$/);
		expect(copies[1].messageId).toBe(copies[0].messageId);
		expect(await attemptsOf(connection.db, (await deliveryTo(id, 'lost@mon.test')).id)).toMatchObject([
			{ number: 1, outcome: 'unknown' },
			{ number: 2, outcome: 'sent' }
		]);
		expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(server.taken.length - 1);
	});

	test('the link of an address without an account opens that edition until it is taken back; one click stops', async () => {
		const text = copiesTo('anna@mon.test')[0].raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
		const token = /\/snapshots\/shared\/([\w-]{43})/.exec(text)![1];
		const [{ id: editionId }] = await listed(id);
		expect((await editionBehind(connection.db, token, clock))?.id).toBe(editionId);
		expect(await editionBehind(connection.db, token, new Date(clock.getTime() + 31 * 24 * hour))).toBeNull();
		expect(await editionBehind(connection.db, `${token.slice(1)}x`, clock)).toBeNull();
		expect(await rows(connection.db, sql`select hash from snapshot_link where hash = ${token}`)).toEqual([]);
		await revokeLinksOf(connection.db, { editionId }, { by: cco, now: clock });
		expect(await editionBehind(connection.db, token, clock)).toBeNull();
		expect(copiesTo('owner@example.com')[0].raw).not.toContain('/snapshots/shared/');

		const stop = /List-Unsubscribe: <http:\/\/localhost:3000\/unsubscribe\/([\w-]{43})>/.exec(text)![1];
		expect(await whomItStops(connection.db, stop, clock)).toMatchObject({ address: 'anna@mon.test', state: 'active' });
		expect([await unsubscribeBy(connection.db, stop, clock), await unsubscribeBy(connection.db, stop, clock)]).toEqual([
			true,
			true
		]);
		expect(await addRecipients(connection.db, id, ['anna@mon.test'], { by: cco, now: clock })).toMatchObject({
			added: [],
			there: ['anna@mon.test']
		});
		const { tick } = postman();
		set('2026-11-30T06:30:00Z');
		await tick();
		expect(copiesTo('anna@mon.test')).toHaveLength(1);
		expect((await listed(id)).map(({ occurrence }) => occurrence)).toEqual(['2026-11-30', '2026-11-23']);
	});

	test('what an edition says stays, whoever asks', async () => {
		const [{ id: editionId }] = await listed(id);
		for (const statement of [
			sql`update snapshot_edition set contents = '{}' where id = ${editionId}`,
			sql`delete from snapshot_edition where id = ${editionId}`,
			sql`truncate snapshot_edition cascade`
		])
			await expect(connection.db.execute(statement)).rejects.toMatchObject({ cause: { code: 'EC001' } });
		expect((await readEdition(connection.db, editionId))?.content).toMatchObject({ week: '2026-W48' });
	});

	test('three failures for good pause an address, which is shown', async () => {
		const { tick } = postman();
		for (const monday of ['2026-12-07', '2026-12-14', '2026-12-21']) {
			set(`${monday}T06:31:00Z`);
			await tick();
		}
		const nobody = (await recipientsOf(connection.db, id)).find(({ address }) => address === 'nobody@mon.test');
		expect(nobody).toMatchObject({ state: 'paused', bounces: 3 });
		expect(Object.keys(await fates(id))).toContain('nobody@mon.test');
		expect(await deliveryTo(id, 'nobody@mon.test')).toBeUndefined();
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});
});

describe('between making and sending', () => {
	test('whoever was taken off, closed out or has stopped meanwhile gets nothing, and that is shown', async () => {
		set('2027-01-04T05:00:00Z');
		const gone = await givenPerson(connection.db, { email: 'gone@between.test' });
		const id = await given({ to: ['gone@between.test', 'off@between.test', 'stay@between.test'] });
		const admin = await givenPerson(connection.db, { role: 'administrator' });
		await sendNow(connection.db, id, { by: cco, now: clock, host: 'example.com' });
		await expect(sendNow(connection.db, id, { by: cco, now: clock, host: 'example.com' })).rejects.toThrow(
			'a moment ago'
		);

		await changePerson(connection.db, { id: gone.id, role: 'executive', disabled: true, by: admin, now: clock });
		const off = (await recipientsOf(connection.db, id)).find(({ address }) => address === 'off@between.test')!;
		await removeRecipient(connection.db, off.id, { by: cco, now: clock });
		await postman().tick();
		expect(await fates(id)).toEqual({
			'gone@between.test': 'unsubscribed',
			'off@between.test': 'unsubscribed',
			'stay@between.test': 'sent'
		});
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});

	test('bad addresses are named, the same twice is one, and a test goes to nobody but who asks', async () => {
		set('2027-01-05T05:00:00Z');
		const id = await given({ to: [] });
		const typed = [
			'a@bad.test',
			' A@BAD.test ',
			'no address',
			'x@y',
			'b@bad.test\r\nBcc: c@bad.test',
			'owner@example.com'
		];
		expect(await addRecipients(connection.db, id, typed, { by: cco, now: clock })).toMatchObject({
			added: expect.arrayContaining(['a@bad.test', 'owner@example.com']),
			refused: ['no address', 'x@y', 'b@bad.test\r\nBcc: c@bad.test']
		});
		expect(await recipientsOf(connection.db, id)).toHaveLength(2);
		const before = copiesTo('owner@example.com').length;
		await sendTest(connection.db, id, { by: cco, now: clock, host: 'example.com' });
		await postman().tick();
		expect(copiesTo('owner@example.com')).toHaveLength(before + 1);
		expect(copiesTo('a@bad.test')).toEqual([]);
		await expect(
			sendNow(connection.db, id, { by: await givenPerson(connection.db), now: clock, host: 'x' })
		).rejects.toThrow('Your role');
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});

	test('without a mail server it is kept in the outbox, and says so', async () => {
		set('2027-01-06T05:00:00Z');
		const id = await given({ to: ['outbox@between.test'] });
		await sendNow(connection.db, id, { by: cco, now: clock, host: 'example.com' });
		await worker(connection.db, { now, server: null }).tick();
		expect(await fates(id)).toEqual({ 'outbox@between.test': 'in outbox' });
		expect(copiesTo('outbox@between.test')).toEqual([]);
		await markBounced(
			connection.db,
			{ deliveryId: (await deliveryTo(id, 'outbox@between.test')).id, answer: 'sent by hand, came back' },
			{ by: cco, now: clock }
		);
		expect(await fates(id)).toMatchObject({ 'outbox@between.test': 'bounced' });
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});
});

describe('a mention', () => {
	const says = async (text: string, about: number) => {
		await replyToInsight(connection.db, { number: about, text }, { by: cco, now: clock });
	};
	const ends = async () => {
		const all = await letters(connection.db, { after: 0, limit: 100 });
		return Object.fromEntries(all.map(({ address, state, answer }) => [address.split('@')[0], [state, answer]]));
	};
	let number: number;

	test('is told once, by the same rules as an edition; nobody is told who left, or has seen it', async () => {
		set('2027-01-07T05:00:00Z');
		const seen = { week: '2026-W53', population: 'survey=nps%3Arelationship', ofDemo: false };
		const claim = { claim: 'Invoices annoy whom we want to keep', ownerId: cco.id, words: '' };
		number = await makeInsight(connection.db, claim, seen, { by: cco, now: clock });
		const [, , , , left, reader, silent] = await Promise.all(
			['omar', 'grey-gina', 'lost-lars', 'nobody-nora', 'left-lea', 'seen-sam', 'off-olaf'].map((name) =>
				givenPerson(connection.db, { email: `${name}@m.test`, name })
			)
		);
		await says(
			'@omar @grey-gina @lost-lars @nobody-nora @left-lea @seen-sam @off-olaf look <b>here</b>\nsecond line',
			number
		);
		const admin = await givenPerson(connection.db, { role: 'administrator' });
		await changePerson(connection.db, { id: left.id, role: 'executive', disabled: true, by: admin, now: clock });

		await tellMentions(connection.db, { now: clock, host: 'example.com' });
		await seeMentions(connection.db, reader.id, clock);
		await wantMentionMails(connection.db, false, { by: silent, now: clock });
		const { tick, faults } = postman();
		await tick();
		await tick();
		expect(faults).toEqual([]);
		expect(await ends()).toMatchObject({
			omar: ['sent', expect.any(String)],
			'grey-gina': ['deferred', '451 Greylisted, come back later'],
			'lost-lars': ['unknown', expect.stringContaining('The line was cut after the message had begun.')],
			'nobody-nora': ['failed', expect.stringContaining('550')],
			'left-lea': ['unsubscribed', 'This account was closed before it was sent.'],
			'seen-sam': ['unsubscribed', 'They had seen it before it was sent.'],
			'off-olaf': ['unsubscribed', 'They have switched mails about mentions off.']
		});
		const [mail, ...more] = copiesTo('omar@m.test');
		expect(more).toEqual([]);
		const { subject, text, html, messageId } = await new PostalMime().parse(mail.raw);
		expect(subject).toBe(`Olga Owner mentioned you in insight ${number}`);
		expect(text).toContain(
			'> @omar @grey-gina @lost-lars @nobody-nora @left-lea @seen-sam @off-olaf look <b>here</b>\n> second line'
		);
		expect(text).toContain(`http://localhost:3000/insights/${number}`);
		expect(text).toContain('Want no mails about mentions: http://localhost:3000/insights/mentions#mails');
		expect(html).toContain('look &#60;b&#62;here&#60;/b&#62;<br>second line');
		expect(messageId).toMatch(/^<mention-\d+-[0-9a-f]{24}@example\.com>$/);
	});

	test('what was refused for now comes later, what is unknown only when somebody asks, and trouble is counted', async () => {
		const { tick } = postman();
		later(2 * minute);
		await tick();
		expect(await ends()).toMatchObject({
			'grey-gina': ['sent', expect.any(String)],
			'lost-lars': ['unknown', expect.any(String)]
		});
		expect([copiesTo('grey-gina@m.test'), copiesTo('lost-lars@m.test')].map(({ length }) => length)).toEqual([1, 1]);
		expect(await countTroubled(connection.db, new Date(clock.getTime() - minute * 5))).toBe(2);
		const lost = (await letters(connection.db, { after: 0, limit: 100 })).find(
			({ address }) => address === 'lost-lars@m.test'
		)!;
		await resend(connection.db, lost.id, { by: cco, now: clock });
		await tick();
		const copies = copiesTo('lost-lars@m.test');
		expect(copies).toHaveLength(2);
		expect(copies[1].messageId).toBe(copies[0].messageId);
	});

	test('two at once queue it once; without a mail server it waits in the outbox; a week late it is not worth a mail', async () => {
		await givenPerson(connection.db, { email: 'late@m.test', name: 'Late Larry' });
		await says('@Late Larry this one waited', number);
		const making = { now: clock, host: 'example.com' };
		const queued = await Promise.all([tellMentions(connection.db, making), tellMentions(connection.db, making)]);
		expect(queued.toSorted()).toEqual([0, 1]);
		const before = clock;
		later(8 * 24 * hour);
		await postman().tick();
		expect((await ends()).late).toEqual(['missed', expect.stringContaining('too late')]);

		set(before.toISOString());
		await givenPerson(connection.db, { email: 'box@m.test', name: 'Bo Box' });
		await says('@Bo Box read this', number);
		await worker(connection.db, { now, server: null }).tick();
		expect((await ends()).box).toEqual(['in outbox', expect.stringContaining('SMTP_URL')]);
		expect(copiesTo('box@m.test')).toEqual([]);
	});

	test('on a mark that is shown no more is told to nobody', async () => {
		await givenPerson(connection.db, { email: 'marked@m.test', name: 'Mara Marked' });
		const chart = {
			chart: 'by-month',
			name: 'By month',
			places: [{ key: 'month:2026-10', name: 'Oct 2026', at: { x: 0, y: null }, says: null }]
		};
		const placed = { from: 'month:2026-10', population: '', week: '2026-W47', text: '@Mara Marked see', ofDemo: true };
		await placeMark(connection.db, chart, placed, { by: cco, now: clock });
		await postman().tick();
		expect((await ends()).marked).toEqual(['unsubscribed', 'What they were mentioned in is not shown any more.']);
	});
});

describe('time', () => {
	test('down for days: the last one goes, late, the others are recorded, and the owner is told of them', async () => {
		set('2027-02-01T12:00:00Z');
		const id = await given({
			rule: { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7], time: '07:30' },
			to: ['days@time.test']
		});
		const { tick } = postman();
		set('2027-02-05T18:00:00Z');
		await tick();
		await tick();
		expect((await listed(id)).map(({ occurrence, fate, late }) => [occurrence, fate, late])).toEqual([
			['2027-02-05', 'made', true],
			['2027-02-04', 'missed', true],
			['2027-02-03', 'missed', true],
			['2027-02-02', 'missed', true]
		]);
		expect(copiesTo('days@time.test')).toHaveLength(1);
		expect((await deliveryTo(id, 'days@time.test')).late).toBe(true);

		// Set back, the clock brings nothing again.
		set('2027-02-03T07:00:00Z');
		await tick();
		set('2027-02-05T18:05:00Z');
		await tick();
		expect(await listed(id)).toHaveLength(4);

		// Too old, the last is missed as well.
		await saveSchedule(connection.db, { ...plainSchedule, lateWithinHours: 2 }, { id, by: cco, now: clock });
		set('2027-02-08T09:00:00Z');
		await tick();
		expect(await listed(id)).toMatchObject([{ occurrence: '2027-02-08', fate: 'missed' }, {}, {}, {}, {}]);
		expect(copiesTo('days@time.test')).toHaveLength(1);
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});

	test('skipped once, paused and resumed: nothing comes that was not wanted, and nothing twice', async () => {
		set('2027-03-01T12:00:00Z');
		const id = await given({ to: ['skip@time.test'] });
		const { tick } = postman();
		await skipOnce(connection.db, id, { by: cco, now: clock });
		const schedule = (await scheduleOf(connection.db, id))!;
		expect((await nextRun(connection.db, schedule, clock))?.at).toEqual(new Date('2027-03-15T06:30:00Z'));
		set('2027-03-08T06:30:00Z');
		await tick();
		set('2027-03-15T06:30:00Z');
		await tick();
		await pauseSchedule(connection.db, id, { by: cco, now: clock });
		set('2027-03-22T06:31:00Z');
		await tick();
		await resumeSchedule(connection.db, id, { by: cco, now: clock });
		await tick();
		// The clocks have changed on the 28th: it stays half past seven.
		set('2027-03-29T05:29:59Z');
		await tick();
		expect(copiesTo('skip@time.test')).toHaveLength(1);
		set('2027-03-29T05:30:00Z');
		await tick();
		expect((await listed(id)).map(({ occurrence, fate }) => [occurrence, fate])).toEqual([
			['2027-03-29', 'made'],
			['2027-03-15', 'made'],
			['2027-03-08', 'skipped']
		]);

		// Its owner moves to New York when the day's mail has gone: the same day is not due again.
		await saveSchedule(connection.db, { ...plainSchedule, zone: 'America/New_York' }, { id, by: cco, now: clock });
		set('2027-03-29T11:30:00Z');
		await tick();
		expect(copiesTo('skip@time.test')).toHaveLength(2);
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});

	test('after a review: the latest that was closed, in the morning, once', async () => {
		set('2027-03-30T12:00:00Z');
		const filter = { segment: 'Enterprise', region: null, plan: null, survey: null };
		const id = await given({ rule: { every: 'review closed', time: '07:30' }, filter, to: ['closed@time.test'] });
		const { tick } = postman();
		const close = (week: string, at: string) =>
			connection.db.execute(sql`insert into edition (week, closed_at, shape, contents) values (${week}, ${at}, 1, '')`);
		await close('2027-W11', '2027-03-29T12:00:00Z');
		await close('2027-W12', '2027-03-30T21:00:00Z');
		set('2027-03-31T05:29:00Z');
		await tick();
		expect(await listed(id)).toEqual([]);
		set('2027-03-31T05:30:00Z');
		await tick();
		await tick();
		expect(await listed(id)).toMatchObject([{ occasion: 'review closed', week: '2027-W12', fate: 'made' }]);
		expect(copiesTo('closed@time.test')).toHaveLength(1);
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});

	test('by each recipient’s clock the same edition goes round the world', async () => {
		set('2027-04-02T12:00:00Z');
		const id = await given({ zoneOf: 'recipient', to: ['auckland@time.test', 'berlin@time.test', 'denver@time.test'] });
		for (const recipient of await recipientsOf(connection.db, id)) {
			const zone = { auckland: 'Pacific/Auckland', denver: 'America/Denver' }[recipient.address.split('@')[0]] ?? null;
			await connection.db.execute(sql`update snapshot_recipient set zone = ${zone} where id = ${recipient.id}`);
		}
		const { tick } = postman();
		const arrived = async (moment: string) => {
			set(moment);
			await tick();
			return Object.entries(await fates(id)).flatMap(([address, state]) => (state === 'sent' ? [address] : []));
		};
		// Half past seven in Auckland is still Sunday in Berlin, where the week is not over.
		expect(await arrived('2027-04-04T19:30:00Z')).toEqual([]);
		expect(await arrived('2027-04-04T22:00:00Z')).toEqual(['auckland@time.test']);
		expect(await arrived('2027-04-05T05:30:00Z')).toEqual(['auckland@time.test', 'berlin@time.test']);
		expect(await arrived('2027-04-05T13:30:00Z')).toHaveLength(3);
		expect(await listed(id)).toMatchObject([{ occurrence: '2027-04-05', week: '2027-W13', deliveries: { sent: 3 } }]);
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});

	test('the mail server is away for six hours: each arrives once, late, after growing pauses', async () => {
		set('2027-05-02T12:00:00Z');
		const id = await given({ to: ['away1@time.test', 'away2@time.test', 'away3@time.test'] });
		const { tick } = postman();
		server.closedWith = 421;
		for (set('2027-05-03T05:30:00Z'); clock < new Date('2027-05-03T11:30:00Z'); later(15 * minute)) await tick();
		expect(await fates(id)).toMatchObject({ 'away1@time.test': 'deferred' });
		server.closedWith = null;
		for (let i = 0; i < 4; i++) {
			later(15 * minute);
			await tick();
		}
		expect(Object.values(await fates(id))).toEqual(['sent', 'sent', 'sent']);
		for (const address of ['away1@time.test', 'away2@time.test', 'away3@time.test'])
			expect(copiesTo(address)).toHaveLength(1);
		const delivery = await deliveryTo(id, 'away1@time.test');
		expect(delivery.late).toBe(true);
		const pauses = (await attemptsOf(connection.db, delivery.id)).map(({ at }, i, all) =>
			i === 0 ? 0 : (at.getTime() - all[i - 1].at.getTime()) / minute
		);
		expect(pauses).toEqual([0, 15, 15, 15, 60, 60, 60, 60, 60, 60]);
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});

	test('a server that never takes it: given up when the next edition is due', async () => {
		set('2027-06-07T12:00:00Z');
		const id = await given({ rule: { every: 'week', weekdays: [2, 3], time: '07:30' }, to: ['never@time.test'] });
		const { tick } = postman();
		server.closedWith = 421;
		for (set('2027-06-08T05:30:00Z'); clock < new Date('2027-06-09T05:30:00Z'); later(2 * hour)) await tick();
		set('2027-06-09T05:29:00Z');
		await tick();
		expect(await fates(id)).toEqual({ 'never@time.test': 'failed' });
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});
});

describe('several workers', () => {
	test('two that look at once make one edition and send each message once', async () => {
		set('2027-07-05T05:00:00Z');
		const to = Array.from({ length: 60 }, (_, i) => `two${i}@workers.test`);
		const id = await given({ to });
		set('2027-07-05T05:30:00Z');
		const other = connect(url, { connections: 4, name: 'empty-chair test' });
		const workers = [postman(), worker(other.db, { now, server: server.address })];
		await Promise.all(workers.map(({ tick }) => tick()));
		await Promise.all(workers.map(({ tick }) => tick()));
		expect(workers.flatMap(({ faults }) => faults)).toEqual([]);
		expect(await listed(id)).toMatchObject([{ deliveries: { sent: 60 } }]);
		for (const address of to) expect(copiesTo(address)).toHaveLength(1);
		await other.close();
		await removeSchedule(connection.db, id, { by: cco, now: clock });
	});

	test(
		'killed at random instants, or cut off from the database: nobody has two, and nobody has none without a state that says so',
		{ timeout: 240_000 },
		async () => {
			clock = new Date();
			const kinds = ['plain', 'grey', 'nobody', 'cut', 'lost', 'plain', 'plain', 'plain'];
			const to = Array.from({ length: 160 }, (_, i) => `${kinds[i % kinds.length]}${i}@kills.test`);
			const id = await given({ to, rule: notSoon(clock) });
			await sendNow(connection.db, id, { by: cco, now: clock, host: 'example.com' });

			const wishes = {
				url,
				server,
				random: seededRandom(8),
				leaseMs: 5_000,
				workers: 2,
				kills: 30,
				withinMs: 5_000,
				atLeast: 6
			};
			const kills = await killingSpree({ ...wishes, cutDatabase: () => cutWorkers(connection.db) });
			expect(kills).toBeGreaterThanOrEqual(6);
			expect(server.taken.filter(({ to }) => to.endsWith('@kills.test')).length).toBeGreaterThan(0);

			// Whoever comes after sees it to its end, by a clock that has gone on.
			const { tick } = postman();
			for (const minutes of [1, 3, 10, 30]) {
				clock = new Date(Date.now() + minutes * minute);
				await tick();
			}
			const ended = await outcomes(connection.db, server, id);
			expect(ended).toHaveLength(to.length);
			expect(broken(ended)).toEqual([]);
			await removeSchedule(connection.db, id, { by: cco, now: clock });
		}
	);
});
