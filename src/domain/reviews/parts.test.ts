import { describe, expect, test } from 'vitest';
import { inOrder, inRows, isUsual, moved, usualOrder } from './parts.ts';

describe('the order of a week’s parts', () => {
	test('always has each part once, whatever was kept', () => {
		expect(inOrder([])).toEqual(usualOrder);
		expect(inOrder(['fix', 'fix', 'gone since', 'money'])).toEqual([
			'fix',
			'money',
			'figures',
			'stays',
			'months',
			'insights',
			'events',
			'decisions'
		]);
		expect(isUsual(inOrder(['figures', 'money']))).toBe(true);
		expect(isUsual(inOrder(['money']))).toBe(false);
		expect(isUsual(usualOrder.filter((part) => part !== 'insights'))).toBe(true);
	});

	test('changes by one place, or to the lead, and not beyond its ends', () => {
		const order = inOrder([]);
		expect(moved(order, 'money', 'up').slice(0, 2)).toEqual(['money', 'figures']);
		expect(moved(order, 'money', 'down').slice(0, 3)).toEqual(['figures', 'stays', 'money']);
		expect(moved(order, 'decisions', 'first')[0]).toBe('decisions');
		expect(moved(order, 'figures', 'up')).toEqual(order);
		expect(moved(order, 'decisions', 'down')).toEqual(order);
	});

	test('shows two charts side by side where they follow one another', () => {
		expect(inRows(inOrder([]))[2]).toEqual(['stays', 'months']);
		expect(inRows(inOrder(['months', 'stays']))[0]).toEqual(['months', 'stays']);
		expect(inRows(inOrder(['months', 'fix', 'stays'])).slice(0, 3)).toEqual([['months'], ['fix'], ['stays']]);
	});
});
