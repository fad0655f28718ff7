import { isConstant } from '../arrays/checks.ts';
import { mean } from '../arrays/sum.ts';

/** Pearson's r of two lists, in two passes; null when either is constant or there are fewer than two pairs. */
export function correlation(
	x: ArrayLike<number> & Iterable<number>,
	y: ArrayLike<number> & Iterable<number>
): number | null {
	if (x.length < 2 || isConstant(x) || isConstant(y)) return null;
	const [mx, my] = [mean(x), mean(y)];
	let [xy, xx, yy] = [0, 0, 0];
	for (let i = 0; i < x.length; i++) {
		xy += (x[i] - mx) * (y[i] - my);
		xx += (x[i] - mx) ** 2;
		yy += (y[i] - my) ** 2;
	}
	const r = xy / Math.sqrt(xx) / Math.sqrt(yy);
	return Number.isFinite(r) ? Math.max(-1, Math.min(1, r)) : null;
}
