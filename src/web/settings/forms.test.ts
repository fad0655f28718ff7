import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { OrganisationForm, WeeksForm } from './forms.ts';

describe('the margin of an organisation', () => {
	const marginOf = (margin?: string) => {
		const typed = { name: 'Alpha', timeZone: 'Europe/Berlin', reportingCurrency: 'EUR' };
		const parsed = v.safeParse(OrganisationForm, margin === undefined ? typed : { ...typed, margin });
		return parsed.success ? parsed.output.margin : parsed.issues[0].message;
	};

	test('is typed in percent, and may be left open', () => {
		expect([marginOf('42'), marginOf(' 42,5 '), marginOf('100'), marginOf(''), marginOf()]).toEqual([
			0.42,
			0.425,
			1,
			null,
			null
		]);
	});

	test('is refused where it cannot be one', () => {
		expect(marginOf('0')).toContain('more than 0');
		expect(marginOf('101')).toContain('at most 100');
		for (const nonsense of ['-5', '4e1', 'much', '42.555']) expect(marginOf(nonsense)).toContain('in percent');
	});
});

describe('when weeks close and fiscal years start', () => {
	const weeks = (typed: Partial<Record<'weekday' | 'at' | 'fiscalYearStartsIn', string>>) =>
		v.safeParse(WeeksForm, { weekday: '5', at: '18:00', fiscalYearStartsIn: '7', ...typed });

	test('is a weekday, a time and a month', () => {
		expect(weeks({}).output).toEqual({ weekday: 5, at: '18:00', fiscalYearStartsIn: 7 });
	});

	test('is refused where there is no such day, time or month', () => {
		for (const weekday of ['0', '8', 'Friday']) expect(weeks({ weekday }).success).toBe(false);
		for (const at of ['24:00', '18:60', '6', '']) expect(weeks({ at }).success).toBe(false);
		for (const fiscalYearStartsIn of ['0', '13', 'July']) expect(weeks({ fiscalYearStartsIn }).success).toBe(false);
	});
});
