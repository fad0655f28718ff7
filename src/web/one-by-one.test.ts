import { expect, test } from 'vitest';
import { oneByOne } from './one-by-one.ts';

test('who asks again and again waits for the answer, however late, and asks on when there was none', async () => {
	const answers: PromiseWithResolvers<void>[] = [];
	const ask = oneByOne(
		() => {
			answers.push(Promise.withResolvers());
			return answers.at(-1)!.promise;
		},
		() => true
	);
	const first = ask();
	await ask();
	await ask();
	expect(answers).toHaveLength(1);

	answers[0]!.reject(new Error('no network'));
	await first;
	const second = ask();
	expect(answers).toHaveLength(2);
	answers[1]!.resolve();
	await second;
	void ask();
	expect(answers).toHaveLength(3);
});

test('nobody is asked when it would disturb', async () => {
	let [asked, mayAsk] = [0, false];
	const ask = oneByOne(
		async () => asked++,
		() => mayAsk
	);
	await ask();
	expect(asked).toBe(0);
	mayAsk = true;
	await ask();
	expect(asked).toBe(1);
});
