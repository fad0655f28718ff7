import { expect, test } from 'vitest';
import { missingFrom } from '#domain/imports/mapping/missing.ts';
import { columnsInView } from './columns-in-view.ts';
import { columnsFrom, constantsFrom, sameOnEveryRow } from './forms.ts';

test('what a file lacks and may be the same on every row can be said on the page', () => {
	const columns = { who: 'customer_id', when: 'responded_at', said: 'comment', paid: 'amount' } as const;
	const asked = missingFrom({ columns, constants: {}, source: 'erp', timeZone: 'UTC' });
	const fields = asked.map((question) => /which column is (\w+), or give it for all rows/.exec(question)?.[1] ?? '');
	expect(fields).toHaveLength(6);
	for (const field of fields) expect(sameOnEveryRow).toContain(field);
	expect(constantsFrom({ 'constant-booked_on': ' 2026-11-03 ' })).toEqual({ booked_on: '2026-11-03' });
});

test('of a very wide file the first columns are shown, and those that become something, each under its own number', () => {
	const names = Array.from({ length: 5_000 }, (_, i) => `c${i}`);
	const shown = columnsInView(names.map((name, i) => ({ name, field: i === 4_321 ? 'score' : '' })));
	expect(shown).toHaveLength(201);
	expect(shown.at(-1)).toEqual({ name: 'c4321', field: 'score', at: 4_321 });
	const form = Object.fromEntries(shown.map(({ at, field }) => [`column-${at}`, field]));
	expect(columnsFrom(form, names)).toEqual({ columns: { c4321: 'score' } });
});

test('a column may be two fields at once, and no field two columns', () => {
	const headings = ['Account', 'Date', 'Id'];
	const form = { 'column-0': 'customer_id', 'also-0': 'customer_name', 'column-1': 'responded_at', 'also-1': '' };
	expect(columnsFrom(form, headings)).toEqual({
		columns: { Account: ['customer_id', 'customer_name'], Date: 'responded_at' }
	});
	expect(columnsFrom({ ...form, 'also-1': 'responded_at' }, headings)).toEqual(columnsFrom(form, headings));
	expect(columnsFrom({ ...form, 'column-2': 'customer_name' }, headings)).toEqual({
		problem: '“Account” and “Id” cannot both be customer_name: leave one of them out.'
	});
	expect(columnsFrom({ ...form, 'also-1': 'nonsense' }, headings)).toHaveProperty('problem');
});
