import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';
import { oneByOne } from './one-by-one.ts';

/**
 * Asks for the page again and again while something is under way, and returns what ends that. One question at a time: a
 * second one throws away what the first is told, so that on a slow day no answer would ever count. And none of somebody
 * who is on their way to another page: it would call them back, and their click would have done nothing.
 */
export function askAgain(everyMs: number, mayAsk: () => boolean = () => true): () => void {
	const ask = oneByOne(invalidateAll, () => navigating.to === null && mayAsk());
	const again = setInterval(() => void ask(), everyMs);
	return () => clearInterval(again);
}
