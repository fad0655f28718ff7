import { describe, expect, test } from 'vitest';
import type { Decision } from './decision.ts';
import type { Headline } from './headline.ts';
import { dueByNextMeeting, headlineRead, signedOff } from './reading.ts';
import type { Reader } from './reading.ts';

const at = new Date('2026-11-23T08:00:00Z');
const headline = (version: number): Headline => ({ text: 'Loyalty held', version, writtenBy: 'Dana', writtenAt: at });
const signed = (headlineVersion: number) => ({ at, headlineVersion, unread: 0 });

describe('the headline', () => {
	test('is new until it is signed off, and changed when it is another than then', () => {
		expect(headlineRead(headline(1), null)).toBe('new');
		expect(headlineRead(headline(1), signed(1))).toBe('read');
		expect(headlineRead(headline(2), signed(1))).toBe('changed');
	});

	test('that was written after somebody signed off without one has changed', () => {
		expect(headlineRead(null, null)).toBe('none');
		expect(headlineRead(null, signed(0))).toBe('none');
		expect(headlineRead(headline(1), signed(0))).toBe('changed');
	});
});

test('what is due before the next meeting is open, and the most pressing comes first', () => {
	const decision = (id: number, dueOn: string, state = 'open') => ({ id, dueOn, state }) as Decision;
	const decisions = [
		decision(1, '2026-11-29'),
		decision(2, '2026-11-30'),
		decision(3, '2026-11-10'),
		decision(4, '2026-11-12', 'kept')
	];
	expect(dueByNextMeeting(decisions, '2026-11-22').map(({ id }) => id)).toEqual([3, 1]);
});

test('counts who has signed off, of everybody', () => {
	const reader = (signed: Reader['signed']) => ({ signed }) as Reader;
	expect(signedOff([reader(null), reader(signed(1)), reader(null)])).toEqual({ signed: 1, of: 3 });
	expect(signedOff([])).toEqual({ signed: 0, of: 0 });
});
