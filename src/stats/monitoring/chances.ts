import { normalQuantile, normalUpper } from '../distributions/normal.ts';
import { studentTTwoSided } from '../distributions/student-t.ts';

/*
 * How often routine alone would show what a process behaviour chart calls a signal, either side, where its centre and its
 * limits are themselves estimated from `formed` points, at least 2. With limits taken for known, 3 in 1,000 points would
 * lie outside them; with limits from 39 points 6 do, and from 12 points 19.
 */

/** Degrees of freedom of a mean moving range of two: each range tells again what its neighbours tell (Wheeler 1995). */
const degrees = (formed: number): number => 0.62 * (formed - 1);

/**
 * Of the latest point to lie as many `sigmas` from the centre: Student's t, the centre's own error in it.
 *
 * Source: Wheeler 1995, Advanced Topics in Statistical Process Control, table 10.
 */
export const chanceBeyond = (sigmas: number, formed: number): number =>
	studentTTwoSided(sigmas / Math.sqrt(1 + 1 / formed), degrees(formed));

/**
 * Of so many points in a row to lie on one side of the centre: 2 E Φ(Φ⁻¹(share) + δ)^length, the centre off by
 * δ ~ N(0, 1/formed) sigmas. `share`: of the points of the routine, how many lie on that side, ½ where it is even.
 */
export function chanceOfRun(length: number, formed: number, share = 0.5): number {
	const shift = normalQuantile(Math.min(share, 1 - 1 / (2 * formed)));
	return Math.min(1, 2 * mean((u) => normalUpper(-shift - u / Math.sqrt(formed)) ** length));
}

/**
 * Of the latest point and two or three of the three before it to lie beyond 1.5 sigma on one side: 2 E(3q³(1 − q) + q⁴), q
 * the chance of one point, the centre off as above and sigma by √(χ²/df) (Wilson & Hilferty 1931).
 */
export function chanceOfThreeInFour(formed: number): number {
	const spread = 2 / (9 * degrees(formed));
	return (
		2 *
		mean((u) =>
			mean((v) => {
				const sigma = Math.max(0, 1 - spread + v * Math.sqrt(spread)) ** 1.5;
				const q = normalUpper(1.5 * sigma + u / Math.sqrt(formed));
				return 3 * q ** 3 * (1 - q) + q ** 4;
			})
		)
	);
}

/** Mean over a standard normal, by the trapezoidal rule, which is exact to many digits for what falls off so fast. */
function mean(of: (u: number) => number): number {
	const [step, reach] = [0.25, 6];
	let [sum, weights] = [0, 0];
	for (let u = -reach; u <= reach; u += step) {
		const weight = Math.exp((-u * u) / 2);
		sum += weight * of(u);
		weights += weight;
	}
	return sum / weights;
}
