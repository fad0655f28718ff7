import type { NotEstimable } from '#stats/estimate.ts';
import type { Price } from './price.ts';
import { scaled } from './routes.ts';
import type { SilentGroup } from './silent.ts';

/** What is priced, in a word. */
export const moneyOf = ({ margin }: { margin: number | null }): 'revenue' | 'margin' =>
	margin === null ? 'revenue' : 'margin';

type Priced = { price: Price | NotEstimable; silent: SilentGroup[] };

/**
 * A price in margin instead of revenue: all that is money, times the share of revenue that is left after costs. The same
 * share for everybody changes no comparison, so shares, tests and counts stay as they are. Null: no margin is known.
 */
export function inMargin<Found extends Priced>(found: Found, margin: number | null): Found {
	if (margin === null) return found;
	const silent = found.silent.map((group) => ({ ...group, value: scaled(group.value, margin) }));
	return { ...found, silent, price: found.price.status === 'ok' ? priceInMargin(found.price, margin) : found.price };
}

function priceInMargin({ likeForLike: like, overTime, withoutTen, lag, ...price }: Price, margin: number): Price {
	return {
		...price,
		likeForLike: {
			...like,
			asSeen: scaled(like.asSeen, margin),
			perPointAnswered: scaled(like.perPointAnswered, margin),
			perPoint: scaled(like.perPoint, margin),
			lowToMiddle: scaled(like.lowToMiddle, margin),
			middleToHigh: scaled(like.middleToHigh, margin),
			lowToHigh: scaled(like.lowToHigh, margin),
			stepsApart: scaled(like.stepsApart, margin),
			byScore: like.byScore.map((score) => ({ ...score, value: scaled(score.value, margin) }))
		},
		overTime: {
			...overTime,
			perPoint: scaled(overTime.perPoint, margin),
			placebo: overTime.placebo && { ...overTime.placebo, value: margin * overTime.placebo.value }
		},
		withoutTen: withoutTen === null ? null : margin * withoutTen,
		lag: {
			months: lag.months.map(({ month, perPoint }) => ({ month, perPoint: scaled(perPoint, margin) })),
			before: scaled(lag.before, margin)
		}
	};
}
