import { SvelteSet } from 'svelte/reactivity';

/** What is read one after the other goes to the server together. */
const gatheredMs = 1_000;
/** The server takes no more. Whoever was without a connection for long sends the rest with the next. */
const mostAtOnce = 500;

/** What has been read since the page was opened. `post` tells the server, or fails; then it is tried again with the next. */
export class Receipts {
	readonly read = new SvelteSet<string>();
	/** How many of them the server knows of. */
	sent = 0;
	#waiting: string[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #post: (ids: string[]) => Promise<void>;

	constructor(post: (ids: string[]) => Promise<void>) {
		this.#post = post;
	}

	add(id: string): void {
		if (this.read.has(id)) return;
		this.read.add(id);
		this.#waiting.push(id);
		this.#timer ??= setTimeout(() => void this.send(), gatheredMs);
	}

	/** At once: the page is being left. */
	async send(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const ids = this.#waiting.splice(0, mostAtOnce);
		if (ids.length === 0) return;
		try {
			await this.#post(ids);
			this.sent += ids.length;
		} catch {
			this.#waiting.unshift(...ids);
		}
	}
}
