import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { cloneOfTemplate, test } from '#tests/db/test.ts';
import { givenResponse } from '#tests/factories/given.ts';
import { importText, now } from '#tests/factories/imports.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { connect } from '#platform/db/connect.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { undoImport } from '../../imports/server.ts';
import { inAct } from '../server.ts';

const customers = 'customer_id,customer_name,started_on\nA,Alpha,2024-01-01\nB,Beta,2024-02-01\n';
const answers = (...lines: string[]) =>
	['response_id,customer_id,survey,survey_kind,metric,responded_at,score,comment', ...lines].join('\n') + '\n';
const said = (id: string, score: number, comment: string, customer = 'A') =>
	`${id},${customer},Relationship,relationship,nps,2026-01-07T10:00:00Z,${score},${comment}`;

/** Tries a statement and undoes it; the database's own reason where it refuses. */
const attempt = async (db: Db, statement: SQL): Promise<string> => {
	let outcome = 'done';
	await db
		.transaction(async (tx) => {
			await tx.execute(statement);
			throw new Error('done');
		})
		.catch((error: unknown) => {
			const { message, cause } = error as Error;
			outcome = cause instanceof Error ? cause.message : message;
		});
	return outcome;
};

const words = (db: Db) =>
	rows<{ comment: string; score: number; version: number }>(
		db,
		sql`select comment, score, version from response order by id`
	);
const earlier = (db: Db) =>
	rows<{ comment: string | null; score: number; version: number }>(
		db,
		sql`select comment, score, version from earlier_words order by response_id, version`
	);

describe('the database refuses', () => {
	test.for([
		['other words', sql`update response set comment = 'nicer'`, 'does not change'],
		['another title', sql`update response set title = 'nicer'`, 'does not change'],
		['no words', sql`update response set comment = null, score = 5`, 'does not change'],
		['another score', sql`update response set score = 10`, 'does not change'],
		['another moment', sql`update response set responded_at = now()`, 'does not change'],
		['another language', sql`update response set language = 'de'`, 'does not change'],
		['another arrival', sql`update response set received_at = now() - interval '1 day'`, 'keeps its origin'],
		['another id', sql`update response set source_response_id = 'x'`, 'keeps its origin'],
		['to be called erased', sql`update response set comment = null, erased_at = now()`, 'does not change'],
		['to be deleted', sql`delete from response`, 'is not deleted'],
		['to be deleted behind foreign keys at rest', sql`delete from response where id > 0`, 'is not deleted'],
		['to be emptied', sql`truncate response cascade`, 'written once']
	] as const)('%s', async ([, statement, reason], { db }) => {
		await givenResponse(db, { comment: 'as written', score: 3, respondedAt: new Date('2026-01-07T10:00:00Z') });
		expect(await attempt(db, statement)).toContain(reason);
		await db.execute(sql`set local session_replication_role = replica`);
		expect(await attempt(db, statement)).toContain(reason);
	});

	test('and lets through what is not the customer’s words', async ({ db }) => {
		await givenResponse(db, { comment: 'as written', score: 3 });
		const silent = await givenResponse(db, { score: 9 });
		expect(await attempt(db, sql`update response set channel = 'mail', contact_id = null`)).toBe('done');
		expect(await attempt(db, sql`delete from response where id = ${silent.id}`)).toBe('done');
	});

	test('an act that another transaction recorded, or that nobody announced', async () => {
		const { db, close } = connect((await cloneOfTemplate()).url, { connections: 1 });
		try {
			await givenResponse(db, { comment: 'as written' });
			const act = sql`insert into voice_act (kind, at, reason, import_id) values ('undo', now(), 'x', 1)`;
			await db.execute(act);
			const announced = async (tx: Db) => {
				await tx.execute(sql`select set_config('empty_chair.act', '1', true)`);
				await tx.execute(sql`delete from response`);
			};
			await expect(db.transaction(announced)).rejects.toMatchObject({
				cause: { message: 'what customers wrote is not deleted' }
			});
			const silent = async (tx: Db) => {
				await tx.execute(act);
				await tx.execute(sql`delete from response`);
			};
			await expect(db.transaction(silent)).rejects.toMatchObject({ cause: { code: 'EC001' } });
			expect(await words(db)).toHaveLength(1);
		} finally {
			await close();
		}
	});

	test('an act that takes more than is its own', async ({ db }) => {
		const { id } = await givenResponse(db, { comment: 'as written', score: 3 });
		const act = { by: null, reason: 'because', at: now(), zone: 'UTC' };
		const by = (kind: 'erasure' | 'undo' | 'demo removal', statement: SQL) =>
			db
				.transaction((tx) =>
					inAct(tx, { ...act, kind, importId: kind === 'undo' ? 2 : null }, () => tx.execute(statement))
				)
				.then(
					() => 'done',
					(error: Error) => (error.cause as Error).message
				);

		expect(await by('undo', sql`delete from response`)).toContain('what its import brought');
		expect(await by('undo', sql`update response set comment = 'nicer'`)).toContain('brings back what was');
		expect(await by('demo removal', sql`delete from response`)).toContain('not the demo company');
		expect(await by('demo removal', sql`update response set score = 10`)).toContain('does not change');
		expect(await by('erasure', sql`delete from response`)).toContain('is not deleted');
		expect(await by('erasure', sql`update response set comment = 'nicer', erased_at = now()`)).toContain(
			'erased_means'
		);
		expect(await by('erasure', sql`update response set comment = null, score = 9, erased_at = now()`)).toContain(
			'takes the words and nothing else'
		);
		expect(await words(db)).toEqual([{ comment: 'as written', score: 3, version: 1 }]);
		expect(await by('erasure', sql`update response set comment = null, erased_at = now() where id = ${id}`)).toBe(
			'done'
		);
	});

	test('changes of what is kept beside the words', async ({ db }) => {
		await importText(db, { 'a.csv': customers, 'b.csv': answers(said('R1', 9, 'Good.')) });
		const second = await importText(db, { 'b.csv': answers(said('R1', 3, 'Not good.')) });
		await undoImport(db, second.id, { by: null, now });
		await importText(db, { 'b.csv': answers(said('R1', 2, 'Bad.')) });
		for (const table of ['earlier_words', 'sealed_words', 'seal', 'voice_act']) {
			const name = sql.identifier(table);
			expect(await attempt(db, sql`delete from ${name}`)).toMatch(/stay|written once|never changed or deleted/);
			expect(await attempt(db, sql`truncate ${name} cascade`)).toMatch(/written once/);
		}
		expect(await attempt(db, sql`update earlier_words set comment = 'nicer'`)).toContain('stay as they were');
		expect(await attempt(db, sql`update sealed_words set hash = sha256('x')`)).toContain('a sealed leaf stays');
		expect(await attempt(db, sql`update seal set day = '2020-01-01'`)).toContain('written once');
		expect(await attempt(db, sql`update voice_act set reason = 'another'`)).toContain('never changed or deleted');
	});
});

describe('a correction from the source', () => {
	test('is a new version, and every earlier one is kept', async ({ db }) => {
		await importText(db, { 'a.csv': customers, 'b.csv': answers(said('R1', 9, 'Good.')) });
		await importText(db, { 'b.csv': answers(said('R1', 3, 'Not good.')) });
		await importText(db, { 'b.csv': answers(said('R1', 2, 'Bad.', 'B')) });

		expect(await words(db)).toEqual([{ comment: 'Bad.', score: 2, version: 3 }]);
		expect(await earlier(db)).toEqual([
			{ comment: 'Good.', score: 9, version: 1 },
			{ comment: 'Not good.', score: 3, version: 2 }
		]);
	});

	test('that is undone brings the earlier version back, and its number is not used again', async ({ db }) => {
		await importText(db, { 'a.csv': customers, 'b.csv': answers(said('R1', 9, 'Good.')) });
		const second = await importText(db, { 'b.csv': answers(said('R1', 3, 'Not good.')) });
		await undoImport(db, second.id, { by: null, now });
		expect([await words(db), await earlier(db)]).toEqual([[{ comment: 'Good.', score: 9, version: 1 }], []]);

		await importText(db, { 'b.csv': answers(said('R1', 3, 'Not good.')) });
		expect(await words(db)).toEqual([{ comment: 'Not good.', score: 3, version: 3 }]);
	});

	test('that is only tried leaves nothing', async ({ db }) => {
		await importText(db, { 'a.csv': customers, 'b.csv': answers(said('R1', 9, 'Good.')) });
		await importText(db, { 'b.csv': answers(said('R1', 3, 'Not good.')) }, { dryRun: true });
		expect([await words(db), await earlier(db)]).toEqual([[{ comment: 'Good.', score: 9, version: 1 }], []]);
	});
});

test('comments withdrawn with an import stay counted, with who and why', async ({ db }) => {
	const by = await givenPerson(db, { name: 'Ann' });
	await importText(db, { 'a.csv': customers });
	const { id } = await importText(db, {
		'b.csv': answers(said('R1', 9, 'Good.'), said('R2', 3, 'Bad.'), said('R3', 3, ''))
	});
	await undoImport(db, id, { by, now, reason: 'The wrong file.' });

	expect(await words(db)).toEqual([]);
	expect(
		await rows(
			db,
			sql`
				select kind, reason, person_id as "by", voice_act.import_id as "import", seal.comments, count(*)::int as "leaves"
				from voice_act
				join seal on seal.act_id = voice_act.id
				join sealed_words leaf on leaf.act_id = voice_act.id
				group by 1, 2, 3, 4, 5
			`
		)
	).toEqual([{ kind: 'undo', reason: 'The wrong file.', by: by.id, import: id, comments: 2, leaves: 2 }]);
});
