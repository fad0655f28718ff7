import { expect, test } from 'vitest';
import { remembered } from './remembered.server.ts';

test('a question is asked once for each version of the sums', async () => {
	let asked = 0;
	const ask = async () => ++asked;
	expect(await remembered('review, refresh 1', ask)).toBe(1);
	expect(await remembered('review, refresh 1', ask)).toBe(1);
	expect(await remembered('review, refresh 2', ask)).toBe(2);
});

test('a question that failed is asked again', async () => {
	await expect(remembered('money', () => Promise.reject(new Error('the database went away')))).rejects.toThrow();
	expect(await remembered('money', async () => 'back')).toBe('back');
});

test('what nobody has asked for in a long time is forgotten', async () => {
	let asked = 0;
	const ask = async () => ++asked;
	await remembered('the first', ask);
	for (let i = 0; i < 400; i++) await remembered(`another ${i}`, async () => i);
	expect(await remembered('the first', ask)).toBe(2);
});
