import { tick } from 'svelte';
import type { VoiceComment } from '../voice-comment.ts';

type Page = { comments: VoiceComment[]; from: string | null; next: string | null };
type Ends = { after: string | null; until: string | null };

/** A page of the feed in its place. Far away from what is read, only its height is left of it. */
export type Stretch = {
	/** Where it begins; null: at the very top. */
	from: string | null;
	/** Where it ends; null: it is the last. */
	next: string | null;
	comments: VoiceComment[] | null;
	height: number;
};

/** The pages nearest to the reader stay; more would make a long read slower and slower. */
const keptAround = 3;

/**
 * A feed of any length of which the browser holds but a few pages. `fetchPage` gets one from the server, or fails.
 */
export class FeedWindow {
	stretches = $state.raw<Stretch[]>([]);
	state = $state<'ready' | 'loading' | 'failed'>('ready');
	#adding = false;
	readonly #fetchPage: (ends: Ends) => Promise<Page>;

	constructor(first: Page, fetchPage: (ends: Ends) => Promise<Page>) {
		this.#fetchPage = fetchPage;
		this.stretches = [{ ...first, height: 0 }];
	}

	/** Where the next page begins; null: these are all. */
	get next(): string | null {
		return this.stretches.at(-1)!.next;
	}

	async more(): Promise<void> {
		if (this.#adding || this.next === null) return;
		this.#adding = true;
		const page = await this.#asked({ after: this.next, until: null });
		if (page) this.stretches = [...this.stretches, { ...page, height: 0 }];
		this.#adding = false;
	}

	/** Goes on as long as somebody says so: they may be faster than the server. */
	async moreWhile(wanted: () => boolean): Promise<void> {
		while (!this.#adding && this.next !== null && wanted()) {
			await this.more();
			await tick();
			if (this.state === 'failed') return;
		}
	}

	/** The reader comes near a page: those around it are filled again, those far from it are emptied. */
	async near(index: number, heightOf: (index: number) => number): Promise<void> {
		this.stretches = this.stretches.map((stretch, i) =>
			Math.abs(i - index) <= keptAround || stretch.comments === null || heightOf(i) === 0
				? stretch
				: { ...stretch, comments: null, height: heightOf(i) }
		);
		await this.#fill(index);
	}

	async #fill(index: number): Promise<void> {
		const { comments, from, next } = this.stretches[index];
		if (comments !== null) return;
		const page = await this.#asked({ after: from, until: next });
		if (!page) return;
		this.stretches = this.stretches.map((stretch, i) =>
			i === index ? { ...stretch, comments: page.comments } : stretch
		);
	}

	async #asked(ends: Ends): Promise<Page | null> {
		this.state = 'loading';
		try {
			const page = await this.#fetchPage(ends);
			this.state = 'ready';
			return page;
		} catch {
			this.state = 'failed';
			return null;
		}
	}
}
