/** (−1)^k (ζ(k) − 1)/k for k = 2, 3, …: the Taylor coefficients of log Γ(2 + z) (Abramowitz & Stegun 6.1.33). */
const aroundTwo = [
	0.32246703342411321824, -0.067352301053198095133, 0.020580808427784547879, -0.0073855510286739852663,
	0.0028905103307415232858, -0.0011927539117032609771, 0.00050966952474304242234, -0.00022315475845357937976,
	0.000099457512781808533715, -0.0000449262367381331417, 0.000020507212775670691553, -9.439488275268395904e-6,
	4.3748667899074878042e-6, -2.0392157538013662368e-6, 9.5514121304074198329e-7, -4.4924691987645660433e-7,
	2.1207184805554665869e-7, -1.0043224823968099609e-7, 4.7698101693639805658e-8, -2.271109460894316491e-8,
	1.0838659214896954091e-8, -5.1834750419700466551e-9, 2.4836745438024783172e-9, -1.1921401405860912074e-9,
	5.7313672416788620133e-10, -2.7595228851242331452e-10, 1.3304764374244489481e-10
];
const slopeAtTwo = 0.4227843350984671393934879; // 1 − Euler's constant

/** B_2k / (2k(2k − 1)): the remainder of Stirling's formula. */
const stirling = [
	0.083333333333333333333, -0.0027777777777777777778, 0.00079365079365079365079, -0.0005952380952380952381,
	0.00084175084175084175084, -0.0019175269175269175269, 0.0064102564102564102564, -0.02955065359477124183,
	0.17964437236883057316
];
const logRootTwoPi = 0.9189385332046727417803297;

/** Below this the remainder of Stirling's formula is not yet exact to 16 digits. */
const largeEnough = 10;

const horner = (coefficients: readonly number[], z: number) => coefficients.reduceRight((sum, c) => sum * z + c, 0);

/** log Γ(x) for x > 0, to about 1e-15 (relative, and near the zeros at 1 and 2 too). Infinity at 0; NaN below. */
export function logGamma(x: number): number {
	if (!(x > 0)) return x === 0 ? Infinity : NaN;
	if (x >= largeEnough) return (x - 0.5) * Math.log(x) - x + logRootTwoPi + stirlingRemainder(x);
	if (x < 0.5) return nearTwo(x) - Math.log1p(x) - Math.log(x);
	if (x < 1.5) return nearTwo(x - 1) - Math.log1p(x - 1);
	return stepDown(x);
}

/** log Γ(x) − Stirling's (x − ½) log x − x + ½ log 2π. Small for large x, where the difference of the two would be noise. */
export function stirlingRemainder(x: number): number {
	if (x >= largeEnough) return horner(stirling, 1 / (x * x)) / x;
	return logGamma(x) - ((x - 0.5) * Math.log(x) - x + logRootTwoPi);
}

const nearTwo = (z: number) => z * (slopeAtTwo + z * horner(aroundTwo, z));

function stepDown(x: number): number {
	let factor = 1;
	let rest = x;
	while (rest > 2.5) factor *= --rest;
	return nearTwo(rest - 2) + Math.log(factor);
}
