import { expect, test } from 'vitest';
import { followThrough, touchedText } from './decision.ts';
import type { DecisionState } from './decision.ts';

const one = (dueOn: string, state: DecisionState = 'open', endedOn: string | null = null) => ({
	dueOn,
	state,
	endedOn
});

test('counts what was due, in time up to its day, late, dropped, and still open', () => {
	const decisions = [
		one('2026-11-10', 'kept', '2026-11-10'),
		one('2026-11-10', 'kept', '2026-11-11'),
		one('2026-11-12', 'dropped', '2026-11-12'),
		one('2026-11-19'),
		one('2026-11-20'),
		one('2026-12-24', 'kept', '2026-11-13')
	];
	expect(followThrough(decisions, '2026-11-20')).toEqual({ due: 5, inTime: 2, late: 1, dropped: 1, open: 1 });
});

test('nothing due is nothing counted', () => {
	expect(followThrough([one('2026-11-20')], '2026-11-20')).toEqual({ due: 0, inTime: 0, late: 0, dropped: 0, open: 0 });
});

test('whom a decision touches is said once, with how many they are', () => {
	expect(touchedText('all customers', 8547)).toBe('all 8,547 customers');
	expect(touchedText('all customers', 1)).toBe('1 customer');
	expect(touchedText('customers with segment Team', 3684)).toBe('3,684 customers with segment Team');
	expect(touchedText('customers with segment Team', 1)).toBe('1 customer with segment Team');
});
