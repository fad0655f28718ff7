import { type NotEstimable, notEstimable } from '../estimate.ts';
import { allFinite } from '../arrays/checks.ts';

/** Explaining columns by name, one number a row each. */
export type NamedColumns = Readonly<Record<string, ArrayLike<number>>>;

export type RegressionInput = {
	y: ArrayLike<number>;
	x: NamedColumns;
	/** false leaves out the constant, named "(constant)" */
	constant?: boolean;
	/** how much a row counts; rows of weight 0 are left out */
	weights?: ArrayLike<number>;
};

const constantName = '(constant)';

/** The design by columns, constant first. `rows` are the indices of the input that take part. */
export type Design = {
	status: 'ok';
	names: string[];
	columns: Float64Array[];
	y: Float64Array;
	weights: Float64Array;
	rows: number[];
};

/** Checked columns of a regression, or why they cannot be used. */
export function designOf({ y, x, constant = true, weights }: RegressionInput): Design | NotEstimable {
	const given = Object.entries(x);
	const lists = [y, ...given.map(([, column]) => column), ...(weights ? [weights] : [])];
	if (y.length === 0) return notEstimable('there are no rows');
	if (lists.some((list) => list.length !== y.length))
		return notEstimable('a column is shorter or longer than the others');
	if (!lists.every(allFinite)) return notEstimable('a row has a missing number');
	if (weights && Array.from(weights).some((w) => w < 0)) return notEstimable('a weight is negative');

	const rows = [...Array(y.length).keys()].filter((i) => !weights || weights[i] > 0);
	if (rows.length === 0) return notEstimable('no row carries weight');
	const pick = (column: ArrayLike<number>) => Float64Array.from(rows, (i) => column[i]);
	return {
		status: 'ok',
		names: [...(constant ? [constantName] : []), ...given.map(([name]) => name)],
		columns: [...(constant ? [new Float64Array(rows.length).fill(1)] : []), ...given.map(([, column]) => pick(column))],
		y: pick(y),
		weights: weights ? pick(weights) : new Float64Array(rows.length).fill(1),
		rows
	};
}

/** Columns of 0 and 1, one a label other than the `reference`, named "prefix label": categories for a regression. */
export function indicators(prefix: string, labels: readonly string[], reference: string): Record<string, number[]> {
	const others = [...new Set(labels)].filter((label) => label !== reference);
	return Object.fromEntries(
		others.map((label) => [`${prefix} ${label}`, labels.map((own) => (own === label ? 1 : 0))])
	);
}
