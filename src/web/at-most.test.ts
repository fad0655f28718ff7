import { expect, test } from 'vitest';
import { atMost } from './at-most.ts';

test('so often within a while, each by themselves, and again when it is over', () => {
	const may = atMost(2, 1_000);
	expect([may('a', 0), may('a', 10), may('a', 20), may('b', 20)]).toEqual([true, true, false, true]);
	expect([may('a', 1_000), may('a', 1_005), may('a', 1_010)]).toEqual([true, false, true]);
});
