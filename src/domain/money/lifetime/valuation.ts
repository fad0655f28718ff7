import { groupsLeftOut } from './assumptions.ts';

/** Which customers a value is for; empty text: not known. */
export type ValuedSlice = { segment: string; region: string; plan: string };

/**
 * What the customers of a slice are worth at the end of `asOf`, and how that came about since twelve months before:
 * opening + added + grown + shrunk + aged + lost = closing. Minor units, fractions kept.
 */
export type ValuedCell = ValuedSlice & {
	asOf: string;
	customersOpening: number;
	customersAdded: number;
	customersLost: number;
	customersClosing: number;
	opening: number;
	added: number;
	lost: number;
	grown: number;
	shrunk: number;
	/** Customers who stayed have shown that they do: the same revenue may be worth more, or less, a year on. */
	aged: number;
	closing: number;
	/** Customers and closing value without each of the groups in turn, valued by a model that has not seen it. */
	customersWithout: number[];
	closingWithout: number[];
};

/** Customers who moved alike. Values at the opening and the closing; null where they paid nothing. */
export type ValuedMove = ValuedSlice & {
	group: number;
	customers: number;
	opening: number | null;
	closing: number | null;
	/** Of the change in value of those who stayed, what more or less revenue brought. */
	grown: number;
	shrunk: number;
	/** Closing values by the models without each group. */
	closingWithout: readonly number[];
};

const empty = (asOf: string, { segment, region, plan }: ValuedSlice): ValuedCell => ({
	asOf,
	segment,
	region,
	plan,
	customersOpening: 0,
	customersAdded: 0,
	customersLost: 0,
	customersClosing: 0,
	opening: 0,
	added: 0,
	lost: 0,
	grown: 0,
	shrunk: 0,
	aged: 0,
	closing: 0,
	customersWithout: new Array<number>(groupsLeftOut).fill(0),
	closingWithout: new Array<number>(groupsLeftOut).fill(0)
});

/** Adds moves up into cells. */
export function valuedCells(asOf: string, moves: Iterable<ValuedMove>): ValuedCell[] {
	const cells = new Map<string, ValuedCell>();
	for (const move of moves) {
		const key = JSON.stringify([move.segment, move.region, move.plan]);
		let cell = cells.get(key);
		if (!cell) cells.set(key, (cell = empty(asOf, move)));
		addMove(cell, move);
	}
	return [...cells.values()];
}

function addMove(cell: ValuedCell, { group, customers, opening, closing, grown, shrunk, closingWithout }: ValuedMove) {
	cell.opening += opening ?? 0;
	cell.closing += closing ?? 0;
	if (opening !== null) cell.customersOpening += customers;
	if (closing !== null) {
		cell.customersClosing += customers;
		for (let without = 0; without < groupsLeftOut; without++) {
			if (without === group) continue;
			cell.customersWithout[without] += customers;
			cell.closingWithout[without] += closingWithout[without];
		}
	}
	if (opening === null) {
		cell.added += closing ?? 0;
		cell.customersAdded += customers;
	} else if (closing === null) {
		cell.lost -= opening;
		cell.customersLost += customers;
	} else {
		cell.grown += grown;
		cell.shrunk += shrunk;
		cell.aged += closing - opening - grown - shrunk;
	}
}
