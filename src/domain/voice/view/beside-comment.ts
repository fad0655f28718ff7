import { getContext, setContext } from 'svelte';
import type { Snippet } from 'svelte';
import type { Comment } from '../feed.ts';

type Beside = Snippet<[Pick<Comment, 'customerId' | 'responseId' | 'customer' | 'pinnedIn' | 'erasedAt'>]>;

const key = Symbol('what else can be done with a comment');

/** A page says once what can be done with a comment besides reading it. */
export const setBesideComment = (beside: Beside): void => void setContext(key, beside);

/** Absent on a page where comments are only read. */
export const besideComment = (): Beside | undefined => getContext(key);
