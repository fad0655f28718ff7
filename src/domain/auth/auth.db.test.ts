import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { test } from '#tests/db/test.ts';
import { givenPerson } from '#tests/factories/people.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import {
	changePassword,
	changePerson,
	endAllSessions,
	holderOfToken,
	invite,
	linkBehind,
	linkForNewPassword,
	makeToken,
	openLinks,
	renewPassword,
	setupToken,
	signIn,
	takeUpLink,
	whoHolds,
	whoseNewPassword,
	withdrawLink,
	withdrawToken
} from './server.ts';

const now = new Date('2026-11-23T08:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const password = 'seven quiet horses run';
const from = { address: '192.0.2.1', now };

describe('the first person', () => {
	test('comes in by a link that works once, and is administrator', async ({ db }) => {
		const token = (await setupToken(db, now))!;
		const session = await takeUpLink(db, token, { email: 'dana@example.com', name: 'Dana', password }, now);

		expect((await whoHolds(db, session.token))?.person).toMatchObject({ name: 'Dana', role: 'administrator' });
		await expect(takeUpLink(db, token, { email: 'eve@example.com', name: 'Eve', password }, now)).rejects.toThrow(
			'used already'
		);
		expect(await setupToken(db, now)).toBeNull();
	});

	test('a new start makes a new link and the old one is void', async ({ db }) => {
		const first = (await setupToken(db, now))!;
		const second = (await setupToken(db, now))!;

		expect(await linkBehind(db, first, now)).toBeNull();
		expect(await linkBehind(db, second, now)).toMatchObject({ purpose: 'setup' });
		expect(await linkBehind(db, second, later(24 * 60 + 1))).toBeNull();
	});

	test('nobody’s password is their own address', async ({ db }) => {
		const token = (await setupToken(db, now))!;
		const dana = { email: 'dana@example.com', name: 'Dana', password: 'Dana@example.com' };
		await expect(takeUpLink(db, token, dana, now)).rejects.toThrow('your own name or address');
	});

	test('a password that is too short is refused and the link still works', async ({ db }) => {
		const token = (await setupToken(db, now))!;
		const dana = { email: 'dana@example.com', name: 'Dana' };
		await expect(takeUpLink(db, token, { ...dana, password: 'short' }, now)).rejects.toThrow('at least 12');
		await expect(takeUpLink(db, token, { ...dana, password }, now)).resolves.toBeDefined();
	});
});

describe('signing in', () => {
	test('no table holds a token or a password', async ({ db }) => {
		await givenPerson(db, { email: 'dana@example.com', password });
		const { token } = await signIn(db, { email: 'Dana@Example.com', password, ...from });

		const everything = JSON.stringify([
			await rows(db, sql`select * from session`),
			await rows(db, sql`select * from person`),
			await rows(db, sql`select * from audit_entry`)
		]);
		expect(everything).not.toContain(token);
		expect(everything).not.toContain(password);
		expect(everything).toContain('$argon2id$');
	});

	test('an unknown account and a wrong password are told the same', async ({ db }) => {
		await givenPerson(db, { email: 'dana@example.com', password });
		const failure = (email: string) =>
			signIn(db, { email, password: 'not the password', ...from }).catch((refusal: Error) => refusal.message);

		expect(await failure('nobody@example.com')).toBe(await failure('dana@example.com'));
	});

	test('after five failures even the right password has to wait a quarter of an hour', async ({ db }) => {
		await givenPerson(db, { email: 'dana@example.com', password });
		for (let i = 0; i < 5; i++)
			await expect(signIn(db, { email: 'dana@example.com', password: 'wrong', ...from })).rejects.toThrow('wrong');

		await expect(signIn(db, { email: 'dana@example.com', password, ...from })).rejects.toThrow('Too many');
		await expect(signIn(db, { email: 'dana@example.com', password, ...from, now: later(16) })).resolves.toBeDefined();
	});

	test('somebody elsewhere is not locked out by it', async ({ db }) => {
		await givenPerson(db, { email: 'dana@example.com', password });
		for (let i = 0; i < 6; i++)
			await signIn(db, { email: 'dana@example.com', password: 'wrong', ...from }).catch(() => {});

		await expect(
			signIn(db, { email: 'dana@example.com', password, address: '198.51.100.7', now })
		).resolves.toBeDefined();
	});

	test('somebody whose account is closed does not come in, and is out at once', async ({ db }) => {
		const by = await givenPerson(db, { role: 'administrator' });
		const dana = await givenPerson(db, { email: 'dana@example.com', password });
		const { token } = await signIn(db, { email: 'dana@example.com', password, ...from });
		await changePerson(db, { id: dana.id, role: 'executive', disabled: true, by, now });

		expect(await whoHolds(db, token)).toBeNull();
		await expect(signIn(db, { email: 'dana@example.com', password, ...from })).rejects.toThrow('wrong');
	});
});

describe('sessions', () => {
	const expiryOf = async (db: Db) =>
		(await rows<{ at: Date }>(db, sql`select expires_at as "at" from session`))[0].at.getTime();

	test('one that is visited in its second half starts anew', async ({ db }) => {
		await givenPerson(db, { email: 'dana@example.com', password });
		const { token } = await signIn(db, { email: 'dana@example.com', password, ...from });
		await db.execute(sql`update session set expires_at = now() + interval '3 days'`);
		const before = await expiryOf(db);

		expect((await whoHolds(db, token))?.extended).toBe(true);
		expect(await expiryOf(db)).toBeGreaterThan(before + 10 * 86_400_000);
	});

	test('one that has expired is over', async ({ db }) => {
		await givenPerson(db, { email: 'dana@example.com', password });
		const { token } = await signIn(db, { email: 'dana@example.com', password, ...from });
		await db.execute(sql`update session set expires_at = now() - interval '1 second'`);

		expect(await whoHolds(db, token)).toBeNull();
	});

	test('signing out everywhere ends them all, and a new password ends the others', async ({ db }) => {
		const dana = await givenPerson(db, { email: 'dana@example.com', password });
		const first = await signIn(db, { email: 'dana@example.com', password, ...from });
		const changed = await changePassword(db, dana, { from: password, to: 'eight loud horses walk' });
		expect(await whoHolds(db, first.token)).toBeNull();
		expect(await whoHolds(db, changed.token)).not.toBeNull();

		await endAllSessions(db, dana.id);
		expect(await whoHolds(db, changed.token)).toBeNull();
	});
});

test('an invitation lets in the one it was made for, with its role', async ({ db }) => {
	const by = await givenPerson(db, { role: 'administrator' });
	const token = await invite(db, { email: 'eve@example.com', role: 'analyst', by, now });
	const session = await takeUpLink(db, token, { email: 'somebody@else.example', name: 'Eve', password }, now);

	expect((await whoHolds(db, session.token))?.person).toMatchObject({ email: 'eve@example.com', role: 'analyst' });
});

test('an invitation that nobody has used yet can be withdrawn', async ({ db }) => {
	const by = await givenPerson(db, { name: 'Dana', role: 'administrator' });
	await setupToken(db, now);
	const wrong = await invite(db, { email: 'wrong@example.com', role: 'administrator', by, now });
	const right = await invite(db, { email: 'right@example.com', role: 'executive', by, now });
	const open = await openLinks(db, now);
	expect(open.map(({ email, invitedBy }) => [email, invitedBy]).sort()).toEqual([
		['right@example.com', 'Dana'],
		['wrong@example.com', 'Dana']
	]);

	const { id } = open.find(({ email }) => email === 'wrong@example.com')!;
	await withdrawLink(db, id, by);
	expect(await linkBehind(db, wrong, now)).toBeNull();
	expect(await linkBehind(db, right, now)).not.toBeNull();
	await expect(withdrawLink(db, id, by)).rejects.toThrow('used already, or withdrawn');
	expect(await openLinks(db, later(8 * 24 * 60))).toEqual([]);
});

test('the last administrator stays one', async ({ db }) => {
	const by = await givenPerson(db, { role: 'administrator' });
	await expect(changePerson(db, { id: by.id, role: 'executive', disabled: false, by, now })).rejects.toThrow(
		'has to stay'
	);
	await expect(changePerson(db, { id: by.id, role: 'administrator', disabled: true, by, now })).rejects.toThrow(
		'has to stay'
	);
});

test('of two administrators who demote each other at once, one stays', async ({ connection: { db } }) => {
	const [a, b] = await Promise.all(
		['a@example.com', 'b@example.com'].map((email) => givenPerson(db, { email, role: 'administrator' }))
	);
	const demote = (id: number, by: typeof a) =>
		db.transaction(async (tx) => {
			await changePerson(tx, { id, role: 'executive', disabled: false, by, now });
			await tx.execute(sql`select pg_sleep(0.1)`);
		});
	const outcomes = await Promise.allSettled([demote(a.id, b), demote(b.id, a)]);

	const left = await rows(db, sql`select from person where role = 'administrator'`);
	await db.execute(sql`delete from audit_entry`);
	await db.execute(sql`delete from person`);
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(left).toHaveLength(1);
});

describe('a forgotten password', () => {
	const chosen = 'three slow green boats';

	test('is replaced by whoever gets the link, once, and ends every session of before', async ({ db }) => {
		const by = await givenPerson(db, { email: 'admin@example.com', role: 'administrator' });
		await givenPerson(db, { email: 'dana@example.com', password });
		const before = await signIn(db, { email: 'dana@example.com', password, ...from });

		const firstLink = await linkForNewPassword(db, 'dana@example.com', { by, now });
		const token = await linkForNewPassword(db, 'Dana@example.com', { by: null, now });
		expect(await whoseNewPassword(db, firstLink, now)).toBeNull();
		await expect(renewPassword(db, token, 'short', now)).rejects.toThrow('at least 12');
		const { token: session } = await renewPassword(db, token, chosen, now);

		expect((await whoHolds(db, session))?.person.email).toBe('dana@example.com');
		expect(await whoHolds(db, before.token)).toBeNull();
		await expect(signIn(db, { email: 'dana@example.com', password, ...from })).rejects.toThrow('is wrong');
		await expect(renewPassword(db, token, chosen, now)).rejects.toThrow('used already');
	});

	test('the link serves nobody who may not come in, expires, and makes nobody new', async ({ db }) => {
		const by = await givenPerson(db, { email: 'admin@example.com', role: 'administrator' });
		const dana = await givenPerson(db, { email: 'dana@example.com', password });
		const token = await linkForNewPassword(db, 'dana@example.com', { by, now });

		expect(await whoseNewPassword(db, token, later(24 * 60 + 1))).toBeNull();
		expect(await linkBehind(db, token, now)).toBeNull();
		await changePerson(db, { id: dana.id, role: 'executive', disabled: true, by, now });
		expect(await whoseNewPassword(db, token, now)).toBeNull();
		await expect(linkForNewPassword(db, 'dana@example.com', { by, now })).rejects.toThrow('may not sign in');
		await expect(linkForNewPassword(db, 'nobody@example.com', { by, now })).rejects.toThrow('Nobody signs in');
		const invitation = await invite(db, { email: 'eve@example.com', role: 'executive', by, now });
		expect(await whoseNewPassword(db, invitation, now)).toBeNull();
	});
});

test('an API token speaks for its maker until it is withdrawn', async ({ db }) => {
	const by = await givenPerson(db, { role: 'analyst' });
	const token = await makeToken(db, { name: 'warehouse', by });
	expect(await holderOfToken(db, token, now)).toMatchObject({ id: by.id, role: 'analyst' });

	const [{ id }] = await rows<{ id: number }>(db, sql`select id from api_token`);
	await withdrawToken(db, { id, by, now });
	expect(await holderOfToken(db, token, now)).toBeNull();
});
