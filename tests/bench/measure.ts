/** One line of the table: what was measured, beside the limit that the same run measured and the goal. */
export type Measured = {
	part: string;
	what: string;
	value: number;
	unit: 'ms' | 's' | 'rows/s' | 'MB' | 'kB' | 'messages';
	/** What plain means reached in the same run. */
	limit?: number;
	limitIs?: string;
	/** In words; `met` says whether it is. Without a goal the line informs. */
	goal?: string;
	met?: boolean;
};

/** The smallest value that at least this share of the measurements does not exceed. */
export const quantile = (values: readonly number[], share: number): number =>
	[...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)];

export async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
	const began = performance.now();
	const result = await work();
	return { ms: performance.now() - began, result };
}

/** Milliseconds of each of `times` turns, after some that only warm up. */
export async function repeated(times: number, work: (turn: number) => Promise<unknown>, warmUp = 3): Promise<number[]> {
	const taken: number[] = [];
	for (let turn = -warmUp; turn < times; turn++) {
		const { ms } = await timed(() => work(Math.max(0, turn)));
		if (turn >= 0) taken.push(ms);
	}
	return taken;
}

const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 });

/** As a table for a terminal. */
export function written(all: readonly Measured[]): string {
	const lines = all.map(({ part, what, value, unit, limit, limitIs, goal, met }) => [
		part,
		what,
		`${number(value)} ${unit}`,
		limit === undefined ? '' : `${number(limit)} ${unit} (${limitIs})`,
		limit === undefined ? '' : (value / limit).toPrecision(3),
		goal ?? '',
		met === undefined ? '' : met ? 'met' : 'NOT MET'
	]);
	const table = [['part', 'what', 'value', 'raw limit', 'value ÷ limit', 'goal', ''], ...lines];
	const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
	return table
		.map((line) =>
			line
				.map((cell, i) => cell.padEnd(widths[i]))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
