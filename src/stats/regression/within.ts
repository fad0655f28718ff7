import { type NotEstimable, notEstimable } from '../estimate.ts';
import { codes } from '../arrays/group.ts';
import { sumOf } from '../arrays/sum.ts';
import { type Qr, qrOf } from '../linear/least-squares.ts';
import { demean, type Grouping } from './demean.ts';
import { designOf, type NamedColumns } from './design.ts';
import type { Labels } from './errors.ts';
import { connectedParts, withoutSingletons } from './panel.ts';

export type FixedEffectsInput = {
	y: ArrayLike<number>;
	x: NamedColumns;
	/** the account of a row */
	unit: Labels;
	/** its quarter; without it only accounts are held constant */
	period?: Labels;
};

/** What is left of y and x within accounts and periods. */
export type Within = {
	status: 'ok';
	names: string[];
	/** rows of the input that take part */
	rows: number[];
	dropped: number;
	y: Float64Array;
	columns: Float64Array[];
	qr: Qr;
	units: number;
	periods: number;
	/** residual degrees of freedom, every effect counted */
	df: number;
	settled: boolean;
	switchers: Record<string, number>;
};

/** Takes accounts and periods out of every column; a column that does not move within accounts becomes 0. */
export function withinOf(input: FixedEffectsInput): Within | NotEstimable {
	const design = designOf({ ...input, constant: false });
	if (design.status !== 'ok') return design;
	const rows = withoutSingletons(input.unit, input.period, design.rows);
	const { groupings, held } = panelOf(input, rows);
	const within = [design.y, ...design.columns].map((column) =>
		demean(
			Float64Array.from(rows, (i) => column[i]),
			groupings
		)
	);
	const [y, ...moved] = within.map(({ column }) => column);
	const columns = moved.map((column, k) =>
		moves(column, design.columns[k]) ? column : new Float64Array(column.length)
	);
	const qr = qrOf(columns);
	const df = rows.length - held - qr.kept.length;
	if (qr.kept.length === 0) return notEstimable('nothing moved within accounts');
	if (df < 1) return notEstimable('too few rows beside the accounts and periods held constant');
	return {
		status: 'ok',
		names: design.names,
		rows,
		dropped: design.rows.length - rows.length,
		y,
		columns,
		qr,
		units: groupings[0].groups,
		periods: groupings[1]?.groups ?? 0,
		df,
		settled: within.every(({ settled }) => settled),
		switchers: Object.fromEntries(
			design.names.map((name, k) => [name, switchersOf(design.columns[k], rows, groupings[0])])
		)
	};
}

function panelOf(
	{ unit, period }: FixedEffectsInput,
	rows: readonly number[]
): { groupings: Grouping[]; held: number } {
	const grouping = (labels: Labels) => {
		const own = codes(rows.map((i) => labels[i]));
		return { groups: own.labels.length, of: own.of };
	};
	const units = grouping(unit);
	if (!period) return { groupings: [units], held: units.groups };
	const periods = grouping(period);
	const parts = connectedParts(units.groups, units.of, periods.groups, periods.of);
	return { groupings: [units, periods], held: units.groups + periods.groups - parts };
}

/** False when what is left of a column within accounts is rounding. */
function moves(within: Float64Array, whole: Float64Array): boolean {
	const size = whole.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	return within.some((value) => Math.abs(value) > 1e-9 * size);
}

function switchersOf(column: Float64Array, rows: readonly number[], { groups, of }: Grouping): number {
	const first = new Float64Array(groups).fill(NaN);
	const moved = new Uint8Array(groups);
	rows.forEach((row, i) => {
		if (Number.isNaN(first[of[i]])) first[of[i]] = column[row];
		else if (column[row] !== first[of[i]]) moved[of[i]] = 1;
	});
	return sumOf(moved, (m) => m);
}
