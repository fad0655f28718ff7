import { regularizedGammaP, regularizedGammaQ } from '../special/incomplete-gamma.ts';

/** P(X > x) for χ² with `df` degrees of freedom, exact far out: 2.8e-41 is not 0. */
export const chiSquaredUpper = (x: number, df: number) => regularizedGammaQ(df / 2, x / 2);

/** P(X ≤ x) for χ² with `df` degrees of freedom. */
export const chiSquaredCdf = (x: number, df: number) => regularizedGammaP(df / 2, x / 2);
