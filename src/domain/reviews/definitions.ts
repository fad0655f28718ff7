import { inMonth, loyaltyVersions } from '../metrics/definitions/loyalty.ts';
import { definitionOn } from '../metrics/definitions/versions.ts';
import type { Definition } from '../metrics/figure.ts';
import { priceFigures } from '../money/price-figures.ts';
import { evidences, priceId } from '../money/price/ladder.ts';
import { isRedefined } from './since.ts';
import type { WeeklyReview } from './weekly-review.server.ts';

type Shown = Pick<WeeklyReview, 'figures' | 'months' | 'after' | 'fixFirst' | 'fixThemes'>;

/** The definitions that a review's own figures and charts carry, each once, by their texts of then. */
export function definitionsOf({ figures, months, after, fixFirst, fixThemes }: Shown): Definition[] {
	const charts = [after.money.about, after.stay.about, months.loyalty.about, fixFirst?.about, fixThemes?.about];
	const all = [
		...figures.map(({ definition }) => definition),
		...charts.flatMap((about) => (about ? [about.definition] : []))
	];
	return [...new Map(all.map((definition) => [definition.id, definition])).values()];
}

const onTheLadder = new Set(evidences.map(priceId));

/** The same with those of the price of a point, rung by rung, which are written anew wherever it is shown. */
export const definitionsShown = (review: WeeklyReview): Definition[] => [
	...definitionsOf(review),
	...priceFigures(review.price, review.series, review.payingCustomers)
		.map(({ definition }) => definition)
		.filter(({ id }) => onTheLadder.has(id))
];

/**
 * The definitions by which the same figures would be told of a week that ends today. A score keeps the definition that
 * held at the end of its week, so that is asked for apart; everything else is told by one definition at a time.
 */
export function definitionsToday(live: WeeklyReview, today: string): Definition[] {
	const versioned = loyaltyVersions[live.series.metric];
	const score = definitionOn(versioned, today);
	const byMonth = { ...score, id: `${score.id}_by_month`, meaning: inMonth(score.meaning) };
	const current = new Map([score, byMonth].map((definition) => [definition.id, definition]));
	return definitionsOf(live).map((definition) => {
		const now = current.get(definition.id);
		return now ? { ...definition, ...now, name: definition.name } : definition;
	});
}

/** A figure that was told by one definition then and is told by another now: of another version, or in other words. */
export type Redefined = { then: Definition; now: Definition };

export const redefinedSince = (then: readonly Definition[], now: readonly Definition[]): Redefined[] =>
	then.flatMap((before) => {
		const today = now.find(({ id }) => id === before.id);
		return today && isRedefined(before, today) ? [{ then: before, now: today }] : [];
	});
