/** How many comments have come in since the page was shown. `count` asks the server. */
export class Arrivals {
	arrived = $state(0);
	#line: EventSource | null = null;
	readonly #count: () => Promise<number>;

	constructor(count: () => Promise<number>) {
		this.#count = count;
	}

	/**
	 * Listens while the page is to be seen, and looks whenever the line stands: a browser has few lines to one server, and
	 * a page in the background needs none. Not before it stands: what comes in between would be told to nobody.
	 */
	open(): () => void {
		const look = async () => {
			this.arrived = await this.#count().catch(() => this.arrived);
		};
		const close = () => {
			this.#line?.close();
			this.#line = null;
		};
		const follow = () => {
			if (document.visibilityState === 'hidden') return close();
			if (this.#line) return;
			this.#line = new EventSource('/voice/live');
			for (const news of ['open', 'comments']) this.#line.addEventListener(news, () => void look());
		};
		follow();
		document.addEventListener('visibilitychange', follow);
		return () => {
			document.removeEventListener('visibilitychange', follow);
			close();
		};
	}
}
