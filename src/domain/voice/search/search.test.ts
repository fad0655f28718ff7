import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asked, asksNothing } from './asked.ts';
import { highlighted } from './highlight.ts';
import { indexText } from './index-text.ts';
import { languageOf } from './language.ts';
import { meant, queryText } from './meant.ts';
import { wordsIn } from './words.ts';

const noNames = { staffNames: [] };
const words = (text: string) => wordsIn(text).map(({ word }) => word);

describe('the words of a text', () => {
	test.each([
		['Third invoice, again!', ['third', 'invoice', 'again']],
		['<script>alert("x")</script>', ['script', 'alert', 'x', 'script']],
		['=HYPERLINK("http://evil.example/a_b")', ['hyperlink', 'http', 'evil', 'example', 'a', 'b']],
		['in\u200bvoi\u00adce', ['invoice']],
		['ÚČTENKA café cafe\u0301', ['účtenka', 'café', 'café']],
		['ﬁne Ｆｕｌｌ', ['fine', 'full']],
		['請求書です', ['請', '求', '書', 'で', 'す']],
		['👍 good👎', ['👍', 'good', '👎']],
		['שלום \u202eעולם\u202c', ['שלום', 'עולם']],
		['bro\ufffdken', ['bro', '\ufffd', 'ken']],
		['don’t', ['don', 't']],
		[' \t\n\u0007', []]
	])('%j', (text, expected) => {
		expect(words(text)).toEqual(expected);
	});

	test('say where they stand', () => {
		const text = 'a \u200bÇa, 👍!';
		expect(wordsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(['a', 'Ça', '👍']);
	});

	test('never hold what Postgres would take for its own', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				for (const word of words(text)) expect(word).not.toMatch(/[\s'\\:]|^$/);
			})
		);
	});
});

describe('what is kept of a comment to be searched', () => {
	test('is each word with its places; no phrase reaches from the title into the text', () => {
		expect(indexText('Bad bad', 'Very bad', noNames)).toBe("'bad':1,2,5 'very':4");
		expect(indexText(null, '!', noNames)).toBe('');
	});

	test('leaves out what is hidden from readers, and lets no phrase reach across it', () => {
		const text = 'Ask Dana or +49 30 901820 now';
		expect(indexText(null, text, { staffNames: ['Dana'] })).toBe("'ask':2 'or':4 'now':6");
	});

	test('stays small however long the comment is', () => {
		const long = Array.from({ length: 200_000 }, (_, i) => `word${i}`).join(' ');
		expect(Buffer.byteLength(indexText(null, long, noNames))).toBeLessThan(600_000);
		expect(indexText(null, 'na '.repeat(50_000), noNames).split(',')).toHaveLength(255);
	});
});

describe('a search', () => {
	test('has words, phrases in any quotes, exclusions and beginnings', () => {
		expect(asked('invoice "wrong VAT" -credit -„late again” integr* e-mail')).toEqual({
			all: [
				{ words: ['invoice'], exact: false, begins: false },
				{ words: ['wrong', 'vat'], exact: true, begins: false },
				{ words: ['integr'], exact: false, begins: true },
				{ words: ['e', 'mail'], exact: false, begins: false }
			],
			none: [
				{ words: ['credit'], exact: false, begins: false },
				{ words: ['late', 'again'], exact: true, begins: false }
			]
		});
	});

	test('takes a star after less than three letters for nothing', () => {
		expect(asked('in*').all).toEqual([{ words: ['in'], exact: false, begins: false }]);
	});

	test.each(['', '   ', '"', '- -- "" ===', '<>'])('%j asks for nothing', (text) => {
		expect(asksNothing(asked(text))).toBe(true);
	});

	test('means all forms of a word, unless it stands in quotes', () => {
		const known = new Map([['invoice', { forms: ['invoices', 'invoice'], alike: [] }]]);
		expect(queryText(meant(asked('invoice -"invoice" late* "so late" '), known))).toBe(
			"('invoice' | 'invoices') & 'late':* & ('so' <-> 'late') & !('invoice')"
		);
	});

	test('for a rare word means those spelled like it too, but excludes nothing for that', () => {
		const known = new Map([['invoce', { forms: [], alike: ['invoice'] }]]);
		expect(queryText(meant(asked('invoce'), known))).toBe("('invoce' | 'invoice')");
		expect(queryText(meant(asked('-invoce'), known))).toBe("!('invoce')");
	});
});

describe('what was found', () => {
	const found = (text: string, search: string, ...forms: string[]) =>
		highlighted(text, meant(asked(search), new Map([[search, { forms, alike: [] }]])).all);

	test('is told apart, and nothing changes', () => {
		expect(found('Two INVOICES, one invoice.', 'invoice', 'invoices')).toEqual([
			{ text: 'Two ', found: false },
			{ text: 'INVOICES', found: true },
			{ text: ', one ', found: false },
			{ text: 'invoice', found: true },
			{ text: '.', found: false }
		]);
	});

	test('is a phrase with what stands between its words', () => {
		expect(found('It is, <b>so\u200b-late</b>', '"so late"')).toContainEqual({ text: 'so\u200b-late', found: true });
		expect(found('請求書が届かない', '届かない')).toContainEqual({ text: '届かない', found: true });
	});

	test('together is always the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, search) => {
				expect(
					found(text, search)
						.map((piece) => piece.text)
						.join('')
				).toBe(text);
			})
		);
	});

	test('is nothing where nothing was searched for', () => {
		expect(highlighted('', [])).toEqual([{ text: '', found: false }]);
		expect(highlighted('words', [])).toEqual([{ text: 'words', found: false }]);
	});
});

test('a comment’s language is the one its source gave, whatever the country', () => {
	expect(['en-GB', 'EN', 'de_AT', 'cs', null, ''].map(languageOf)).toEqual([
		'english',
		'english',
		'german',
		'simple',
		'simple',
		'simple'
	]);
});
