import { getContext, setContext } from 'svelte';
import type { Seen } from '../explained.ts';

const key = Symbol('where and when figures are seen');

/** The page says once where and when its figures are seen; every explanation on it may cite that. */
export const setSeenOnPage = (seen: () => Seen): void => void setContext(key, seen);

/** The same for a part that is drawn by itself. */
export const seenAs = (seen: Seen): Map<symbol, () => Seen> => new Map([[key, () => seen]]);

/** Every page with figures on it says so. */
export function seenOnPage(): () => Seen {
	const seen = getContext<(() => Seen) | undefined>(key);
	if (!seen) throw new Error('a page explains figures and has not said where they are seen');
	return seen;
}
