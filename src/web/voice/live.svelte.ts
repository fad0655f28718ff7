/** How many comments have come in since the page was shown. `count` asks the server. */
export class Arrivals {
	arrived = $state(0);
	#line: EventSource | null = null;
	readonly #count: () => Promise<number>;

	constructor(count: () => Promise<number>) {
		this.#count = count;
	}

	/** Listens while the page is open, and looks once in case something came in while it was made. */
	open(): () => void {
		const look = async () => {
			this.arrived = await this.#count().catch(() => this.arrived);
		};
		this.#line = new EventSource('/voice/live');
		this.#line.addEventListener('comments', () => void look());
		void look();
		return () => this.#line?.close();
	}
}
