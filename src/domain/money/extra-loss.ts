import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { number } from '#ui/format/number.ts';
import type { Feeling } from '../metrics/groups.ts';
import { feelingIn } from '../metrics/loyalty.ts';
import type { Series } from '../surveys/series.ts';
import { addDid } from './said-versus-did.ts';
import type { Did } from './said-versus-did.ts';

/** What unhappy customers of a segment pay a year. */
export type Exposed = { segment: string; customers: number; perYear: number };
type Segmented = Did & { segment: string; score: number };

/** Fewer answers of a group in a segment than this say too little: the whole company's rates stand in. */
const fewest = 30;

/**
 * Expected extra loss: what unhappy customers pay a year, times by how much more of such customers left within twelve
 * months than of the indifferent ones of their segment; never less than nothing. Rates are those of customers who
 * answered a year ago or earlier. Segments with too few answers share the rates of the whole company.
 *
 * Interval by the delta method on the rates, Var = Σ R² (Var p + Var q), p = (x + 1)/(n + 2) in the variances so that a
 * rate of 0 is not taken for certain. Source: definitions 5.10; Agresti & Coull 1998 for the shrunken rates.
 */
export function expectedExtraLoss(
	series: Series,
	exposed: readonly Exposed[],
	did: readonly Segmented[]
): Estimate | NotEstimable {
	const felt = (feeling: Feeling) => (row: { score: number }) => feelingIn(series, row.score) === feeling;
	const customers = exposed.reduce((sum, row) => sum + row.customers, 0);
	if (customers === 0) return notEstimable('no customer who pays is unhappy by their latest answer');
	const everybody = { low: addDid(did.filter(felt('low'))), middle: addDid(did.filter(felt('middle'))) };
	if (everybody.low.paying < fewest || everybody.middle.paying < fewest)
		return notEstimable(
			`${number(everybody.low.paying)} unhappy and ${number(everybody.middle.paying)} indifferent customers have been followed for a year, ${fewest} of each at least are needed to tell how many leave`
		);

	const strata = new Map<string, { perYear: number; low: Did; middle: Did }>();
	for (const { segment, perYear } of exposed) {
		const own = did.filter((row) => row.segment === segment);
		const [low, middle] = [addDid(own.filter(felt('low'))), addDid(own.filter(felt('middle')))];
		const isEnough = low.paying >= fewest && middle.paying >= fewest;
		const key = isEnough ? segment : everyOtherSegment;
		const known = strata.get(key);
		if (known) known.perYear += perYear;
		else strata.set(key, isEnough ? { perYear, low, middle } : { perYear, ...everybody });
	}
	let value = 0;
	let variance = 0;
	for (const { perYear, low, middle } of strata.values()) {
		value += perYear * Math.max(0, low.left / low.paying - middle.left / middle.paying);
		variance += perYear ** 2 * (varianceOfRate(low) + varianceOfRate(middle));
	}
	const margin = 1.959964 * Math.sqrt(variance);
	return { status: 'ok', value, low: Math.max(0, value - margin), high: value + margin, n: customers };
}

/** No segment is called this. */
const everyOtherSegment = '\u0000';

function varianceOfRate({ left, paying }: Did): number {
	const rate = (left + 1) / (paying + 2);
	return (rate * (1 - rate)) / paying;
}
