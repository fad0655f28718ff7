import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { test } from '#tests/db/test.ts';
import { copyInto, copyLine, CopyRefused } from './copy.ts';
import { rows } from './rows.ts';

describe('COPY', () => {
	test('takes text exactly as it is, and absence as absence', async ({ db }) => {
		await db.execute(sql`create temporary table t (n int, words text)`);
		const words = ['', ' ', 'tab\there', 'line\nend\r\n', 'back\\slash', '\\N', '👩‍👩‍👧', null];
		await copyInto(
			db,
			't',
			words.map((text, i) => copyLine([i, text]))
		);
		expect(
			(await rows<{ words: string | null }>(db, sql`select words from t order by n`)).map((row) => row.words)
		).toEqual(words);
	});

	test.for([
		['at once', 3],
		['while more is on its way', 200_000]
	] as const)('a refused row is told %s, and the savepoint before it still holds', async ([, lines], { db }) => {
		await db.execute(sql`create temporary table t (n int primary key)`);
		const repeating = function* () {
			for (let i = 0; i < lines; i++) yield `${i % 2}\n`;
		};
		await expect(db.transaction((attempt) => copyInto(attempt, 't', repeating()))).rejects.toBeInstanceOf(CopyRefused);
		await copyInto(db, 't', ['7\n']);
		expect(await rows(db, sql`select n from t`)).toEqual([{ n: 7 }]);
	});

	test('rows that fail to come take the savepoint back', async ({ db }) => {
		await db.execute(sql`create temporary table t (n int)`);
		const breaking = function* () {
			yield '1\n';
			throw new Error('the file ended');
		};
		await expect(db.transaction((attempt) => copyInto(attempt, 't', breaking()))).rejects.toThrow();
		expect(await rows(db, sql`select n from t`)).toEqual([]);
	});
});
