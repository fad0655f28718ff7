import { expect, test } from 'vitest';
import { openingWeek, readableOn } from './opening-week.ts';

const open = (today: string, newest: string | null, latest = '2026-W48') => openingWeek(latest, { today, newest });

test('on a Monday a review opens at the week that has just ended, whatever has come in that morning', () => {
	expect(readableOn('2026-11-23')).toEqual({ from: '2026-11-16', before: '2026-11-23' });
	expect(open('2026-11-23', '2026-11-22')).toBe('2026-W47');
});

test('from Tuesday it opens at the week that runs, once somebody has written in it', () => {
	expect(readableOn('2026-11-24')).toEqual({ from: '2026-11-16', before: '2026-11-25' });
	expect(open('2026-11-24', '2026-11-24')).toBe('2026-W48');
	expect(open('2026-11-26', '2026-11-20')).toBe('2026-W47');
});

test('it opens where the data end, and at the week that runs where nobody has written in either', () => {
	expect(open('2026-11-26', null, '2026-W20')).toBe('2026-W20');
	expect(open('2026-11-26', null)).toBe('2026-W48');
	expect(open('2026-11-26', '2026-11-20', '2026-W47')).toBe('2026-W47');
});
