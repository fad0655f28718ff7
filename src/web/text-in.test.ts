import { expect, test } from 'vitest';
import { jsonIn } from './text-in.ts';

test('what a program sends comes without NUL, which the database would refuse, and is else as it was', () => {
	expect(jsonIn('{"text":"a\\u0000b","deep":[{"x":"\\u0000"}],"n":1,"none":null}')).toEqual({
		text: 'ab',
		deep: [{ x: '' }],
		n: 1,
		none: null
	});
	expect([jsonIn('{'), jsonIn(''), jsonIn('null')]).toEqual([null, null, null]);
});
