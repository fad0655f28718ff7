import { expect, test } from 'vitest';
import { noCounts } from '../import.ts';
import { summary, summaryByKind } from './state.ts';

test('what became of an import is said in a line, also where there was nothing to do', () => {
	const some = { ...noCounts(), responses: { added: 3, changed: 1, unchanged: 2 }, rejected: 1 };
	expect(summary(some)).toBe('responses: 3 new, 1 changed, 2 unchanged · 1 rejected');
	expect(summary({ ...noCounts(), rows: 30 })).toBe('Nothing new: all of it is here already.');
	expect(summary({ ...noCounts(), rejected: 2 })).toBe('2 rejected');
	expect(summary(null)).toBe('');
	// How many customers stay as they were is not counted, so nobody is told that it is none.
	expect(summaryByKind({ ...noCounts(), customers: { added: 1, changed: 0, unchanged: 0 } })).toEqual([
		'customers: 1 new'
	]);
});
