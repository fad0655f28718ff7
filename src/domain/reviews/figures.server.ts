import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Db } from '#platform/db/connect.ts';
import type { Excluded, Figure, Grade, Unit } from '../metrics/figure.ts';
import { notDetectable, priceFigures } from '../money/server.ts';
import type { AfterTheAnswer, PriceFigure } from '../money/server.ts';
import type { Organisation } from '../scope/organisation.ts';
import type { Scope } from '../scope/scope.ts';
import { seriesInScope, weeklyReview } from './weekly-review.server.ts';

/** A figure as programs get it. Money is in minor units of `currency`. `value` is null where there is a `reason`. */
export type PublishedFigure = {
	id: string;
	name: string;
	value: number | null;
	low: number | null;
	high: number | null;
	n: number;
	unit: Unit;
	currency?: string;
	grade?: Grade;
	definition: string;
	population: string;
	excluded: Excluded[];
	reason?: string;
};

/** Every figure of a week's review, by id: what the page shows, from the same code. */
export async function publishedFigures(
	db: Db,
	scope: Scope,
	organisation: Organisation
): Promise<Record<string, PublishedFigure>> {
	const review = await weeklyReview(db, scope, organisation, await seriesInScope(db, scope));
	if (!review) return {};
	const currency = organisation.reportingCurrency;
	const published = [
		...review.figures.map((figure) => fromFigure(figure, currency)),
		...afterwards(review.after, currency),
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

const numbers = (estimate: Estimate | NotEstimable) =>
	estimate.status === 'ok'
		? { value: estimate.value, low: estimate.low, high: estimate.high, n: estimate.n }
		: { value: null, low: null, high: null, n: 0, reason: estimate.reason };

function fromFigure({ definition, estimate, population, excluded, grade }: Figure, currency: string): PublishedFigure {
	const { id, name, unit, meaning, version, interval } = definition;
	return {
		id,
		name,
		...numbers(estimate),
		unit,
		...(unit === 'money' ? { currency } : {}),
		...(grade ? { grade } : {}),
		definition: `${meaning} Interval: ${interval} (version ${version})`,
		population,
		excluded
	};
}

/** A price that cannot be told from nothing is none; its interval stays in view. */
function fromPrice({ isDetectable, ...figure }: PriceFigure, currency: string): PublishedFigure {
	const published = fromFigure(figure, currency);
	return isDetectable || published.value === null ? published : { ...published, value: null, reason: notDetectable };
}

const outcomeMeaning =
	'Mean revenue per customer in the twelve months after the answer, by the score given: each customer’s latest answer that is at least twelve months old and at most three years. As seen: not adjusted for who the customers are. Interval: 95 %, Student, over customers. (version 1)';

const byTheScore =
	'by the score given then. Kaplan-Meier; those last seen earlier count as long as they were seen. Interval: 95 %, log-log. (version 1)';
const stayMeaning = `Share of subscribers still paying twelve months after their first answer, ${byTheScore}`;
const returnMeaning = `Share of customers who bought again within twelve months after their first answer, ${byTheScore}`;

/** What customers did after their answers: money by score and group, and who stayed. */
function afterwards({ asOf, money, stay }: AfterTheAnswer, currency: string): PublishedFigure[] {
	const comesBack = stay.sees === 'who comes back';
	const population = asOf ? `Seen at the end of ${asOf.slice(0, 7)}` : 'nobody';
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
		definition: outcomeMeaning,
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
			const point = curve.status === 'ok' ? curve.points.findLast(({ time }) => time <= 12) : undefined;
			const reachesAYear = curve.status === 'ok' && curve.followedUntil >= 12;
			return {
				id: `${comesBack ? 'coming_back' : 'staying'}.${name.toLowerCase()}`,
				name: `${comesBack ? 'Bought again within' : 'Still customers'} 12 months after their first answer: ${name.toLowerCase()}`,
				...(point && reachesAYear
					? {
							...(comesBack ? complement(point) : { value: point.survival, low: point.low, high: point.high }),
							n: curve.status === 'ok' ? curve.n : 0
						}
					: numbers({
							status: 'not_estimable',
							reason: curve.status === 'ok' ? 'nobody has been followed for a year yet' : curve.reason
						})),
				unit: 'share',
				grade: 'D',
				definition: comesBack ? returnMeaning : stayMeaning,
				population,
				excluded: []
			};
		})
	];
}

const complement = ({ survival, low, high }: { survival: number; low: number | null; high: number | null }) => ({
	value: 1 - survival,
	low: high === null ? null : 1 - high,
	high: low === null ? null : 1 - low
});

const count = (id: string, name: string, value: number, definition: string): PublishedFigure => ({
	id,
	name,
	value,
	low: value,
	high: value,
	n: value,
	unit: 'count',
	definition: `${definition} A count has no interval. (version 1)`,
	population: 'The week and customers in scope',
	excluded: []
});
