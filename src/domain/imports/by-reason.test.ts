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
				{ row: 3, values: ['n/a'] },
				{ row: 4, values: ['–'] }
			]
		},
		expect.objectContaining({ reason: 'There is no customer “…”. Import the customers first.', count: 1 })
	]);
});

test('days, cells and lengths are what rows hold; a scale, a field and a file make another reason', () => {
	const told = (reason: string) => grouped([reject(2, reason)]).reasons[0];
	expect(told('2026-01-05 lies before served_from, 2026-02-01; check both days.').first[0].values).toEqual([
		'2026-01-05',
		'2026-02-01'
	]);
	expect(told('Cell B12 holds an error.').first[0].values).toEqual(['B12']);
	expect(told('This is 9000 characters long, and a plan has 200 at most.').first[0].values).toEqual(['9000']);
	expect(
		grouped([
			reject(2, '“11” is not on the scale from 0 to 10.', 'score'),
			reject(3, '“11” is not on the scale from 1 to 5.', 'score'),
			reject(3, '“11” is not on the scale from 1 to 5.', 'rating'),
			{ ...reject(3, '“11” is not on the scale from 1 to 5.', 'rating'), file: 'b.csv' }
		]).reasons
	).toHaveLength(4);
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
