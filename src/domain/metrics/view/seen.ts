import { createContext } from 'svelte';
import type { Seen } from '../explained.ts';

/** The page says once where and when its figures are seen; every explanation on it may cite that. */
export const [seenOnPage, setSeenOnPage] = createContext<() => Seen>();
