import { getContext, setContext } from 'svelte';

const key = Symbol('words behind figures');

/** Where a figure leads: the same page with the words behind it; null: to none. */
export type WordsBehind = (id: string) => { path: string; isChosen: boolean } | null;

/** A page with words beside its figures says once where each figure leads. */
export const setWordsBehind = (of: WordsBehind): void => void setContext(key, of);

/** On a page without words beside its figures, none leads anywhere. */
export const wordsBehind = (): WordsBehind => getContext<WordsBehind | undefined>(key) ?? (() => null);
