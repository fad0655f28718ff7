/** A stratum of like customers: how many with a low and a high answer were followed, and how many of them were lost. */
export type Stratum = { low: number; lowLost: number; high: number; highLost: number };

/** Fewer in either group than this are compared with nobody: definitions.md 5.9. */
const fewestInStratum = 5;

export const isComparable = ({ low, high }: Stratum): boolean => low >= fewestInStratum && high >= fewestInStratum;

/**
 * Shares lost among customers with a low answer, and among customers with a high one who are like them: of the same
 * segment and about as long with us. Each stratum weighs as many as gave a low answer in it, since it is they who would
 * be helped. Strata without both count in neither. Null when nobody is left.
 *
 * Source: direct standardisation to the exposed; Rothman, Greenland & Lash, Modern Epidemiology, 3rd ed., ch. 15.
 */
export function standardisedLoss(strata: readonly Stratum[]): { low: number; high: number; n: number } | null {
	let n = 0;
	let low = 0;
	let high = 0;
	for (const stratum of strata) {
		if (stratum.low === 0 || stratum.high === 0) continue;
		n += stratum.low;
		low += stratum.lowLost;
		high += (stratum.low * stratum.highLost) / stratum.high;
	}
	return n === 0 ? null : { low: low / n, high: high / n, n };
}
