import { expect, test } from 'vitest';
import { demoCompany } from '../company.ts';
import { phrases, say } from './grammar.ts';
import { chanceFor } from '../chance.ts';

const company = demoCompany({ today: '2026-11-23', seed: 3 });
const answers = [...company.responses].filter(({ comment }) => comment !== null);
const comments = answers.map(({ comment }) => comment!);
const long = comments.filter((comment) => comment.length > 40);
const sentencesOf = (comment: string) =>
	comment.split(/(?<=[.!?。])\s+|\n+/).filter((sentence) => sentence.length > 60);
const counted = (values: readonly string[]) =>
	new Map([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));

test('hardly two longer comments are the same', () => {
	expect(new Set(long).size / long.length).toBeGreaterThan(0.97);
});

test('no long sentence is said more than 25 times in three years', () => {
	expect([...counted(comments.flatMap(sentencesOf))].filter(([, times]) => times > 25)).toEqual([]);
});

test('a week hardly repeats itself', () => {
	const week = answers.filter(({ respondedAt }) => respondedAt >= '2026-11-09' && respondedAt < '2026-11-16');
	const beginnings = week
		.flatMap(({ comment }) => sentencesOf(comment!))
		.map((sentence) => sentence.slice(0, 30).toLowerCase());

	expect([...counted(beginnings).values()].filter((times) => times > 1).length).toBeLessThan(0.08 * beginnings.length);
});

test('comments are as short as a letter and as long as a page', () => {
	const lengths = comments.map(({ length }) => length).sort((a, b) => a - b);

	expect(lengths[0]).toBe(1);
	expect(lengths.at(-1)).toBeGreaterThan(900);
	expect(comments.some((comment) => comment.includes('\n\n'))).toBe(true);
});

test('seven in ten are English, the rest in nine languages, and some in none', () => {
	const languages = counted(answers.map(({ language }) => language ?? 'none'));
	const share = (language: string) => (languages.get(language) ?? 0) / answers.length;

	expect(share('en') + share('none')).toBeGreaterThan(0.64);
	expect(share('en')).toBeLessThan(0.76);
	for (const language of ['de', 'fr', 'es', 'pt', 'it', 'nl', 'cs', 'pl', 'ja'])
		expect(share(language), language).toBeGreaterThan(0.005);
});

test('a few have no score, a few trip software, none has an unfilled slot', () => {
	const withoutScore = answers.filter(({ score }) => score === null).length;

	expect(withoutScore).toBeGreaterThan(100);
	expect(comments.some((comment) => comment.startsWith('='))).toBe(true);
	expect(comments.some((comment) => comment.includes('<b>'))).toBe(true);
	expect(
		comments.filter((comment) =>
			/(?<!\{)\{[a-zA-Z0-9-]+\}(?!\})|\||(?<!undefined )undefined(?! undefined|,)/.test(comment)
		)
	).toEqual([]);
});

test('words fit the number: those who give a ten praise, those who give a one do not', () => {
	const shareOf = (word: RegExp, scores: readonly number[]) => {
		const texts = answers
			.filter(({ survey, score }) => survey === 'Relationship' && scores.includes(score ?? -1))
			.map(({ comment }) => comment!);
		return texts.filter((text) => word.test(text)).length / texts.length;
	};

	expect(shareOf(/thank|great|love|danke|merci|gracias/i, [9, 10])).toBeGreaterThan(
		2 * shareOf(/thank|great|love|danke|merci|gracias/i, [0, 1, 2, 3])
	);
});

test('a phrase is a choice of words with slots, and begins with a capital where a slot begins it', () => {
	const [phrase] = phrases('{n} [weeks|days] late. {name} knows.');
	const slots = (name: string) => ({ n: 'three', name: 'priya' })[name] ?? '';

	expect(['Three weeks late. Priya knows.', 'Three days late. Priya knows.']).toContain(
		say(phrase, slots, chanceFor(1, 'test'))
	);
});
