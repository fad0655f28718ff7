import { notEstimable } from '#stats/estimate.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { earnedGrowth } from '#stats/revenue/earned-growth.ts';
import type { GrowthStatement } from '#stats/revenue/growth-statement.ts';
import type { Change, Definition } from '../metrics/figure.ts';
import { differenceOf } from './change.ts';
import { ratioOfSums } from './ratio-of-sums.ts';

export type Movement = 'lost' | 'shrank' | 'same' | 'grew' | 'new' | 'came back';
export type CameBy = 'recommended' | 'bought' | 'unknown';

/** Customers who moved alike between two times of twelve months, and their revenue in both, in minor units. */
export type GrowthMove = {
	movement: Movement;
	cameBy: CameBy;
	customers: number;
	before: number;
	now: number;
	beforeSquared: number;
	nowSquared: number;
	beforeTimesNow: number;
};

const sum = (moves: readonly GrowthMove[], of: (move: GrowthMove) => number) =>
	moves.reduce((total, move) => total + of(move), 0);

export const hadRevenueBefore = ({ movement }: GrowthMove) => movement !== 'new' && movement !== 'came back';
const isNew = (cameBy: CameBy) => (move: GrowthMove) => move.movement === 'new' && move.cameBy === cameBy;

/** This year's revenue by where it came from, beside last year's: as `earnedGrowth` wants it. */
export function growthTotals(moves: readonly GrowthMove[]): GrowthStatement {
	const nowOf = (which: (move: GrowthMove) => boolean) => sum(moves.filter(which), ({ now }) => now);
	return {
		before: sum(moves, ({ before }) => before),
		retained: nowOf(hadRevenueBefore),
		earned: nowOf(isNew('recommended')),
		bought: nowOf(isNew('bought')),
		unknown: nowOf(isNew('unknown')),
		reactivated: nowOf(({ movement }) => movement === 'came back'),
		customers: sum(moves, ({ customers }) => customers)
	};
}

/** Earned growth with its range, and its share of all growth; either may be a dash with its reason. */
export type EarnedGrowthEstimate = {
	rate: Estimate | NotEstimable;
	ratio: Estimate | NotEstimable;
	totalGrowth: number | null;
};

const noBase = 'no revenue was left in the twelve months before';

/**
 * The range goes from all unknown new customers bought to all of them recommended, and each end is widened by the chance
 * of which customers there were: a ratio of sums over customers, linearised. The value splits the unknown as the answered.
 */
export function earnedGrowthOf(moves: readonly GrowthMove[]): EarnedGrowthEstimate {
	const told = earnedGrowth(growthTotals(moves));
	if (told.status !== 'ok') return { rate: told, ratio: told, totalGrowth: null };
	const { rate, ratio, totalGrowth } = told;
	const least = end(moves, (move) => hadRevenueBefore(move) || isNew('recommended')(move));
	const most = end(moves, (move) => hadRevenueBefore(move) || isNew('recommended')(move) || isNew('unknown')(move));
	if (rate.status !== 'ok') return { rate, ratio, totalGrowth };
	if (least.status !== 'ok') return { rate: least, ratio, totalGrowth };
	if (most.status !== 'ok') return { rate: most, ratio, totalGrowth };
	const untold = least.noInterval ?? most.noInterval;
	if (untold) return { rate: notEstimable(untold), ratio, totalGrowth };
	const { value, n } = rate;
	return { rate: { status: 'ok', value, low: least.low - 1, high: most.high - 1, n }, ratio, totalGrowth };
}

/** NRR and the new revenue that is counted as earned, over last year's revenue. */
const end = (moves: readonly GrowthMove[], counts: (move: GrowthMove) => boolean) => {
	const counted = moves.filter(counts);
	return ratioOfSums(
		{
			customers: sum(moves, ({ customers }) => customers),
			above: sum(counted, ({ now }) => now),
			below: sum(moves, ({ before }) => before),
			aboveSquared: sum(counted, ({ nowSquared }) => nowSquared),
			belowSquared: sum(moves, ({ beforeSquared }) => beforeSquared),
			aboveTimesBelow: sum(counted, ({ beforeTimesNow }) => beforeTimesNow)
		},
		{ noBase, who: 'with revenue in either year' }
	);
};

/** New customers of whom nobody has said why they came. */
export const unknownNew = (moves: readonly GrowthMove[]): number =>
	sum(moves.filter(isNew('unknown')), ({ customers }) => customers);

/** Against the year before; half the range of either counts as doubt, which makes this cautious. */
export const earnedGrowthChange = (before: readonly GrowthMove[], now: readonly GrowthMove[]): Change | null =>
	differenceOf(earnedGrowthOf(before).rate, earnedGrowthOf(now).rate, 'a year before');

export const earnedGrowthDefinition: Definition = {
	id: 'earned_growth',
	version: 1,
	name: 'Earned growth',
	unit: 'share',
	meaning:
		'This year’s revenue from last year’s customers, plus that from new customers who came by recommendation, over last year’s total revenue, less 100%. Years are twelve complete months. New customers of unknown source are split as those whose source is known; customers who came back are in neither. All of it is actual revenue, in other currencies at the rates of the days of booking: what rates did is in it, also in the part of last year’s customers, which is no net revenue retention at constant currency.',
	interval:
		'From counting all new customers of unknown source as bought to counting all as recommended, each end widened by its 95% interval: ratio of sums over customers, linearised.'
};
