import * as v from 'valibot';
import { expect, test } from 'vitest';
import { answerId, numberId } from './ids.ts';

test('an id that the database could not count to is none, rather than an error of the database', () => {
	expect(v.safeParse(numberId, '2147483647').output).toBe(2_147_483_647);
	for (const text of ['2147483648', '99999999999', '-1', '1.5', '1e3', '', ' 1'])
		expect(v.is(numberId, text), text).toBe(false);
	expect(v.safeParse(answerId, '2147483648').output).toBe(2_147_483_648);
});
