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
	makeToken,
	setupToken,
	signIn,
	takeUpLink,
	whoHolds,
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

test('the last administrator stays one', async ({ db }) => {
	const by = await givenPerson(db, { role: 'administrator' });
	await expect(changePerson(db, { id: by.id, role: 'executive', disabled: false, by, now })).rejects.toThrow(
		'has to stay'
	);
	await expect(changePerson(db, { id: by.id, role: 'administrator', disabled: true, by, now })).rejects.toThrow(
		'has to stay'
	);
});

test('an API token speaks for its maker until it is withdrawn', async ({ db }) => {
	const by = await givenPerson(db, { role: 'analyst' });
	const token = await makeToken(db, { name: 'warehouse', by });
	expect(await holderOfToken(db, token, now)).toMatchObject({ id: by.id, role: 'analyst' });

	const [{ id }] = await rows<{ id: number }>(db, sql`select id from api_token`);
	await withdrawToken(db, { id, by, now });
	expect(await holderOfToken(db, token, now)).toBeNull();
});
