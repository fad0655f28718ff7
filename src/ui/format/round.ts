/** The one place where figures are rounded for display: halves go away from zero, for negatives too. */
export function round(value: number, decimals = 0): number {
	const factor = 10 ** decimals;
	// The nudge undoes the binary representation of halves such as 1.005, which lies just below.
	const scaled = Math.abs(value) * factor;
	const rounded = Math.floor(scaled + 0.5 + scaled * 2 ** -50);
	const result = (Math.sign(value) * rounded) / factor;
	return result === 0 ? 0 : result;
}
