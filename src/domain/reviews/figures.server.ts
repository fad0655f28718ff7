import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Db } from '#platform/db/connect.ts';
import { month } from '#ui/format/time.ts';
import { comingBackDefinition, revenueAfterAnswerDefinition, stayingDefinition } from '../money/chart-definitions.ts';
import type { Definition, Figure } from '../metrics/figure.ts';
import { complementOf, stillThere } from '../money/staying.ts';
import { fixFirstFigures } from '../money/fix-first/figures.ts';
import { figuresOf, moneyStatements, notDetectable, priceFigures, whatIsKnown } from '../money/server.ts';
import type { AfterTheAnswer, PriceFigure } from '../money/server.ts';
import { addDays } from '../scope/calendar.ts';
import type { Organisation } from '../scope/organisation.ts';
import type { Scope } from '../scope/scope.ts';
import { numbers } from './published.ts';
import type { PublishedFigure } from './published.ts';
import { saidAndDid } from './published-deeds.ts';
import { seriesInScope, weeklyReview } from './weekly-review.server.ts';

/** Every figure of a week's review, by id: what the page shows, from the same code. */
export async function publishedFigures(
	db: Db,
	scope: Scope,
	organisation: Organisation,
	today: string
): Promise<Record<string, PublishedFigure>> {
	const found = await seriesInScope(db, scope);
	const review = await weeklyReview(db, scope, organisation, found, today);
	if (!found || !review) return {};
	const revenueThrough = (await whatIsKnown(db))?.revenueThrough ?? null;
	const statements = await moneyStatements(db, scope, found.series, {
		revenueThrough,
		knownThrough: addDays(today, -1)
	});
	const currency = organisation.reportingCurrency;
	const published = [
		// What is on both pages is told as the strip judges it.
		...[...figuresOf(statements), ...review.figures].map((figure) => fromFigure(figure, currency)),
		...saidAndDid(statements.said),
		...afterwards(review.after, currency),
		...fixFirstFigures(review.fixFirst).map((figure) => fromFigure(figure, currency)),
		...priceFigures(review.price, review.series, review.payingCustomers).map((figure) => fromPrice(figure, currency)),
		count(
			'answers_this_week',
			'Answers this week',
			review.answersThisWeek,
			'Every answer of the week, with a score or not.'
		),
		count('paying_customers', 'Paying customers', review.payingCustomers, 'Customers who pay at the end of the week.')
	];
	return Object.fromEntries(published.map((figure) => [figure.id, figure]));
}

const inWords = ({ meaning, interval, version }: Definition) => `${meaning} Interval: ${interval} (version ${version})`;

function fromFigure(
	{ definition, estimate, population, excluded, grade, movement }: Figure,
	currency: string
): PublishedFigure {
	const { id, name, unit } = definition;
	return {
		id,
		name,
		...numbers(estimate),
		unit,
		...(unit === 'money' ? { currency } : {}),
		...(grade ? { grade } : {}),
		definition: inWords(definition),
		version: definition.version,
		population,
		excluded,
		...(movement ? { movement } : {})
	};
}

/** A price that cannot be told from nothing is none; its interval stays in view. */
function fromPrice({ isDetectable, ...figure }: PriceFigure, currency: string): PublishedFigure {
	const published = fromFigure(figure, currency);
	return isDetectable || published.value === null ? published : { ...published, value: null, reason: notDetectable };
}

/** What customers did after their answers: money by score and group, and who stayed. */
function afterwards({ asOf, money, stay }: AfterTheAnswer, currency: string): PublishedFigure[] {
	const comesBack = stay.sees === 'who comes back';
	const population = asOf ? `Seen at the end of ${month(asOf)}` : 'nobody';
	const outcome = (
		key: string,
		name: string,
		estimate: Estimate | NotEstimable,
		customers: number
	): PublishedFigure => ({
		id: `revenue_after_answer.${key}`,
		name: `Revenue in the 12 months after the answer: ${name}`,
		...numbers(estimate),
		n: customers,
		unit: 'money',
		currency,
		grade: 'D',
		definition: inWords(revenueAfterAnswerDefinition),
		version: revenueAfterAnswerDefinition.version,
		population,
		excluded: []
	});
	return [
		...money.byScore.map(({ score, revenue, customers }) =>
			outcome(String(score), `score ${score}`, revenue, customers)
		),
		...money.byGroup.map(({ name, revenue, customers }) =>
			outcome(name.toLowerCase(), name.toLowerCase(), revenue, customers)
		),
		...stay.groups.map(({ name, curve }): PublishedFigure => {
			const there = stillThere(curve, 12);
			return {
				id: `${comesBack ? 'coming_back' : 'staying'}.${name.toLowerCase()}`,
				name: `${comesBack ? 'Bought again within' : 'Still customers'} 12 months after their first answer: ${name.toLowerCase()}`,
				...numbers(comesBack ? complementOf(there) : there),
				unit: 'share',
				grade: 'D',
				definition: inWords(comesBack ? comingBackDefinition : stayingDefinition),
				version: (comesBack ? comingBackDefinition : stayingDefinition).version,
				population,
				excluded: []
			};
		})
	];
}

const count = (id: string, name: string, value: number, definition: string): PublishedFigure => ({
	id,
	name,
	value,
	low: value,
	high: value,
	n: value,
	unit: 'count',
	definition: `${definition} A count has no interval. (version 1)`,
	version: 1,
	population: 'The week and customers in scope',
	excluded: []
});
