import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Rule } from '#domain/snapshots/rule.ts';
import { fieldsOf, firstSchedule, RecipientsForm, ScheduleForm, settingsFrom } from './forms.ts';

const first = { ...firstSchedule('Europe/Prague'), name: 'The week for the board' };
const read = (fields: Record<string, string>) => settingsFrom(v.parse(ScheduleForm, fields));

const rules: Rule[] = [
	{ every: 'week', weekdays: [1, 3, 5], time: '07:30' },
	{ every: 'month', day: 'last', time: '18:00' },
	{ every: 'month', day: 28, time: '00:00' },
	{ every: 'quarter', month: 2, day: 15, time: '09:15' },
	{ every: 'review closed', time: '08:00' },
	{ every: 'review closed', time: null }
];

test.for(rules)('a schedule that is opened and saved is the same: %o', (rule) => {
	const schedule = {
		...first,
		rule,
		zoneOf: 'recipient' as const,
		filter: { segment: 'Team', region: null, plan: '-', survey: 'nps:relationship' },
		sections: ['figures', 'words'],
		comments: { rule: 'newest' as const, limit: 25 }
	};
	expect(read(fieldsOf(schedule))).toEqual(schedule);
});

test('a week without a day, a zone that is none and a time that is none are refused', () => {
	const { weekday1: _, ...noDay } = fieldsOf(first);
	expect(() => read(noDay)).toThrow('Choose at least one day of the week.');
	for (const wrong of [{ zone: 'Prague' }, { time: '24:00' }, { monthDay: '31' }, { commentLimit: '0' }, { name: ' ' }])
		expect(v.safeParse(ScheduleForm, { ...fieldsOf(first), ...wrong }).success, JSON.stringify(wrong)).toBe(false);
});

test('addresses are read however they are pasted', () => {
	const { addresses } = v.parse(RecipientsForm, { addresses: ' a@x.cz,b@x.cz;\tc@x.cz\r\n\r\nd@x.cz , ' });
	expect(addresses).toEqual(['a@x.cz', 'b@x.cz', 'c@x.cz', 'd@x.cz']);
	expect(v.safeParse(RecipientsForm, { addresses: ' \n ' }).success).toBe(false);
});
