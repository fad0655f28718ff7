import { afterEach, describe, expect, test } from 'vitest';
import PostalMime from 'postal-mime';
import { smtpServer } from '#tests/mail/smtp.ts';
import type { Behaviour, TestServer } from '#tests/mail/smtp.ts';
import { freePort } from '#tests/e2e/server.ts';
import { settingsFrom } from '../settings.ts';
import { lineTo } from './line.ts';
import { messageOf } from './message.ts';
import { domainOf, mailboxFrom, mailServerFrom } from './server-address.ts';

const servers: TestServer[] = [];
afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => server.close()));
});

const serverThat = async (behaviour: Behaviour) => {
	const server = await smtpServer((to) => (to.startsWith('odd') ? behaviour : 'takes it'));
	servers.push(server);
	return server;
};

const quick = { connecting: 1_000, greeting: 300, whole: 600 };
const from = 'cx@example.com';
const content = Buffer.from('Message-ID: <1@example.com>\r\nSubject: Hello\r\n\r\nHello\r\n');
const always = async () => true;

describe('what became of a message, and how many copies there are', () => {
	test.for([
		['takes it', 'sent', 1, true],
		['refuses for good', 'failed', 0, false],
		['refuses for now', 'deferred', 0, false],
		['refuses the content', 'failed', 0, true],
		['closes within the content', 'unknown', 0, true],
		['takes it and loses the reply', 'unknown', 1, true],
		['takes it and stays silent', 'unknown', 1, true]
	] as const)('a server that %s: %s', async ([behaviour, outcome, copies, begins]) => {
		const server = await serverThat(behaviour);
		const line = lineTo(server.address, quick);
		let begun = false;
		const sent = await line.send({ from, to: 'odd@example.com' }, content, async () => (begun = true));

		expect({ outcome: sent.outcome, copies: server.taken.length, begun }).toEqual({ outcome, copies, begun: begins });
		// The next one is not touched by it.
		expect((await line.send({ from, to: 'plain@example.com' }, content, always)).outcome).toBe('sent');
		line.close();
	});

	test('nobody there, or turned away at the door, is no refusal of the recipient', async () => {
		const nobody = lineTo({ ...(await serverThat('takes it')).address, port: await freePort() }, quick);
		expect(await nobody.open()).toContain('ECONNREFUSED');
		expect((await nobody.send({ from, to: 'a@example.com' }, content, always)).outcome).toBe('deferred');

		const busy = await serverThat('takes it');
		busy.closedWith = 554;
		expect((await lineTo(busy.address, quick).send({ from, to: 'a@example.com' }, content, always)).outcome).toBe(
			'deferred'
		);
	});

	test('what is withdrawn at the last moment does not go out', async () => {
		const server = await serverThat('takes it');
		const line = lineTo(server.address, quick);
		const sent = await line.send({ from, to: 'a@example.com' }, content, async () => false);
		expect({ outcome: sent.outcome, copies: server.taken.length }).toEqual({ outcome: 'withdrawn', copies: 0 });
	});

	test('many messages go over one line', async () => {
		const server = await serverThat('takes it');
		const line = lineTo(server.address, quick);
		for (let i = 0; i < 30; i++)
			expect((await line.send({ from, to: `a${i}@example.com` }, content, always)).outcome).toBe('sent');
		expect(new Set(server.taken.map(({ to }) => to)).size).toBe(30);
		line.close();
	});
});

describe('a line is who it says it is, and so are we', () => {
	const onlyFor = async (options: { password?: string; tls?: boolean }) => {
		const server = await smtpServer(() => 'takes it', options);
		servers.push(server);
		return server;
	};

	test('a password opens it; a wrong one is no refusal of the recipient', async () => {
		const server = await onlyFor({ password: 'p@ss' });
		const line = (password: string) => lineTo({ ...server.address, user: 'cx', password }, quick);
		const right = line('p@ss');
		expect((await right.send({ from, to: 'a@example.com' }, content, always)).outcome).toBe('sent');
		right.close();
		expect(await line('other').send({ from, to: 'a@example.com' }, content, always)).toEqual({
			outcome: 'deferred',
			answer: expect.stringContaining('Wrong password')
		});
	});

	test.for([
		['does not encrypt', false],
		['nobody vouches for', true]
	] as const)('nothing is said to a server that %s', async ([, tls]) => {
		const server = await onlyFor({ tls });
		const line = lineTo({ ...server.address, tls: 'required' }, { ...quick, whole: 2_000 });
		expect(await line.open()).toMatch(tls ? /certificate/i : /STARTTLS/i);
		expect((await line.send({ from, to: 'a@example.com' }, content, always)).outcome).toBe('deferred');
		expect(server.taken).toEqual([]);
	});
});

test('a message carries what mail programs ask for, and nothing of what a name smuggles in', async () => {
	const raw = await messageOf(
		{
			subject: 'NPS 15\r\nBcc: everybody@example.com',
			html: '<p>Über <img src="cid:trend@x" alt="NPS 15"></p>',
			text: 'Über',
			images: [{ cid: 'trend@x', png: Buffer.from('png'), alt: 'NPS 15' }]
		},
		{
			from: { name: 'Chair, Empty', address: from },
			to: 'a@example.com',
			messageId: '<edition-1-abc@example.com>',
			date: new Date('2026-11-23T06:30:00Z'),
			unsubscribeUrl: `https://cx.example.com/unsubscribe/${'t'.repeat(43)}`
		}
	);
	const parsed = await PostalMime.parse(raw);
	const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value;

	expect(parsed).toMatchObject({
		messageId: '<edition-1-abc@example.com>',
		text: 'Über\n',
		from: { name: 'Chair, Empty' }
	});
	expect(parsed.to).toEqual([{ address: 'a@example.com', name: '' }]);
	expect(parsed.bcc).toBeUndefined();
	expect(header('list-unsubscribe')).toBe(`<https://cx.example.com/unsubscribe/${'t'.repeat(43)}>`);
	expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
	expect(header('auto-submitted')).toBe('auto-generated');
	expect(parsed.attachments).toMatchObject([{ contentId: '<trend@x>', related: true, disposition: 'inline' }]);
	expect(
		Math.max(
			...raw
				.toString('latin1')
				.split('\r\n')
				.map((line) => line.length)
		)
	).toBeLessThan(998);
});

describe('where mail goes is settled by the environment', () => {
	test.each([
		['smtp://mail.example.com', { port: 587, implicitTls: false, tls: 'required', user: null, connections: 3 }],
		['smtps://cx:p%40ss@mail.example.com', { port: 465, implicitTls: true, user: 'cx', password: 'p@ss' }],
		['smtp://localhost:1025', { port: 1025, tls: 'never' }],
		['smtp://mail.example.com:25?tls=never&connections=5&rate=0.5', { tls: 'never', connections: 5, perSecond: 0.5 }]
	])('%s', (text, settings) => expect(mailServerFrom(text)).toMatchObject(settings));

	test.each([
		'mail.example.com',
		'http://mail.example.com',
		'smtp://',
		'smtp://x?pool=true',
		'smtp://x?connections=0',
		'smtp://x?rate=0'
	])('%s cannot be meant', (text) => expect(mailServerFrom(text)).toBeNull());

	test('what cannot be meant is said at the start, in one sentence', () => {
		expect(() => settingsFrom({ SMTP_URL: 'mail.example.com' })).toThrow(/^SMTP_URL must look like smtps:/);
		expect(() => settingsFrom({ SMTP_URL: 'smtp://me:100%pure@mail.example.com' })).toThrow(/^SMTP_URL must look like/);
		expect(() => settingsFrom({ SMTP_URL: 'smtp://mail.example.com' })).toThrow(/MAIL_FROM/);
		expect(() => settingsFrom({ MAIL_FROM: 'nobody' })).toThrow(/^MAIL_FROM must look like/);
		expect(settingsFrom({}).mail.server).toBeNull();
		expect(settingsFrom({ SMTP_URL: 'smtp://localhost:1025', MAIL_FROM: 'cx@example.com' }).mail).toMatchObject({
			from: { address: 'cx@example.com' },
			server: { port: 1025 }
		});
	});

	test('a mailbox is a name and an address, or the address alone', () => {
		expect(mailboxFrom('Empty Chair <cx@example.com>')).toEqual({ name: 'Empty Chair', address: 'cx@example.com' });
		expect(domainOf(mailboxFrom('cx@mail.example.com')!)).toBe('mail.example.com');
		for (const text of ['nobody', 'a@b c', 'x <a@example.com', 'a@example.com\r\nBcc: b@example.com'])
			expect(mailboxFrom(text)).toBeNull();
	});
});
