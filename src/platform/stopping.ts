type Stop = () => Promise<void>;

/** The built server carries its own copy of every module, so what it shares with the command that starts it hangs here. */
const place = Symbol.for('empty-chair.stopping');
const shared = globalThis as { [place]?: Set<Stop> };

/** Has something stopped in order when the program stops. */
export function whenStopping(stop: Stop): void {
	(shared[place] ??= new Set()).add(stop);
}

/** Stops all of it side by side; whatever fails or takes too long keeps nobody. */
export async function stopAll(patienceMs: number): Promise<void> {
	const stops = [...(shared[place] ?? [])];
	shared[place]?.clear();
	if (stops.length === 0) return;
	const impatience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
	await Promise.race([Promise.allSettled(stops.map((stop) => stop())), impatience]);
}
