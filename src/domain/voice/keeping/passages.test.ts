import { parse, stringify } from 'devalue';
import { describe, expect, test } from 'vitest';
import { countGaps, finderOf, gapText, withoutGaps, withoutPassages } from './passages.ts';
import { gapsIn, rewritten, writtenIn } from './written-values.ts';

const said = 'The invoice was wrong again, and nobody rang me back for three weeks.';
const known = { names: ['Claire Moreau', 'Claire@Example.org'], words: [said, 'Far too dear', 'No'] };
const gap = gapText('2026-11-26');
const left = (text: string, by = known) => withoutPassages(text, finderOf(by)(text), '2026-11-26');

describe('what our people wrote about a person', () => {
	test('is found by name and address, whatever the case and the spaces, as a word of its own', () => {
		expect(left('I rang CLAIRE  moreau’s office; claire@example.org bounced.')).toBe(
			`I rang ${gap}’s office; ${gap} bounced.`
		);
		expect(left('Éclaire Moreaux wrote')).toBe('Éclaire Moreaux wrote');
		expect(left('Claire from Lyon')).toBe('Claire from Lyon');
	});

	test('is found by five of their words in a row, pasted whole, cut or punctuated otherwise', () => {
		expect(left(`They say: “${said}”`)).toBe(`They say: “${gap}.”`);
		expect(left('One said nobody rang me back – for three weeks!')).toBe(`One said ${gap}!`);
		expect(left('The invoice was wrong')).toBe('The invoice was wrong');
		expect(left('“Far too dear”, they say')).toBe(`“${gap}”, they say`);
		expect(left('No, not us')).toBe('No, not us');
	});

	test('is found in scripts without spaces, and in none where nothing is known', () => {
		expect(left('客户说：发票又错了三周', { names: [], words: ['发票又错了没有人回电'] })).toBe(`客户说：${gap}三周`);
		expect(left('anything', { names: ['', 'Al'], words: ['', '—'] })).toBe('anything');
	});

	test('leaves gaps that are counted, and that nothing is looked for by', () => {
		const text = left('Claire Moreau wrote; so did Claire Moreau again');
		expect(countGaps(text)).toBe(2);
		expect(withoutGaps(left('invoice Claire Moreau'))).toBe('invoice');
		expect(finderOf(known)(text)).toEqual([]);
	});
});

describe('a value that is kept whole', () => {
	const series = { id: 'nps' };
	const kept = {
		review: { figures: [{ name: 'open', value: -0, low: NaN, series }], series },
		insights: { told: [{ claim: 'open', end: 'No action, because Claire left', state: 'open' }] },
		decisions: { ofTheWeek: [{ what: 'Ring Claire', state: 'open', decidedAt: new Date(0) }] },
		marks: [{ text: { text: 'open', by: 'Dana' }, said: [{ kind: 'said', text: 'Ring Claire' }] }]
	};

	test('gives what people wrote, and takes other texts in its place, and nothing else', () => {
		expect(writtenIn(kept)).toEqual([
			...['open', 'No action, because Claire left'],
			...['Ring Claire', 'open', 'Ring Claire']
		]);
		const after = rewritten(
			kept,
			new Map([
				['Ring Claire', `Ring ${gap}`],
				['open', gap]
			])
		);
		expect(after.decisions.ofTheWeek[0]).toEqual({ what: `Ring ${gap}`, state: 'open', decidedAt: new Date(0) });
		expect(after.marks[0]).toEqual({ text: { text: gap, by: 'Dana' }, said: [{ kind: 'said', text: `Ring ${gap}` }] });
		expect(after.review).toBe(kept.review);
		expect(after.insights.told[0]).toMatchObject({ claim: gap, state: 'open' });
		expect(gapsIn(after)).toBe(4);
		expect(kept.marks[0].text.text).toBe('open');
	});

	test('is found in what a theme was called, beside figures that are called alike', () => {
		const ranked = { names: { 'theme:3': 'Claire' }, rows: [{ series: 'theme:3', name: 'Claire', value: 1 }] };
		expect(writtenIn(ranked)).toEqual(['Claire']);
		expect(rewritten(ranked, new Map([['Claire', gap]]))).toEqual({ ...ranked, names: { 'theme:3': gap } });
	});

	test('is the very same, byte for byte, where there is nothing to take', () => {
		const text = stringify(kept);
		expect(stringify(rewritten(parse(text), new Map([['Ring Omar', gap]])))).toBe(text);
	});
});
