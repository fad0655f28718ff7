import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money, moneyColumn } from './money.ts';
import { count, number, percent, signed } from './number.ts';
import { round } from './round.ts';
import { day, days, moment, month, monthName, tenure } from './time.ts';

test('halves go away from zero, for negatives too', () => {
	expect([2.5, -2.5, 1.005 * 100, -0.5].map((value) => round(value))).toEqual([3, -3, 101, -1]);
	expect(round(1.005, 2)).toBe(1.01);
	expect(round(-0.4)).toBe(0);
});

test('a negative number has a real minus sign, and zero has none', () => {
	expect(number(-1204)).toBe('−1,204');
	expect(number(-0.04, 1)).toBe('0.0');
	expect(signed(2)).toBe('+2');
	expect(signed(-0.1, 1)).toBe('−0.1');
	expect(signed(0.04, 1)).toBe('±0.0');
	expect(percent(0.912)).toBe('91.2%');
	expect(count(1, 'comment')).toBe('1 comment');
});

test('numbers and days are written as the language writes them', () => {
	const decimals = fc.integer({ min: 0, max: 3 });
	const value = fc.oneof(fc.double(), fc.double({ min: -1e6, max: 1e6 }), fc.integer());
	fc.assert(
		fc.property(value, decimals, (value, digits) => {
			const size = Math.abs(round(value, digits));
			const exactly = { minimumFractionDigits: digits, maximumFractionDigits: digits };
			expect(number(value, digits).replace('−', '')).toBe(new Intl.NumberFormat('en', exactly).format(size));
		}),
		{
			numRuns: 2_000,
			examples: [
				[999.5, 0],
				[999_999.9996, 3],
				[1e15, 1],
				[-1e21, 0],
				[NaN, 2],
				[Infinity, 1]
			]
		}
	);
	const dated = { timeZone: 'UTC', month: 'short' } as const;
	for (let i = 0; i < 12; i++) {
		const at = new Date(Date.UTC(2019 + i, i, 1 + 2 * i));
		const text = at.toISOString().slice(0, 10);
		const told = (options: Intl.DateTimeFormatOptions) =>
			new Intl.DateTimeFormat('en-GB', { ...dated, ...options }).format(at);
		expect([day(text), month(text), monthName(text)]).toEqual([
			told({ day: 'numeric', year: 'numeric' }),
			told({ year: 'numeric' }),
			told({})
		]);
	}
});

test.each([
	[48_000_00, 'USD', '$48k'],
	[3_200_000_00, 'USD', '$3.2M'],
	[290_00, 'USD', '$290'],
	[6_100_00, 'USD', '$6.1k'],
	[1_25, 'EUR', '€1.25'],
	[-1_25, 'EUR', '−€1.25'],
	[999_99, 'USD', '$1k'],
	[112_400, 'JPY', '¥112k'],
	[1_500, 'KWD', 'KWD\u00a01.50'],
	[0, 'USD', '$0']
])('%i in minor units of %s is written %s', (minor, currency, text) => {
	expect(money(minor, currency)).toBe(text);
});

test('a column of money has one scale, that of its largest amount', () => {
	const millions = moneyColumn([84_200_000_00, -1_250_000_00, 0], 'USD');
	expect([millions.unit, ...[84_200_000_00, -1_250_000_00, 0].map(millions.text)]).toEqual([
		'$M',
		'84.20',
		'−1.25',
		'0.00'
	]);
	const small = moneyColumn([999_99], 'USD');
	expect([small.unit, small.text(999_99)]).toEqual(['$', '999.99']);
	expect(moneyColumn([], 'KWD')).toMatchObject({ unit: 'KWD' });
});

test('a tenure is told in the largest unit that says enough', () => {
	expect([0, 1, 49, 120, 430, 1_100].map(tenure)).toEqual([
		'0 days',
		'1 day',
		'7 weeks',
		'3 months',
		'14 months',
		'3 years'
	]);
});

test('a week across two months names both', () => {
	expect(days('2026-11-16', '2026-11-22')).toBe('16–22 Nov');
	expect(days('2026-12-28', '2027-01-03')).toBe('28 Dec – 3 Jan');
});

test('a moment is told on the clock of the organisation', () => {
	expect(moment(new Date('2026-11-21T16:42:00Z'), 'Europe/Prague', true)).toBe('Sat 17:42');
});
