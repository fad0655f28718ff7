import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, vi } from 'vitest';
import { cloneOfTemplate, test } from '#tests/db/test.ts';
import { connect } from './connect.ts';
import type { Db } from './connect.ts';
import { plannedAnew } from './planned-anew.ts';
import { row, rows } from './rows.ts';

const ownProcess = (db: Db) => row<{ pid: number }>(db, sql`select pg_backend_pid() as pid`);
const answer = (db: Db) => row<{ answer: number }>(db, sql`select 42 as answer`);

/*
 * Held by the patch of the driver in ../patches. Without it the process ends here by an error that nobody can catch, and
 * the test run with it.
 */
describe('when the server ends a connection', () => {
	test('the transaction on it fails, however late it notices, and the next ones do not', async ({ connection }) => {
		const { db } = connection;
		const work = db.transaction(async (tx) => {
			const { pid } = await ownProcess(tx);
			await db.execute(sql`select pg_terminate_backend(${pid})`);
			await pause(50);
			await answer(tx);
		});
		await expect(work).rejects.toThrow();
		for (let i = 0; i < 6; i++) expect(await answer(db)).toEqual({ answer: 42 });
	});

	test('a statement under way fails, its rollback goes nowhere, and the next ones work', async ({ connection }) => {
		const { db } = connection;
		const pids = Promise.withResolvers<number>();
		const work = db.transaction(async (tx) => {
			pids.resolve((await ownProcess(tx)).pid);
			await tx.execute(sql`select pg_sleep(60)`);
		});
		const failed = expect(work).rejects.toThrow();
		await db.execute(sql`select pg_terminate_backend(${await pids.promise})`);
		await failed;
		const many = await Promise.all(Array.from({ length: 12 }, () => answer(db)));
		expect(many).toHaveLength(12);
	});
});

test('small messages do not wait for larger ones to be acknowledged: a COPY would end 40 ms late', async () => {
	const { url } = await cloneOfTemplate();
	const asked = vi.spyOn(Socket.prototype, 'setNoDelay');
	const { db, close } = connect(url, { connections: 1 });
	try {
		expect(await answer(db)).toEqual({ answer: 42 });
		expect(asked.mock.calls).toEqual([[true]]);
	} finally {
		asked.mockRestore();
		await close();
	}
});

test('questions are kept by a connection, but for those that are planned anew', async () => {
	const { url } = await cloneOfTemplate();
	const { db, close } = connect(url, { connections: 1 });
	for (let n = 0; n < 2; n++) {
		expect(await row(db, sql`select ${n}::int as "asked"`)).toEqual({ asked: n });
		expect(await row(db, sql`select 7 as "asked"`)).toEqual({ asked: 7 });
		expect(await row(db, sql`select ${plannedAnew} ${n}::int as "asked"`)).toEqual({ asked: n });
		await db.transaction((tx) => row(tx, sql`select 8 as "asked"`));
	}
	const kept = await rows(
		db,
		sql`select statement from pg_prepared_statements where statement ~ ${'"asked"$'} order by 1`
	);
	expect(kept).toEqual([{ statement: 'select $1::int as "asked"' }, { statement: 'select 7 as "asked"' }]);
	await close();
});
