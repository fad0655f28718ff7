import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { OrganisationForm } from './forms.ts';

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
