import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount, type AmountForm } from './amount.ts';

const point: AmountForm = { decimal: 'point', exponent: 2 };
const comma: AmountForm = { decimal: 'comma', exponent: 2 };
const refused = (why: string) => ({ problem: expect.stringContaining(why) });

describe('with a decimal point', () => {
	test.each([
		['12', 12_00],
		['12.5', 12_50],
		['12.50', 12_50],
		['12.340', 12_34],
		['.5', 50],
		['5.', 5_00],
		['-0', 0],
		['-0.00', 0],
		['-12.34', -12_34],
		['+12', 12_00],
		['(12)', -12_00],
		['12-', -12_00],
		['\u221212', -12_00],
		['1,234.56', 1_234_56],
		['1,234,567.89', 1_234_567_89],
		['1,23,456.10', 1_23_456_10],
		['1 234.50', 1_234_50],
		['1\u00a0234.50', 1_234_50],
		['1\u2009234.50', 1_234_50],
		['1\u202f234.50', 1_234_50],
		["1'234.50", 1_234_50],
		['1’234.50', 1_234_50],
		[' 7 ', 7_00],
		['90071992547409.91', Number.MAX_SAFE_INTEGER]
	])('“%s” is %i cents', (text, minor) => expect(readAmount(text, point)).toBe(minor));

	test.each([
		['', 'is empty'],
		['1e5', 'scientific notation'],
		['1.2E+7', 'scientific notation'],
		['NaN', 'is not an amount'],
		['Infinity', 'is not an amount'],
		['12%', 'is a percentage'],
		['12.345', 'has more decimals than the currency'],
		['1.234,56', 'decimal mark is a point'],
		['1,23', 'decimal mark is a point'],
		['0,125', 'decimal mark is a point'],
		['1,234 567', 'decimal mark is a point'],
		['1,2,3', 'decimal mark is a point'],
		['192.0.2.1', 'decimal mark is a point'],
		['(-12)', 'is not an amount'],
		['-12-', 'is not an amount'],
		['(12', 'is not an amount'],
		['12 EUR', 'carries a currency; take “EUR” out'],
		['$12', 'carries a currency'],
		['twelve', 'is not an amount'],
		['.', 'is not an amount'],
		['-', 'is not an amount'],
		['90071992547409.92', 'too large'],
		['99999999999999999999', 'too large']
	])('“%s” is refused', (text, why) => expect(readAmount(text, point)).toEqual(refused(why)));
});

describe('with a decimal comma', () => {
	test.each([
		['1.234,56', 1_234_56],
		['12,5', 12_50],
		['12.345', 12_345_00],
		['1 234,5', 1_234_50],
		['-1.234.567,00', -1_234_567_00]
	])('“%s” is %i cents', (text, minor) => expect(readAmount(text, comma)).toBe(minor));

	test.each([
		['12.5', 'decimal mark is a comma'],
		['1,234.56', 'decimal mark is a comma'],
		['12,345', 'has more decimals']
	])('“%s” is refused', (text, why) => expect(readAmount(text, comma)).toEqual(refused(why)));
});

describe('an amount that carries its currency', () => {
	const euros = { ...point, currency: 'EUR' };

	test.each(['12 EUR', 'EUR 12', '€12', '12€', '12 eur'])('“%s” is taken among euros', (text) =>
		expect(readAmount(text, euros)).toBe(12_00)
	);
	test('is negative wherever the sign stands', () => {
		expect(['-€12', '€-12', '(€12)', '€ 12-'].map((text) => readAmount(text, euros))).toEqual([
			-12_00, -12_00, -12_00, -12_00
		]);
	});
	test('a dollar sign can be of several currencies, but not of euros', () => {
		expect(readAmount('$12', { ...point, currency: 'CAD' })).toBe(12_00);
		expect(readAmount('$12', euros)).toEqual(refused('is marked “$” where EUR is expected'));
	});
});

test('yen have no decimals and dinars three', () => {
	expect(readAmount('1200', { decimal: 'point', exponent: 0 })).toBe(1_200);
	expect(readAmount('1200.00', { decimal: 'point', exponent: 0 })).toBe(1_200);
	expect(readAmount('12.5', { decimal: 'point', exponent: 0 })).toEqual(refused("more decimals than the currency's 0"));
	expect(readAmount('12.345', { decimal: 'point', exponent: 3 })).toBe(12_345);
	expect(readAmount('123456789012345', { decimal: 'point', exponent: 3 })).toEqual(refused('too large'));
});

test('every amount comes back exactly, however it is grouped', () => {
	const amount = fc.maxSafeInteger();
	fc.assert(
		fc.property(amount, fc.constantFrom('', ',', "'", ' '), fc.constantFrom(0, 2, 3), (minor, group, exponent) => {
			const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
			const whole = digits.slice(0, digits.length - exponent).replace(/\B(?=(\d{3})+$)/g, group);
			const text = `${minor < 0 ? '-' : ''}${whole}${exponent > 0 ? `.${digits.slice(-exponent)}` : ''}`;
			expect(readAmount(text, { decimal: 'point', exponent })).toBe(minor === 0 ? 0 : minor);
		}),
		{ numRuns: 5_000 }
	);
});
