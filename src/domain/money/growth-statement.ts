import type { Behind } from '../voice/behind.ts';
import { growthTotals, hadRevenueBefore } from './earned-growth.ts';
import type { CameBy, GrowthMove, Movement } from './earned-growth.ts';

const hadNone = (move: GrowthMove) => !hadRevenueBefore(move);

/** One line of a statement: an amount in minor units, and as a share of what the statement starts from. */
export type StatementLine = {
	name: string;
	minor: number;
	share: number | null;
	/** Null where the line is a sum of others. */
	customers: number | null;
	isTotal: boolean;
	/** Where the line is of customers who moved alike: how, so that their words can be found. */
	row?: GrowthRow;
	/** The same for a line of another statement. */
	behind?: Behind;
};

/** The lines that are of customers, by what they are called in an address: how these moved, and why they came. */
export const growthRows = {
	lost: { movement: 'lost', cameBy: null },
	shrank: { movement: 'shrank', cameBy: null },
	grew: { movement: 'grew', cameBy: null },
	'new-recommended': { movement: 'new', cameBy: 'recommended' },
	'new-bought': { movement: 'new', cameBy: 'bought' },
	'new-unknown': { movement: 'new', cameBy: 'unknown' },
	'came-back': { movement: 'came back', cameBy: null }
} as const satisfies Record<string, { movement: Movement; cameBy: CameBy | null }>;
export type GrowthRow = keyof typeof growthRows;

export const isGrowthRow = (text: string | null): text is GrowthRow => text !== null && Object.hasOwn(growthRows, text);

/**
 * How last year's revenue became this year's, line by line, to the cent. Revenue last year less what was lost and what
 * shrank, plus what grew, is what last year’s customers brought; with new and returned ones it is this year’s.
 */
export function growthStatementLines(moves: readonly GrowthMove[]): StatementLine[] {
	const { before, retained, earned, bought, unknown, reactivated } = growthTotals(moves);
	const thisYear = retained + earned + bought + unknown + reactivated;
	const share = (minor: number) => (before > 0 ? minor / before : null);
	const total = (name: string, minor: number) => ({ name, minor, share: share(minor), customers: null, isTotal: true });
	const line = (name: string, which: (move: GrowthMove) => boolean, of: (move: GrowthMove) => number) => {
		const own = moves.filter(which);
		const minor = own.reduce((sum, move) => sum + of(move), 0);
		const customers = own.reduce((sum, move) => sum + move.customers, 0);
		return { name, minor, share: share(minor), customers, isTotal: false };
	};
	const ofRow = (name: string, row: GrowthRow, of: (move: GrowthMove) => number) => {
		const { movement, cameBy } = growthRows[row];
		const isOf = (move: GrowthMove) => move.movement === movement && (cameBy === null || move.cameBy === cameBy);
		return { ...line(name, isOf, of), row };
	};
	const moved = (name: string, row: GrowthRow) => ofRow(name, row, (move) => move.now - move.before);
	const came = (name: string, row: GrowthRow) => ofRow(name, row, ({ now }) => now);
	// Whoever got money back last year without having revenue in it is in last year's total, but no customer of it.
	const settled = {
		...line('Given back last year to others', hadNone, ({ before: given }) => -given),
		customers: null
	};

	return [
		total('Revenue last year', before),
		moved('Lost', 'lost'),
		moved('Shrank', 'shrank'),
		moved('Grew', 'grew'),
		...(settled.minor === 0 ? [] : [settled]),
		total('From last year’s customers', retained),
		came('New, recommended', 'new-recommended'),
		came('New, bought', 'new-bought'),
		came('New, source unknown', 'new-unknown'),
		came('Came back', 'came-back'),
		total('Revenue this year', thisYear)
	];
}
