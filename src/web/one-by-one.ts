/** Asks, unless what was asked before has not been answered yet, or now is not the time. */
export function oneByOne(ask: () => Promise<unknown>, mayAsk: () => boolean): () => Promise<void> {
	let asking = false;
	return async () => {
		if (asking || !mayAsk()) return;
		asking = true;
		// Where the network is gone for a moment, the next question may be answered.
		await ask().catch(() => {});
		asking = false;
	};
}
