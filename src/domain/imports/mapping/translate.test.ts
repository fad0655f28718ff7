import { expect, test } from 'vitest';
import { cells } from './cells.ts';
import { checkedMapping } from './checked.ts';
import type { FieldName } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { missingFrom } from './missing.ts';
import { translator } from './translate.ts';

const answers = { survey: 'Relationship', survey_kind: 'relationship', metric: 'nps' };
const money = { revenue_kind: 'one-time', currency: 'EUR', booked_on: '2026-01-05' };

/** What a file with these columns makes of one of its rows. */
function read(row: Partial<Record<FieldName, string>>, constants: Partial<Record<FieldName, string>> = {}) {
	const headings = Object.keys(row) as FieldName[];
	const columns = Object.fromEntries(headings.map((name) => [name, name]));
	const mapping = { columns, constants, source: 'crm', timeZone: 'UTC' };
	const translate = translator(cells(headings, mapping), {
		dates: { booked_on: 'year-first', responded_at: 'year-first' },
		decimal: 'point',
		zone: 'UTC'
	});
	return translate({ row: 7, fields: Object.values(row), problem: null }, headings);
}

test.for([
	['an amount, in a file about money', { customer_id: 'A', amount: '' }, money, 'amount'],
	[
		'an amount for a line that has an id',
		{ customer_id: 'A', customer_name: 'Alpha', line_id: 'L1', amount: ' ' },
		money,
		'amount'
	],
	['when they answered or were asked', { customer_id: 'A', responded_at: '', score: '' }, answers, 'responded_at'],
	['when they wrote a title', { customer_id: 'A', responded_at: '', title: 'Late again' }, answers, 'responded_at']
] as const)('a row does not vanish that lacks %s', ([, row, constants, field]) => {
	expect(read(row, constants)).toMatchObject({ row: 7, problem: { field }, customer: null, revenue: null });
});

test('a row about a customer may be about nothing else, in a file that also has money and answers', () => {
	const row = { customer_id: 'A', customer_name: 'Alpha', amount: '', responded_at: '', score: '', title: '' };
	expect(read(row, { ...money, ...answers })).toMatchObject({ problem: null, customer: { key: 'A' }, revenue: null });
});

test('one column can be two fields: a name that is the id, a day that is asked and answered', () => {
	const mapping: Mapping = {
		columns: { Account: ['customer_id', 'customer_name'], Date: ['responded_at', 'sent_at'], Rating: 'score' },
		constants: answers,
		source: 'crm',
		timeZone: 'UTC'
	};
	expect(missingFrom(mapping)).toEqual([]);
	const headings = ['Account', 'Date', 'Rating'];
	const translate = translator(cells(headings, mapping), {
		dates: { responded_at: 'year-first', sent_at: 'year-first' },
		decimal: 'point',
		zone: 'UTC'
	});
	expect(translate({ row: 2, fields: ['Alpha', '2026-01-05', '9'], problem: null }, headings)).toMatchObject({
		problem: null,
		customer: { key: 'Alpha', name: 'Alpha' },
		invitation: { sentAt: '2026-01-05T00:00:00.000Z' },
		response: { respondedAt: '2026-01-05T00:00:00.000Z', score: 9 }
	});
});

test('a mapping that somebody wrote may name one field or several, and none that there is not', () => {
	const written = (Account: unknown) => checkedMapping(JSON.stringify({ columns: { Account }, source: 'crm' }));
	expect(written(['customer_id', 'customer_name'])).toMatchObject({
		columns: { Account: ['customer_id', 'customer_name'] }
	});
	expect(written('customer_id')).toMatchObject({ columns: { Account: 'customer_id' } });
	for (const wrong of ['account', ['customer_id', 'account']])
		expect(written(wrong)).toMatchObject({ problem: expect.stringMatching(/^columns\.Account.*there is no field/) });
});
