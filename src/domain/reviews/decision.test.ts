import { expect, test } from 'vitest';
import { followThrough } from './decision.ts';
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
