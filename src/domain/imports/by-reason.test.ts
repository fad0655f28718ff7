import { expect, test } from 'vitest';
import { byReason, mostReasons, mostRowsOfOne } from './by-reason.ts';
import type { Reject } from './import.ts';

const reject = (row: number, reason: string, field = 'amount'): Reject => ({ file: 'a.csv', row, field, reason });

function grouped(rejects: Reject[]) {
	const groups = byReason();
	rejects.forEach(groups.add);
	return groups.all();
}

test('rows with one reason are told once, the most frequent first, each with its own value', () => {
	const { reasons, others } = grouped([
		reject(2, 'There is no customer "K7". Import the customers first.', 'customer_id'),
		reject(3, '“n/a” is not an amount; give digits only, such as 1234.56.'),
		reject(4, '“–” is not an amount; give digits only, such as 1234.56.')
	]);
	expect(others).toBe(0);
	expect(reasons).toEqual([
		{
			file: 'a.csv',
			field: 'amount',
			reason: '“…” is not an amount; give digits only, such as 1234.56.',
			count: 2,
			first: [
				{ row: 3, values: ['“n/a”'] },
				{ row: 4, values: ['“–”'] }
			]
		},
		{
			file: 'a.csv',
			field: 'customer_id',
			reason: 'There is no customer "K7". Import the customers first.',
			count: 1,
			first: [{ row: 2, values: [] }]
		}
	]);
});

test('days, cells and lengths are what rows hold; a scale, a field and a file make another reason', () => {
	const values = (one: string, other: string) => grouped([reject(2, one), reject(3, other)]).reasons[0].first[1].values;
	expect(
		values(
			'2026-01-05 lies before served_from, 2026-02-01; check both days.',
			'2026-01-07 lies before served_from, 2026-02-01; check both days.'
		)
	).toEqual(['2026-01-07']);
	expect(values('Cell B12 holds an error.', 'Cell AC7 holds an error.')).toEqual(['AC7']);
	const tooLong = (length: number) => `This is ${length} characters long, and a plan has 200 at most.`;
	expect(values(tooLong(900), tooLong(1200))).toEqual(['1200']);
	expect(
		grouped([
			reject(2, '“11” is not on the scale from 0 to 10.', 'score'),
			reject(3, '“11” is not on the scale from 1 to 5.', 'score'),
			reject(3, '“11” is not on the scale from 1 to 5.', 'rating'),
			{ ...reject(3, '“11” is not on the scale from 1 to 5.', 'rating'), file: 'b.csv' }
		]).reasons
	).toHaveLength(4);
});

test('what all rows hold is said once, in the reason', () => {
	const wrong = (row: number, value: string) =>
		reject(row, `“${value}” is a percentage; a value that contains “,” needs quotes.`);
	expect(grouped([wrong(2, '3%'), wrong(5, '3%')]).reasons[0]).toMatchObject({
		reason: '“3%” is a percentage; a value that contains “,” needs quotes.',
		first: [
			{ row: 2, values: [] },
			{ row: 5, values: [] }
		]
	});
	expect(grouped([wrong(2, '3%'), wrong(5, '3%'), wrong(9, '4%')]).reasons[0]).toMatchObject({
		reason: '“…” is a percentage; a value that contains “,” needs quotes.',
		first: [{ values: ['“3%”'] }, { values: ['“3%”'] }, { values: ['“4%”'] }]
	});
});

test('none is none, and a file that is all wrong keeps only its first rows and reasons', () => {
	expect(grouped([])).toEqual({ reasons: [], others: 0 });
	const rows = Array.from({ length: 5_000 }, (_, i) => reject(i + 2, '“x” is not an amount.'));
	const kinds = Array.from({ length: mostReasons + 6 }, (_, i) => reject(1, `Reason ${i}.`));
	const { reasons, others } = grouped([...rows, ...kinds]);
	expect(reasons[0]).toMatchObject({ count: 5_000 });
	expect(reasons[0].first).toHaveLength(mostRowsOfOne);
	expect(reasons).toHaveLength(mostReasons);
	expect(others).toBe(7);
});
