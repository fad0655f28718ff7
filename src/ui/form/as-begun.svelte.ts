import { untrack } from 'svelte';
import { page } from '$app/state';
import type { SentBack } from './sent-back.ts';

type Stand<There> = {
	/** What is there, which the form is to change. */
	there: There;
	/** The form as it came back, if it did. */
	back: SentBack | null;
};

/**
 * For a form that somebody else's can overtake: what it shows, and by that the version that is said to have been seen.
 * The page around it is renewed while somebody writes, by what is worked out, new comments, or another form on it. What
 * they write then stays, or theirs would be written over in front of them; and so does the version they began from, or
 * they would write over somebody else's without a word. A form that comes back begins anew, from what is there then.
 */
export class AsBegun<There> {
	/** On which page, too: the next week is shown by the same component, and has words of its own. */
	#begun = $state.raw<(Stand<There> & { on: string }) | null>(null);
	readonly #now: () => Stand<There>;

	constructor(now: () => Stand<There>) {
		this.#now = now;
		$effect.pre(() => {
			const { back } = now();
			// The same one stays on the page while others on it are sent, and is nothing new then.
			if (back && back !== untrack(() => this.#begun?.back)) untrack(() => this.#hold(now()));
		});
	}

	get shown(): Stand<There> {
		const now = this.#now();
		const begun = this.#begun?.on === page.url.pathname ? this.#begun : null;
		return begun && (now.back === null || now.back === begun.back) ? begun : now;
	}

	/** Somebody writes: for `oninput`. */
	readonly begin = () => this.#hold(this.shown);

	/** What was written has been taken: for `onreset`. */
	readonly end = () => {
		this.#begun = null;
	};

	#hold({ there, back }: Stand<There>) {
		this.#begun = { there, back, on: page.url.pathname };
	}
}
