import { money } from '#ui/format/money.ts';
import { number, percent } from '#ui/format/number.ts';
import { groupName } from '../../metrics/groups.ts';
import type { Series } from '../../surveys/series.ts';
import type { Metric } from '../../surveys/survey.ts';
import type { NotEstimable } from '#stats/estimate.ts';
import { isBeingWorkedOut } from '../price/asked.ts';
import { isDetectable, noExperiment } from '../price/ladder.ts';
import type { Evidence, Experiment, Rung } from '../price/ladder.ts';
import type { Found } from '../price/intervals.ts';
import type { Price } from '../price/price.ts';
import { routeEnds } from '../price/routes.ts';
import type { PricedRoute, Route } from '../price/routes.ts';

type Part = { text: string; isMoney?: boolean };

const point: Record<Metric, string> = {
	nps: 'One more point of likelihood to recommend',
	csat: 'One more point of satisfaction',
	ces: 'One more point of ease'
};
/** The scale a point is on. */
export const scaleText: Record<Metric, string> = { nps: '0–10', csat: '1–5', ces: '1–7' };

export const intervalText = (found: Found, currency: string): string =>
	found.status === 'ok' ? `${money(found.low, currency)} to ${money(found.high, currency)}` : found.reason;

/** The price in a sentence. Everything short of an experiment 'goes with'; null where it cannot be told from nothing. */
export function priceSentence(
	{ price, isDetectable: told }: Rung,
	{ metric }: Series,
	{ currency, what }: { currency: string; what: 'revenue' | 'margin' }
): Part[] | null {
	if (price.status !== 'ok' || !told) return null;
	return [
		{ text: `${point[metric]} goes with ` },
		{ text: money(Math.abs(price.value), currency), isMoney: true },
		{ text: ` ${price.value > 0 ? 'more' : 'less'} ${what} per customer in the year after` }
	];
}

/** What a rung leaves open. */
export function doubt(
	evidence: Evidence,
	price: Price | NotEstimable,
	currency: string,
	experiment?: Experiment
): string {
	if (evidence === 'experiment' && experiment) return experimentDoubt(experiment);
	if (isBeingWorkedOut({ price })) return 'What a point is worth is being worked out, which takes some seconds.';
	if (price.status !== 'ok') return `Not detectable in this data: ${price.reason}.`;
	return {
		'as-seen': () =>
			'As seen: who the customers are is still in it; the large and the old may simply score higher. Association, not proof.',
		'like-for-like': () => likeForLikeDoubt(price, currency),
		'over-time': () => overTimeDoubt(price),
		experiment: () => noBetYet
	}[evidence]();
}

const noBetYet = 'No finished bet with a randomised hold-out tells it yet.';

/** A bet that was judged and tells no price says why. */
function experimentDoubt({ perPoint, told, bet }: Experiment): string {
	if (bet) return `${told} Chance decided who got it.`;
	if (perPoint.status === 'ok' || perPoint.reason === noExperiment) return noBetYet;
	return `${perPoint.reason[0].toUpperCase()}${perPoint.reason.slice(1)}.`;
}

function likeForLikeDoubt(price: Price, currency: string): string {
	return [
		'Compared within segment, time with us and yearly revenue.',
		whoTheyAre(price, currency),
		steadiness(price, currency),
		hiddenCause(price)
	]
		.filter(Boolean)
		.join(' ');
}

/** How much of what is seen is who the customers are; both per point answered, so that like stands beside like. */
function whoTheyAre({ likeForLike: { asSeen, perPointAnswered } }: Price, currency: string): string {
	if (asSeen.status !== 'ok' || perPointAnswered.status !== 'ok' || asSeen.low <= 0) return '';
	const share = 1 - perPointAnswered.value / asSeen.value;
	const seen = `As seen, a point answered goes with ${money(asSeen.value, currency)}`;
	return share > 0 && share < 1
		? `${seen}: ${percent(share, 0)} of that is who the customers are, not what they felt.`
		: `${seen}.`;
}

function steadiness({ likeForLike: { reliability, perPointAnswered } }: Price, currency: string): string {
	if (reliability.status !== 'ok' || perPointAnswered.status !== 'ok') return '';
	return `Single answers wander: ${percent(reliability.value, 0)} of a difference is there again when the same people answer again, so that ${money(perPointAnswered.value, currency)} per point answered stands for more per point felt.`;
}

/** The E-value in words, beside how much was already held equal. */
export function hiddenCause({ hidden, likeForLike }: Price): string {
	if (!hidden || !isDetectable(likeForLike.lowToHigh)) return 'Association, not proof.';
	return `Association, not proof: a hidden cause that makes both a high answer and the money ${number(hidden.value, 1)} times as likely would explain it away; ${number(hidden.limit, 1)} times as likely would leave it within noise.`;
}

function overTimeDoubt({ overTime: { switchers, placebo, trouble } }: Price): string {
	const moved = `${number(switchers)} customers whose answer moved.`;
	if (trouble) return `${moved} Not told: ${trouble}.`;
	return `${moved} ${placeboText(placebo)} What people feel moves slowly and single answers wander, so that much hides here: nothing found is no proof of nothing.`;
}

export const placeboText = (placebo: Price['overTime']['placebo']): string =>
	placebo === null
		? 'No placebo possible.'
		: `Placebo ${placebo.p > 0.1 ? 'quiet' : 'loud'} (p ${placebo.p < 0.001 ? '< 0.001' : number(placebo.p, 2)}).`;

/** Where the unhappy had already paid more, as a shop where large orders go wrong, no price can be read off scores. */
export const beforehand = (before: Found, currency: string): string | null =>
	before.status === 'ok' && before.high < 0
		? `In the year before they answered, customers had paid ${money(-before.value, currency)} less with each point: the unhappy were the larger ones.`
		: null;

/** '86 customers', '0.4 customers': few are not rounded to nobody. */
export function movedText(customers: number): string {
	const text = number(customers, customers < 0.1 ? 2 : customers < 10 ? 1 : 0);
	return `${text} ${Number(text) === 1 ? 'customer' : 'customers'}`;
}

/** 'detractor → passive' */
export const routeName = (route: Route, { metric }: Series): string =>
	[routeEnds[route].from, routeEnds[route].to]
		.map((end) => groupName(metric, end).toLowerCase())
		.map((name) => (metric === 'nps' ? name.replace(/s$/, '') : name))
		.join(' → ');

/** Which way pays better, where the difference between them can be told from nothing. */
export function fixOrDelight(
	[fix, delight]: readonly PricedRoute[],
	price: Price | NotEstimable,
	{ metric }: Series
): string {
	if (price.status !== 'ok' || fix.perYear.status !== 'ok' || delight.perYear.status !== 'ok') return '';
	const [from, middle, to] = (['low', 'middle', 'high'] as const).map((end) => groupName(metric, end).toLowerCase());
	if (!fix.isDetectable && !delight.isDetectable) return 'Neither way is detectable in this data.';
	const { stepsApart } = price.likeForLike;
	if (stepsApart.status === 'ok' && stepsApart.low > 0)
		return `Moving ${from} up is worth more than winning over ${middle}.`;
	if (stepsApart.status === 'ok' && stepsApart.high < 0)
		return `Turning ${middle} into ${to} is worth more than moving ${from} up.`;
	return 'Which of the two steps pays better cannot be said yet: their difference may be nothing.';
}
