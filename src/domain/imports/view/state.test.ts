import { expect, test } from 'vitest';
import { noCounts } from '../import.ts';
import { isAllRejected, shortList, summary, summaryByKind } from './state.ts';

test('what became of an import is said in a line, also where there was nothing to do', () => {
	const some = { ...noCounts(), responses: { added: 3, changed: 1, unchanged: 2 }, rejected: 1 };
	expect(summary(some)).toBe('responses: 3 new, 1 changed, 2 unchanged · 1 rejected');
	expect(summary({ ...noCounts(), rows: 30 })).toBe('Nothing new: all of it is here already.');
	expect(summary({ ...noCounts(), rows: 2, rejected: 2 })).toBe('2 rejected');
	expect(summary({ ...noCounts(), rows: 5, rejected: 2 })).toBe('the rest is here already · 2 rejected');
	expect(summary(null)).toBe('');
	// How many customers stay as they were is not counted, so nobody is told that it is none.
	expect(summaryByKind({ ...noCounts(), customers: { added: 1, changed: 0, unchanged: 0 } })).toEqual([
		'customers: 1 new'
	]);
});

test('what would bring nothing in is not offered as if it did', () => {
	expect(isAllRejected({ ...noCounts(), rows: 2, rejected: 2 })).toBe(true);
	expect(isAllRejected({ ...noCounts(), rows: 3, rejected: 2 })).toBe(false);
	expect(isAllRejected(noCounts())).toBe(false);
});

test('of many files the first are named', () => {
	expect(shortList(['a', 'b', 'c'])).toBe('a, b, c');
	expect(shortList(['a', 'b', 'c', 'd'])).toBe('a, b and 2 more');
	expect(shortList(['a'])).toBe('a');
});
