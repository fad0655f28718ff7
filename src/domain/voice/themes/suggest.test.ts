import { describe, expect, test } from 'vitest';
import { suggestions } from './suggest.ts';
import type { Felt } from './suggest.ts';
import { writtenWords } from './words.ts';

const felt = (feeling: Felt['feeling'], comment: string, times: number): Felt[] =>
	new Array<Felt>(times).fill({ feeling, words: writtenWords({ title: null, comment }, { staffNames: [] }) });
const terms = (comments: Felt[], group: 'high' | 'low') => suggestions(comments, group).map(({ term }) => term);

const others = felt('middle', 'nothing much', 6_000);

describe('what is suggested', () => {
	test('is what one group writes more than the other, not what both write often', () => {
		const comments = [
			...others,
			...felt('middle', 'it was the usual one', 200),
			...felt('low', 'the invoice was the wrong one', 60),
			...felt('high', 'the team was the best', 100)
		];
		expect(terms(comments, 'low').join(' ')).toContain('invoice');
		expect(terms(comments, 'low')).not.toContain('the');
		expect(terms(comments, 'high').join(' ')).toContain('team');
	});

	test('is the phrase where its words are hardly ever apart', () => {
		const comments = [...others, ...felt('low', 'wrong number', 60), ...felt('high', 'all is well', 60)];
		expect(terms(comments, 'low')).toEqual(['"wrong number"']);
	});

	test('counts a word once a comment, however often it is said', () => {
		const [loud] = suggestions([...others, ...felt('low', 'slow slow slow', 40), ...felt('high', 'quick', 40)], 'low');
		expect(loud).toMatchObject({ group: 40, other: 0 });
	});

	test('is never a word that stands in one comment of fifty, whoever writes it', () => {
		const comments = [...felt('low', 'it did not work', 200), ...felt('high', 'all is well', 200)];
		expect(terms(comments, 'low')).toEqual([]);
	});

	test('is nothing where there is too little, or no difference', () => {
		expect(terms(felt('low', 'slow', 4), 'low')).toEqual([]);
		expect(terms([], 'low')).toEqual([]);
		expect(terms([...felt('low', 'it is fine', 50), ...felt('high', 'it is fine', 50)], 'low')).toEqual([]);
	});
});
