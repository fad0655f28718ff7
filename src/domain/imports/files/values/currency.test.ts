import { expect, test } from 'vitest';
import { minorUnitExponent } from './currency.ts';

// ISO 4217, list one, published by SIX.
test.each([
	['JPY', 0],
	['KRW', 0],
	['VND', 0],
	['ISK', 0],
	['EUR', 2],
	['usd', 2],
	['HUF', 2],
	['MGA', 2],
	['BHD', 3],
	['KWD', 3],
	['IQD', 3],
	['TND', 3],
	['CLF', 4],
	['HRK', 2]
])('%s has %i decimals', (currency, exponent) => expect(minorUnitExponent(currency)).toBe(exponent));

test.each(['', 'EURO', '€', 'ABC', 'XAU'])('“%s” is no currency', (currency) =>
	expect(minorUnitExponent(currency)).toEqual({ problem: expect.stringContaining('ISO 4217') })
);

test('the big currencies and the newest ones are known', () => {
	const some = [
		'AUD',
		'BRL',
		'CAD',
		'CHF',
		'CNY',
		'CZK',
		'DKK',
		'GBP',
		'INR',
		'MXN',
		'NOK',
		'PLN',
		'SEK',
		'TRY',
		'UAH',
		'ZAR',
		'XCG',
		'ZWG',
		'SLE',
		'VED'
	];
	expect(some.filter((code) => typeof minorUnitExponent(code) !== 'number')).toEqual([]);
});
