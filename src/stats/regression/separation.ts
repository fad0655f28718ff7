import type { Design } from './design.ts';
import type { IrlsFit } from './irls.ts';

/** Columns with |β|·sd above 10; all columns when only the fitted chances give it away. */
export function separators({ names, columns }: Design, { qr, beta, fitted }: IrlsFit): string[] {
	const far = qr.kept.filter((column, k) => Math.abs(beta[k]) * spreadOf(columns[column]) > 10);
	if (far.length > 0) return far.map((column) => names[column]);
	const edge = 1e-13;
	return fitted.some((chance) => chance < edge || chance > 1 - edge) ? names.slice(1) : [];
}

function spreadOf(column: Float64Array): number {
	const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
	return Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length);
}
