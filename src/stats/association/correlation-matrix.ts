import { isConstant } from '../arrays/checks.ts';
import { dot } from '../arrays/sum.ts';

/**
 * Correlations of all columns with one another, in two passes: each brought to mean 0 and length 1, then multiplied.
 * Undefined when a column does not vary.
 */
export function correlationMatrix(columns: readonly Float64Array[]): Float64Array[] | undefined {
	if (columns.some((column) => isConstant(column))) return undefined;
	const standard = columns.map(standardised);
	const matrix = standard.map(() => new Float64Array(standard.length));
	for (let a = 0; a < standard.length; a++) {
		for (let b = 0; b <= a; b++) matrix[a][b] = matrix[b][a] = a === b ? 1 : dot(standard[a], standard[b]);
	}
	return matrix.every((row) => row.every(Number.isFinite)) ? matrix : undefined;
}

function standardised(column: Float64Array): Float64Array {
	let mean = 0;
	for (let i = 0; i < column.length; i++) mean += column[i] / column.length;
	const centred = column.map((value) => value - mean);
	const length = Math.sqrt(dot(centred, centred));
	return centred.map((value) => value / length);
}
