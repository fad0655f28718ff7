import { explainedChart, explainedFigure } from '../metrics/explained.ts';
import type { Explained } from '../metrics/explained.ts';
import type { Definition } from '../metrics/figure.ts';
import { atAnswersRate, cameToOneRate } from './experience-at-one-rate.ts';
import { excludedFrom, populationOf, priceFigures, pricedFrom, routeId } from './price-figures.ts';
import type { Series } from '../surveys/series.ts';
import { moneyOf } from './price/in-margin.ts';
import { evidences, isDetectable, priceId } from './price/ladder.ts';
import { routes, whatIf } from './price/routes.ts';
import type { Moves, PricedRoute } from './price/routes.ts';
import { chosenByTheFirst, silentAtRate, whoIsSilent } from './silent-figures.ts';
import type { PriceNow } from './price.server.ts';

/** What stands behind the rungs, the routes and the charts of a price: what has a question mark of its own. By id. */
export type PriceExplained = { figures: Record<string, Explained>; byScore: Explained; byMonth: Explained };

export function priceExplained(
	now: PriceNow,
	series: Series,
	{ payingCustomers, currency }: { payingCustomers: number; currency: string }
): PriceExplained {
	const { price } = now;
	const chart = (definition: Definition) =>
		explainedChart({
			definition,
			population: populationOf(now),
			n: price.status === 'ok' ? price.customers : null,
			excluded: excludedFrom(now),
			grade: 'C',
			...pricedFrom(now)
		});
	const asked = [...evidences.map(priceId), ...routes.map((route) => routeId(route, series.metric))];
	const figures = priceFigures(now, series, payingCustomers).filter(({ definition }) => asked.includes(definition.id));
	return {
		figures: Object.fromEntries(figures.map((figure) => [figure.definition.id, explainedFigure(figure, currency)])),
		byScore: chart(valueByScoreDefinition(moneyOf(now))),
		byMonth: chart(whenItPaysDefinition(moneyOf(now)))
	};
}

const whatIfDefinition = (what: string): Definition => ({
	id: 'what_if',
	version: 2,
	changes: [cameToOneRate(2)],
	name: 'What if',
	unit: 'money',
	meaning: `A year’s ${what} of the customers who would move, by route: what one point by that route is worth, like for like, times the points entered, added up over the routes. It assumes that who moves becomes like those who are there already, and that all who pay could move. Association, not proof.`,
	interval:
		'95%: the ends of the routes’ intervals are added up, since the routes share their customers; wider than it may be, never narrower.'
});

/** What stands behind a what-if; null while no points were entered. */
export function whatIfExplained(
	now: PriceNow,
	{ routes, moves, currency }: { routes: readonly PricedRoute[]; moves: Moves; currency: string }
): Explained | null {
	const estimate = whatIf(routes, moves);
	if (estimate === null) return null;
	const figure = {
		definition: whatIfDefinition(moneyOf(now)),
		estimate,
		population: populationOf(now),
		excluded: excludedFrom(now),
		grade: 'C' as const,
		...pricedFrom(now),
		isDetectable: isDetectable(estimate)
	};
	return explainedFigure(figure, currency);
}

const valueByScoreDefinition = (what: string): Definition => ({
	id: 'value_after_answer',
	version: 3,
	changes: [...chosenByTheFirst, cameToOneRate(3)],
	name: 'Value by score',
	unit: 'money',
	meaning: `Mean ${what} per customer in the twelve months strictly after an answer, by score: the mean of all like customers, and how far those who gave this score lie from their like (same segment, time with us, and what they paid a year). The silent lie beside those like them who answered, of the three years that end with the month seen. ${Object.values(whoIsSilent).join(' ')} ${atAnswersRate} ${silentAtRate} Association, not proof.`,
	interval: '95%, by drawing customers; of the silent, Student over customers.'
});

const whenItPaysDefinition = (what: string): Definition => ({
	id: 'price_of_a_point.by_month',
	version: 2,
	changes: [cameToOneRate(2)],
	name: 'When it pays',
	unit: 'money',
	meaning: `Difference of ${what} in each single month around the answer for one more point, among customers alike in segment, time with us and what they paid a year; divided by the reliability of single answers where that is known. Before the answer there should be nothing: it could not have caused it. ${atAnswersRate}`,
	interval: '95%, errors clustered by customer.'
});
