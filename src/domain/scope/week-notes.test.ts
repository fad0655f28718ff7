import { expect, test } from 'vitest';
import { hoursOf, weekNotes } from './week-notes.ts';

test('a week in which the clocks change has an hour fewer or more', () => {
	expect(hoursOf('2026-W13', 'Europe/Berlin')).toBe(167);
	expect(hoursOf('2026-W43', 'Europe/Berlin')).toBe(169);
	expect(hoursOf('2026-W14', 'Europe/Berlin')).toBe(168);
	expect(hoursOf('2026-W14', 'Australia/Lord_Howe')).toBe(168.5);
	// In December 2011 Samoa had no Friday.
	expect(hoursOf('2011-W52', 'Pacific/Apia')).toBe(144);
	expect(weekNotes('2026-W13', 'Europe/Berlin')).toEqual([
		'The clocks change in this week: it has 167 hours, 1 fewer than others.'
	]);
	expect(weekNotes('2026-W43', 'Europe/Berlin')[0]).toContain('169 hours, 1 more');
});

test('a week 53 says that it has no partner', () => {
	expect(weekNotes('2026-W53', 'UTC')).toEqual([expect.stringContaining('A week 53')]);
});

test('of any other week there is nothing to say', () => {
	expect(weekNotes('2026-W47', 'Europe/Berlin')).toEqual([]);
});
