import type { Asked } from './asking.ts';
import { dayOf } from './calendar.ts';
import { type Chance, chanceFor } from './chance.ts';
import { type Effect, hazardRatioPerPoint, type Segment, segments } from './model.ts';
import { expectedRevenue, type Moment, momentOf } from './expected-revenue.ts';

/** A figure averaged over customers, each counted once, and over their answers, where who is asked oftener weighs more. */
export type Averaged = { byCustomer: number; byAnswer: number };

/**
 * What was planted in the demo company, so that what the product finds can be held against it.
 *
 * **The model** (`model.ts` holds its numbers). A customer has an attitude a on 0-10 that moves month by month:
 *
 *     a = usual(segment, region, recommended, months with us) + x,   x' = ρ·x + σ·√(1−ρ²)·ε,   ρ = 0.988, σ = 1.45
 *
 * At the end of a month (of a year, for those who pay a year ahead) they leave with chance
 * base(segment, months with us, engaged) · exp(−γ·(a − 8.2)), γ = 0.55; the monthly amount goes up by 4% with chance
 * up(segment) · exp(η·(a − 8.2)), η = 0.04, or down by 4% with a chance that attitude does not touch. An answer is
 * round(a + occasion + person + moment), clipped to the scale: person ~ N(0, 0.7²) stays with a contact, moment ~
 * N(0, 0.9²) is of the single answer, three answers in a hundred have a bad day (−3.5), and three in ten of those
 * below 4.5 are angry and choose three less. Whom we ask depends on none of this. Who answers depends on attitude
 * (e^0.07 a point) and on being engaged, and the idle leave twice as often: the silent leave more.
 *
 * **Why the eye is misled.** Larger and longer customers think better of us, pay more and stay anyway, so revenue as
 * seen by score overstates what a point does. Within segment × tenure × revenue of the year before, the slope on the
 * score divided by `reliability` comes near `revenuePerPoint`: over ten seeds 1.06 times it on average, between 0.6 and
 * 1.4 in a single company, since a thousand large customers are few. (A little above, because who is happy now was
 * mostly happy last year too and has grown a little since, which no band of past revenue takes out.)
 *
 * **What is true.** For each answer to the relationship survey whose twelve months are over, the model itself expects
 * the revenue of the year after it (shared out by the days that lines serve), once from half a point above the
 * attitude they had and once from half a point below, along the same later shocks and their mirror image. Leaving and
 * growing are averaged exactly; nothing is fitted to what was generated. With effect 'none' γ = η = 0.
 *
 * **To be found in the feed.** Onboarding in EMEA got worse eight weeks ago; invoices of EMEA customers carry wrong
 * VAT numbers again and again; support in Asia Pacific got better twenty weeks ago. See `story.ts`.
 */
export type PlantedTruth = {
	effect: Effect;
	/** Expected change of revenue in the 12 months after an answer, in cents, when attitude is one point higher. */
	revenuePerPoint: Averaged;
	/** The same in each segment, by answer. */
	revenuePerPointIn: Record<Segment, number>;
	/**
	 * Expected change of revenue in 12 months, in cents a customer, when all who answered felt as one group does rather
	 * than as another: at five attitudes typical of the group within their segment.
	 */
	routes: { detractorToPassive: number; passiveToPromoter: number; detractorToPromoter: number };
	/** The month's risk of leaving is multiplied by this with each point of attitude. */
	hazardRatioPerPoint: number;
	/** λ = cov(attitude, score) / var(score), within segment × tenure band: slope on the score ÷ λ = slope on attitude. */
	reliability: number;
	/** Relationship answers whose 12 months are over, and the customers who gave them. */
	answers: number;
	customers: number;
};

type Known = Moment & { score: number; customer: number };

export function plantedTruth(
	asked: readonly Asked[],
	{ today, seed, effect }: { today: number; seed: number; effect: Effect }
): PlantedTruth {
	const all = asked.flatMap(({ touchpoint, customer, answer }): Known[] => {
		const moment = touchpoint === 'relationship' && answer ? momentOf(customer, dayOf(answer.at)) : null;
		return moment && answer ? [{ ...moment, score: answer.score, customer: customer.number }] : [];
	});
	const complete = all.filter(({ day }) => day + 365 <= today);
	const perPoint = complete.map((moment, i) => {
		const shocks = twelve(chanceFor(seed, 'truth', i));
		const from = (shift: number) => expectedRevenue(moment, moment.distance + shift, shocks, effect);
		return from(0.5) - from(-0.5);
	});
	const last = [...new Map(complete.map((known) => [known.customer, known])).values()];

	return {
		effect,
		revenuePerPoint: { byCustomer: meanOfMeans(complete, perPoint), byAnswer: mean(perPoint) },
		revenuePerPointIn: bySegment((segment) => mean(perPoint.filter((_, i) => complete[i].who.segment === segment))),
		routes: routes(complete, last, seed, effect),
		hazardRatioPerPoint: hazardRatioPerPoint(effect),
		reliability: reliability(all),
		answers: complete.length,
		customers: last.length
	};
}

const twelve = (chance: Chance) => Array.from({ length: 12 }, () => chance.normal());
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
const bySegment = <T>(of: (segment: Segment) => T) =>
	Object.fromEntries(segments.map((s) => [s, of(s)])) as Record<Segment, T>;

function meanOfMeans(moments: readonly Known[], values: readonly number[]): number {
	const own = Map.groupBy(
		values.map((value, i) => ({ value, customer: moments[i].customer })),
		({ customer }) => customer
	);
	return mean([...own.values()].map((answers) => mean(answers.map(({ value }) => value))));
}

const groupOf = (score: number) => (score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor');

function routes(
	complete: readonly Known[],
	customers: readonly Known[],
	seed: number,
	effect: Effect
): PlantedTruth['routes'] {
	const typicalOf = (group: ReturnType<typeof groupOf>) =>
		bySegment((segment) => fifths(complete.filter((k) => k.who.segment === segment && groupOf(k.score) === group)));
	const typical = [typicalOf('detractor'), typicalOf('passive'), typicalOf('promoter')];
	const comparable = customers.filter(({ who }) => typical.every((group) => group[who.segment].length > 0));

	const [detractor, passive, promoter] = typical.map((group) =>
		mean(
			comparable.map((moment, i) => {
				const shocks = twelve(chanceFor(seed, 'routes', i));
				return mean(group[moment.who.segment].map((a) => expectedRevenue(moment, a - moment.usual, shocks, effect)));
			})
		)
	);

	return {
		detractorToPassive: passive - detractor,
		passiveToPromoter: promoter - passive,
		detractorToPromoter: promoter - detractor
	};
}

/** The attitudes in the middle of each fifth of a group. */
function fifths(group: readonly Known[]): number[] {
	const sorted = group.map(({ attitude }) => attitude).sort((a, b) => a - b);
	return sorted.length === 0 ? [] : [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => sorted[Math.floor(share * sorted.length)]);
}

/** Years with us, as the strata of like customers have it. */
export const tenureBand = (months: number): number => (months < 12 ? 0 : months < 24 ? 1 : months < 48 ? 2 : 3);

function reliability(answers: readonly Known[]): number {
	const strata = Map.groupBy(answers, ({ who, months }) => `${who.segment} ${tenureBand(months)}`);
	let covariance = 0;
	let variance = 0;
	for (const members of strata.values()) {
		const [attitude, score] = [mean(members.map((k) => k.attitude)), mean(members.map((k) => k.score))];
		for (const k of members) {
			covariance += (k.attitude - attitude) * (k.score - score);
			variance += (k.score - score) ** 2;
		}
	}
	return covariance / variance;
}
