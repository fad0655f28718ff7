import { notEstimable } from '#stats/estimate.ts';
import { count, percent } from '#ui/format/number.ts';
import { month } from '#ui/format/time.ts';
import type { Definition, Figure } from '../metrics/figure.ts';
import { groupName } from '../metrics/groups.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import { atAnswersRate, cameToOneRate, convertedText } from './experience-at-one-rate.ts';
import type { Day } from './experience-at-one-rate.ts';
import { metricName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { evidenceName, isDetectable, ladder, noExperiment, priceId } from './price/ladder.ts';
import type { Evidence } from './price/ladder.ts';
import type { Found } from './price/intervals.ts';
import { pricedRoutes, routeEnds } from './price/routes.ts';
import type { Route } from './price/routes.ts';
import type { PriceNow } from './price.server.ts';
import { silentFigures } from './silent-figures.ts';
import { moneyOf } from './price/in-margin.ts';

/** A figure, and whether its interval tells it apart from nothing. */
export type PriceFigure = Figure & { isDetectable: boolean };

const drawn =
	'95%, percentiles of 2,000 draws of customers, spread to the interval of a grouped jackknife where that is wider.';

/** Version 2 of all that is priced. */
const changes = [cameToOneRate(2)];

const outcomeOf = ({ margin }: PriceNow) =>
	`${margin === null ? 'Revenue' : `Margin (${percent(margin)} of revenue)`} of the twelve months strictly after the answer`;

const meaningsOf = (outcome: string): Record<Evidence, string> => ({
	'as-seen': `${outcome}, by score: the straight line through all answers whose year is over, each customer counted once. Who the customers are is not taken out. ${atAnswersRate}`,
	'like-for-like': `${outcome}, per point among customers alike in segment, time with us and what they paid a year when they answered, each such group counting by its customers; divided by the reliability of single answers, so that it is the price of a point that is felt and would be answered again. ${atAnswersRate}`,
	'over-time': `${outcome}, when the same customer’s answer is one point higher: two-way fixed effects of customers and quarters. Not corrected for how much single answers wander, which hides much here. Money in another currency counts at the rate of the day of the customer’s first answer, for all of their answers.`,
	experiment: `${outcome.replace('strictly after the answer', 'from the start of a bet with a randomised hold-out')}: what the bet did to it, over what it did to the mean answer (Wald’s ratio). The bet may have done something to the money that did not go by way of the score, and that is in it. Money counts as it was booked: the draw shares every currency out to both groups, and what a bet measures stays as it was set down before it began.`
});
const intervalOf: Record<Evidence, string> = {
	'as-seen': drawn,
	'like-for-like': drawn,
	'over-time': '95%, Student, errors clustered by customer.',
	experiment: '95%, Fieller, errors clustered by account.'
};

/** What a point is worth as figures: the ladder of evidence, the routes, how steady answers are, value by score. */
export function priceFigures(now: PriceNow, series: Series, payingCustomers: number): PriceFigure[] {
	const { price, experiment } = now;
	const population = populationOf(now);
	const figure = (definition: Definition, estimate: Found, grade?: Figure['grade']): PriceFigure => ({
		definition,
		estimate,
		population,
		excluded: excludedFrom(now),
		...pricedFrom(now),
		...(grade ? { grade } : {}),
		isDetectable: definition.unit === 'share' || isDetectable(estimate)
	});
	const rungs = ladder(price, experiment).map(({ evidence, grade, price: estimate }) => ({
		...figure(rungDefinition(evidence, series, outcomeOf(now)), estimate, grade),
		...(evidence === 'over-time' ? { population: populationOf(now, 'the customer’s first answer') } : {}),
		...(evidence === 'experiment' ? ofExperiment(now) : {})
	}));
	const routes = pricedRoutes(price, series.metric, payingCustomers).map(({ route, perYear }) =>
		figure(routeDefinition(route, series, { customers: payingCustomers, what: moneyOf(now) }), perYear, 'C')
	);
	const reasonless = price.status === 'ok' ? null : notEstimable(price.reason);
	const like = price.status === 'ok' ? price.likeForLike : null;
	return [
		...rungs,
		figure(perPointAnswered(series), reasonless ?? like!.perPointAnswered, 'C'),
		...routes,
		figure(reliability(series), reasonless ?? like!.reliability),
		figure(paidBeforeDefinition, now.before, 'D'),
		...(like?.byScore ?? []).map(({ score, value, answers }) =>
			figure(valueDefinition(score, moneyOf(now)), countedIn(value, answers), 'C')
		),
		...silentFigures(now)
	];
}

/** All were drawn again for its interval, and it speaks of those who gave one score. */
const countedIn = (value: Found, n: number): Found => (value.status === 'ok' ? { ...value, n } : value);

/** A bet speaks of its own customers, not of those whose answers the other rungs are made of. */
const ofExperiment = ({ experiment }: PriceNow): Pick<Figure, 'population' | 'excluded' | 'period' | 'source'> => ({
	population: experiment?.told || noExperiment,
	excluded: [],
	period: undefined,
	source: undefined
});

export function populationOf({ price, asOf, every, converted }: PriceNow, day: Day = 'the answer'): string {
	if (price.status !== 'ok') return 'nobody';
	const sampled = every > 1 ? `, one customer in ${every}` : '';
	const at = converted ? `. ${convertedText(converted, day)}` : '';
	return `${count(price.customers, 'customer')} who answered one to three years before the end of ${month(asOf!)}, ${count(price.answers, 'answer')}${sampled}${at}`;
}

/** The answers, and the year after the last of them. */
export const pricedFrom = ({ asOf, source }: PriceNow): Pick<Figure, 'period' | 'source'> =>
	asOf === null || source === null
		? {}
		: { period: { from: addMonths(asOf, -35), to: addDays(addMonths(asOf, 1), -1) }, source };

export const excludedFrom = ({ price, hadLeft }: PriceNow): Figure['excluded'] =>
	[
		{
			count: price.status === 'ok' ? price.unmatched : 0,
			why: 'answers of customers like nobody who answered otherwise'
		},
		{ count: hadLeft, why: 'answers of customers who had already left' }
	].filter(({ count }) => count > 0);

const inMoney = (id: string, name: string, meaning: string, interval: string): Definition => ({
	id,
	version: 2,
	changes,
	name,
	unit: 'money',
	meaning,
	interval
});

const rungDefinition = (evidence: Evidence, { metric }: Series, outcome: string): Definition => ({
	...inMoney(
		priceId(evidence),
		`Price of a point of ${metricName[metric] === 'NPS' ? '0–10' : metricName[metric]}: ${evidenceName[evidence].toLowerCase()}`,
		meaningsOf(outcome)[evidence],
		intervalOf[evidence]
	),
	...(evidence === 'over-time' ? { changes: [cameToOneRate(2, 'the customer’s first answer')] } : {}),
	...(evidence === 'experiment' ? { version: 1, changes: undefined } : {})
});

const perPointAnswered = ({ metric }: Series): Definition =>
	inMoney(
		'price_of_a_point.per_point_answered',
		`Price of a point of ${metric === 'nps' ? '0–10' : metricName[metric]} as answered, like for like`,
		'The like-for-like price before it is divided by the reliability of single answers.',
		drawn
	);

/** By which a route's price is known as a figure. */
export const routeId = (route: Route, metric: Series['metric']): string =>
	`price_of_a_point.${[routeEnds[route].from, routeEnds[route].to].map((end) => groupName(metric, end).toLowerCase()).join('_to_')}`;

function routeDefinition(
	route: Route,
	{ metric }: Series,
	{ customers, what: money }: { customers: number; what: string }
): Definition {
	const [from, to] = [routeEnds[route].from, routeEnds[route].to].map((end) => groupName(metric, end).toLowerCase());
	const share = metric === 'nps' && route === 'lowToHigh' ? '0.005' : '0.01';
	const what = metric === 'nps' ? 'One NPS point' : `One customer in a hundred`;
	return inMoney(
		routeId(route, metric),
		`${what} a year: ${from} to ${to}`,
		`${share} × ${count(customers, 'paying customer')} × the difference of their mean ${money} in the year after the answer, like for like.`,
		drawn
	);
}

const paidBeforeDefinition: Definition = inMoney(
	'price_of_a_point.before',
	'Revenue in the 12 months before the answer, per point',
	'The same line through the revenue of the year before: below zero, those who answered worse had already paid more.',
	'95%, errors clustered by customer.'
);

const reliability = ({ metric }: Series): Definition => ({
	id: 'price_of_a_point.reliability',
	version: 1,
	name: `Reliability of single ${metricName[metric]} answers`,
	unit: 'share',
	meaning:
		'How much of a difference between like customers’ answers is there in the same persons’ answers before, at most a year earlier.',
	interval: drawn
});

const valueDefinition = (score: number, what: string): Definition =>
	inMoney(
		`value_after_answer.${score}`,
		`${what[0].toUpperCase()}${what.slice(1)} in the 12 months after, like for like: score ${score}`,
		'Mean of all like customers, and how far those who gave this answer lie from their like.',
		drawn
	);
