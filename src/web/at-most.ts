/**
 * Lets somebody do a thing at most so often within a while, in this process; true: they may. `now` in milliseconds. Who
 * has not come for that long is forgotten.
 */
export function atMost(times: number, withinMs: number): (who: string, now: number) => boolean {
	const seen = new Map<string, number[]>();
	return (who, now) => {
		for (const [other, moments] of seen) if (moments.at(-1)! <= now - withinMs) seen.delete(other);
		const recent = (seen.get(who) ?? []).filter((moment) => moment > now - withinMs);
		if (recent.length >= times) return false;
		seen.set(who, [...recent, now]);
		return true;
	};
}
