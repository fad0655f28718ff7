import { regularizedBeta } from '../special/beta.ts';

/** P(F > f) for Fisher's F with (`over`, `under`) degrees of freedom, exact far out. */
export function fisherFUpper(f: number, over: number, under: number): number {
	if (!(f > 0)) return f <= 0 ? 1 : NaN;
	const sum = over * f + under;
	return regularizedBeta(under / sum, under / 2, over / 2, (over * f) / sum);
}
