import { expect, test } from 'vitest';
import { safeError } from './safe-error.ts';

test('an error is told by its name, its code and where it happened', () => {
	const error = Object.assign(new TypeError('no such file'), { code: 'ENOENT' });
	expect(safeError(error)).toMatchObject({ name: 'TypeError', code: 'ENOENT', message: 'no such file' });
	expect(safeError(error).stack[0]).toMatch(/^\s*at /);
	expect(safeError('no')).toEqual({ name: 'string', message: '', stack: [] });
});

test('what the database says stays out, as do queries: they may hold customers’ words', () => {
	const words = 'invalid input syntax for type integer: "never again"';
	const database = Object.assign(new Error(words), { name: 'PostgresError', code: '22P02' });
	const query = new Error(`Failed query: insert … ${words}`, { cause: database });
	for (const error of [database, query])
		expect(safeError(error)).toMatchObject({ code: '22P02', message: 'the database answered with error 22P02' });
	expect(JSON.stringify([safeError(database), safeError(query)])).not.toContain('never again');
});

test('an error of which the queue tells what it held has its reason, without the database’s words', () => {
	const lost = { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432', stack: 'Error\n    at connect' };
	expect(safeError(lost)).toEqual({
		...{ name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' },
		stack: ['    at connect']
	});
	const recovering = { severity: 'FATAL', code: '57P03', message: 'never again', stack: '' };
	expect(safeError(recovering)).toMatchObject({ code: '57P03', message: 'the database answered with error 57P03' });
});
