import { feelings } from '../../metrics/groups.ts';
import { feelingIn } from '../../metrics/loyalty.ts';
import type { Series } from '../../surveys/series.ts';
import type { PricedAnswer } from './answers.ts';

/** For each answer the number of its stratum, or `unmatched`, which comes after the last stratum. */
export type Strata = { of: Int32Array; unmatched: number };

/** Months as a customer at which like begins to be unlike. */
const tenureLimits = [12, 24, 48];
/** Each band of yearly revenue reaches a fifth further than where it starts. */
const bandWidth = 1.2;
/** Every group needs so many answers in a stratum, or its mean there is a story. */
const fewestInAGroup = 5;

/** Who said nothing is told whom they are like, and helps no stratum to its answers. */
type Like = Pick<PricedAnswer, 'segment' | 'tenureMonths' | 'perYear'> & { score: number | null };

const tenureBand = (months: number) => tenureLimits.filter((limit) => limit <= months).length;
const revenueBand = (perYear: number) =>
	perYear > 0 ? Math.floor(Math.log(perYear) / Math.log(bandWidth)) : -Infinity;

/**
 * Who is alike: the same segment, as long with us, paying as much a year on the day of the answer. Neighbouring bands
 * of revenue are put together until each of the three groups has five answers; where even all bands of a segment and
 * tenure have not, its answers find no match. What they paid on the day is matched rather than the sum of the year
 * before, because who was happy all that year has grown in it, and the growth would count as its own consequence.
 */
export function strataOf(answers: readonly Like[], series: Series): Strata {
	const of = new Int32Array(answers.length).fill(-1);
	let strata = 0;
	const blocks = Map.groupBy(answers.keys(), (i) => `${answers[i].segment}\n${tenureBand(answers[i].tenureMonths)}`);
	for (const block of blocks.values()) {
		for (const stratum of merged(block, answers, series)) {
			for (const i of stratum) of[i] = strata;
			strata++;
		}
	}
	return { of: of.map((stratum) => (stratum < 0 ? strata : stratum)), unmatched: strata };
}

/** Bands of one block from the smallest revenue up, put together until they hold enough; what is left joins the last. */
function merged(block: readonly number[], answers: readonly Like[], series: Series): number[][] {
	const bands = [...Map.groupBy(block, (i) => revenueBand(answers[i].perYear))].sort(([a], [b]) => a - b);
	const strata: number[][] = [];
	let open: number[] = [];
	for (const [, band] of bands) {
		open = open.concat(band);
		if (!holdsEnough(open, answers, series)) continue;
		strata.push(open);
		open = [];
	}
	const last = strata.pop();
	return last ? [...strata, last.concat(open)] : [];
}

const holdsEnough = (members: readonly number[], answers: readonly Like[], series: Series): boolean =>
	feelings.every(
		(feeling) =>
			members.filter((i) => {
				const { score } = answers[i];
				return score !== null && feelingIn(series, score) === feeling;
			}).length >= fewestInAGroup
	);
