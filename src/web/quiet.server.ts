/** So long has nobody asked for anything where work that can wait does not get into anybody's way. */
const quietMs = 5_000;

let askedAt = -Infinity;

/** Somebody asks for a page just now. */
export const somebodyAsks = (): void => void (askedAt = performance.now());

/** Waits until nobody has asked for a while, but no longer than a minute: somebody may always be there. */
export async function quiet({ atMostMs = 60_000 } = {}): Promise<void> {
	const until = performance.now() + atMostMs;
	for (;;) {
		const now = performance.now();
		const left = Math.min(askedAt + quietMs, until) - now;
		if (left <= 0) return;
		await new Promise((goOn) => setTimeout(goOn, left));
	}
}
