import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { quantile } from '#stats/arrays/quantile.ts';
import type { Random } from '#stats/random.ts';
import { count } from '#ui/format/number.ts';
import { isComparable, standardisedLoss } from './extra-loss.ts';
import type { Stratum } from './extra-loss.ts';
import { placesIn } from './places.ts';
import type { Places } from './places.ts';
import { redrawer, redrawnSum } from './redraw.ts';
import type { FixFirst, Touchpoint, TouchpointSums } from './touchpoint.ts';

/** Followed with a low answer and comparable: fewer than this and one customer moves the share by points. */
const fewestFollowed = 30;
/** Lost customers among those compared, below which a share of them says nothing. */
const fewestLost = 10;
/** Kept of those with a low answer: where all are lost, or nearly all, drawing them again shows no doubt. */
const fewestKept = 10;
/** First in this share of the draws: a clear winner. First in less than the rest of it: out of the running. */
const clear = 0.95;

type Drawing = { random: Random; draws?: number };
type Counted = { series: string; strata: Stratum[]; leftOut: number; paying: number; revenue: number; squares: number };

/**
 * Touchpoints by what fixing them may be worth: the yearly revenue of customers whose latest answer there is low, times
 * how much oftener such customers were lost within a year than customers like them with a high answer. Intervals and
 * places by drawing customers again, each touchpoint by itself: whoever answered at several is drawn there each time
 * anew, which makes a tie likelier than it is.
 */
export function fixFirst(sums: readonly TouchpointSums[], { random, draws = 1_000 }: Drawing): FixFirst {
	const counted = [...Map.groupBy(sums, ({ series }) => series)].map(([series, own]) => countedAt(series, own));
	const placeable = counted.filter((one) => whyNot(one) === null);
	const drawn = placeable.map((one) => stakesDrawn(one, { random, draws }));
	const places = placesIn(drawn.map(({ stakes }) => stakes));

	const told = counted.map((one): Touchpoint => {
		const i = placeable.indexOf(one);
		return i === -1 ? unplaced(one) : placed(one, drawn[i], places[i]);
	});
	const touchpoints = told
		.filter(({ exposed }) => exposed.n > 0)
		.sort((a, b) => valueOf(b.stake) - valueOf(a.stake) || b.exposed.value - a.exposed.value);
	return { touchpoints, ...verdictOn(touchpoints) };
}

const valueOf = (estimate: Estimate | NotEstimable) => (estimate.status === 'ok' ? estimate.value : -Infinity);

function countedAt(series: string, sums: readonly TouchpointSums[]): Counted {
	const strata = [...Map.groupBy(sums, ({ stratum }) => stratum).values()].map((own): Stratum => {
		const of = (feeling: string) => own.find((sum) => sum.feeling === feeling);
		return {
			low: of('low')?.followed ?? 0,
			lowLost: of('low')?.lost ?? 0,
			high: of('high')?.followed ?? 0,
			highLost: of('high')?.lost ?? 0
		};
	});
	const total = (of: (sum: TouchpointSums) => number) => sums.reduce((all, sum) => all + of(sum), 0);
	return {
		series,
		strata: strata.filter(isComparable),
		leftOut: strata.filter((stratum) => !isComparable(stratum)).reduce((all, { low }) => all + low, 0),
		paying: total(({ paying }) => paying),
		revenue: total(({ revenue }) => revenue),
		squares: total(({ revenueSquared }) => revenueSquared)
	};
}

function whyNot({ strata }: Counted): string | null {
	const [followed, lost, kept] = strata.reduce(
		([n, gone, stayed], { low, lowLost, highLost }) => [n + low, gone + lowLost + highLost, stayed + low - lowLost],
		[0, 0, 0]
	);
	if (followed < fewestFollowed) {
		const customers = followed === 0 ? 'no customer' : `only ${count(followed, 'customer')}`;
		return `${customers} followed for a year after a low answer, with others like them to compare`;
	}
	if (lost < fewestLost) return `only ${lost} of the customers compared were lost: too few to compare`;
	if (kept >= fewestKept) return null;
	const few = kept === 0 ? 'none' : `only ${kept}`;
	return `${few} of ${count(followed, 'customer')} with a low answer ${kept === 1 ? 'was' : 'were'} kept: too few to compare`;
}

type Drawn = { stakes: Float64Array; losses: Float64Array; sums: Float64Array };

function stakesDrawn({ strata, revenue, squares }: Counted, { random, draws }: Required<Drawing>): Drawn {
	const drawn: Drawn = {
		stakes: new Float64Array(draws),
		losses: new Float64Array(draws),
		sums: new Float64Array(draws)
	};
	const redraw = redrawer(strata, random);
	for (let i = 0; i < draws; i++) {
		const loss = standardisedLoss(redraw());
		drawn.losses[i] = loss ? loss.low - loss.high : 0;
		drawn.sums[i] = redrawnSum(revenue, squares, random);
		drawn.stakes[i] = drawn.losses[i] * drawn.sums[i];
	}
	return drawn;
}

const middle = (value: number, drawn: Float64Array, n: number): Estimate => {
	const all = [...drawn];
	return { status: 'ok', value, low: quantile(all, 0.025), high: quantile(all, 0.975), n };
};

function placed(one: Counted, { stakes, losses, sums }: Drawn, { best, worst, first }: Places): Touchpoint {
	const loss = standardisedLoss(one.strata)!;
	const extra = loss.low - loss.high;
	return {
		series: one.series,
		exposed: middle(one.revenue, sums, one.paying),
		lost: { low: loss.low, high: loss.high },
		extraLoss: middle(extra, losses, loss.n),
		stake: middle(extra * one.revenue, stakes, one.paying),
		leftOut: one.leftOut,
		places: { best, worst },
		first
	};
}

function unplaced(one: Counted): Touchpoint {
	const reason = notEstimable(whyNot(one)!);
	const margin = 1.959964 * Math.sqrt(one.squares);
	const { revenue: value, paying: n } = one;
	return {
		series: one.series,
		exposed: { status: 'ok', value, low: Math.max(0, value - margin), high: value + margin, n },
		lost: null,
		extraLoss: reason,
		stake: reason,
		leftOut: one.leftOut,
		places: null,
		first: 0
	};
}

/** A winner has to be first in nearly every draw, and its stake more than nothing. */
function verdictOn(touchpoints: readonly Touchpoint[]): Pick<FixFirst, 'verdict' | 'tied'> {
	const real = touchpoints.filter(({ stake }) => stake.status === 'ok' && stake.low > 0);
	if (real.length === 0) return { verdict: 'too little data', tied: [] };
	const running = touchpoints.filter(({ first }) => first >= 1 - clear).map(({ series }) => series);
	return running.length > 1 ? { verdict: 'tie', tied: running } : { verdict: 'clear winner', tied: [] };
}
