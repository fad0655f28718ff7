import { expect, test } from 'vitest';
import { missingFrom } from '#domain/imports/mapping/missing.ts';
import { constantsFrom, sameOnEveryRow } from './forms.ts';

test('what a file lacks and may be the same on every row can be said on the page', () => {
	const columns = { who: 'customer_id', when: 'responded_at', said: 'comment', paid: 'amount' } as const;
	const asked = missingFrom({ columns, constants: {}, source: 'erp', timeZone: 'UTC' });
	const fields = asked.map((question) => /which column is (\w+), or give it for all rows/.exec(question)?.[1] ?? '');
	expect(fields).toHaveLength(6);
	for (const field of fields) expect(sameOnEveryRow).toContain(field);
	expect(constantsFrom({ 'constant-booked_on': ' 2026-11-03 ' })).toEqual({ booked_on: '2026-11-03' });
});
