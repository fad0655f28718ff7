import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { quiet, somebodyAsks } from './quiet.server.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** When work that waits for quiet goes on, with somebody asking at these moments, in ms. */
async function goesOnAt(asked: number[]): Promise<number> {
	const began = performance.now();
	for (const at of asked) setTimeout(somebodyAsks, at);
	let wentOn = -1;
	somebodyAsks();
	const waiting = quiet().then(() => (wentOn = performance.now() - began));
	await vi.advanceTimersByTimeAsync(120_000);
	await waiting;
	return wentOn;
}

test('work that can wait goes on once nobody has asked for five seconds, or after a minute', async () => {
	expect(await goesOnAt([])).toBe(5_000);
	expect(await goesOnAt([2_000, 6_000])).toBe(11_000);
	const always = Array.from({ length: 40 }, (_, i) => 2_000 * i);
	expect(await goesOnAt(always)).toBe(60_000);
	const before = performance.now();
	await quiet();
	expect(performance.now()).toBe(before);
});
