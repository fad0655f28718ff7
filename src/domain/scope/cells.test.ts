import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsFrom, isOfScope, summedUp } from './cells.ts';

const everybody = { segment: null, region: null, plan: null };
const cell = (segment: string, week: string, customers: number, isFamily = false) => ({
	...{ week, customers, isFamily },
	...{ segment, region: 'EMEA', plan: '' }
});

test('what customers come to is told in the order of the query, and only where they have a row', () => {
	const cells = cellsFrom(
		[cell('Team', 'W1', 2), cell('Solo', 'W2', 3), cell('Team', 'W3', 4, true), cell('Solo', 'W3', 5)],
		['week']
	);
	expect(summedUp(cells, everybody)).toEqual([
		{ week: 'W1', customers: 2, isFamily: false },
		{ week: 'W2', customers: 3, isFamily: false },
		{ week: 'W3', customers: 9, isFamily: true }
	]);
	expect(summedUp(cells, { ...everybody, segment: 'Solo', plan: '-' })).toEqual([
		{ week: 'W2', customers: 3, isFamily: false },
		{ week: 'W3', customers: 5, isFamily: false }
	]);
	expect(summedUp(cells, { ...everybody, region: 'Mars' })).toEqual([]);
	expect(summedUp(cellsFrom([], ['week']), everybody)).toEqual([]);
});

test('added up from all is what is added up of some, for every choice', () => {
	const value = fc.constantFrom('', 'A', 'B');
	const row = fc.record({
		...{ segment: value, region: value, plan: value },
		...{ week: fc.constantFrom('W1', 'W2', 'W3'), moved: fc.integer({ min: -9, max: 9 }) }
	});
	const choice = fc.constantFrom(null, '-', 'A', 'C');
	const scopes = fc.record({ segment: choice, region: choice, plan: choice });
	fc.assert(
		fc.property(fc.array(row, { maxLength: 40 }), scopes, (rows, scope) => {
			const own = rows.filter((one) => isOfScope(one, scope));
			const sums = Map.groupBy(own, ({ week }) => week);
			const told = summedUp(cellsFrom(rows, ['week']), scope);
			expect(new Map(told.map(({ week, moved }) => [week, moved]))).toEqual(
				new Map([...sums].map(([week, all]) => [week, all.reduce((sum, { moved }) => sum + moved, 0)]))
			);
			// What is told apart by a slice itself.
			const bySegment = summedUp(cellsFrom(rows, ['segment']), scope);
			expect(new Set(bySegment.map(({ segment }) => segment))).toEqual(new Set(own.map(({ segment }) => segment)));
		})
	);
});
