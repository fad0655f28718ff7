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
};

/**
 * How last year's revenue became this year's, line by line, to the cent. Revenue last year less what was lost and what
 * shrank, plus what grew, is kept; with new and returned customers it is revenue this year.
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
	const moved = (name: string, movement: Movement) =>
		line(
			name,
			(move) => move.movement === movement,
			(move) => move.now - move.before
		);
	const isNew = (name: string, cameBy: CameBy) =>
		line(
			name,
			(move) => move.movement === 'new' && move.cameBy === cameBy,
			({ now }) => now
		);
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
		total('Kept', retained),
		isNew('New, recommended', 'recommended'),
		isNew('New, bought', 'bought'),
		isNew('New, source unknown', 'unknown'),
		line(
			'Came back',
			(move) => move.movement === 'came back',
			({ now }) => now
		),
		total('Revenue this year', thisYear)
	];
}
