import { scaleOf } from '../../surveys/survey.ts';
import type { Series } from '../../surveys/series.ts';

/**
 * An answer whose twelve months are over, with what is known of its customer on that day and of their money on both
 * sides of it. Minor units; only customers who still were customers when they answered.
 */
export type PricedAnswer = {
	customer: number;
	segment: string;
	/** Whole months as a customer. */
	tenureMonths: number;
	/** What they paid a year on the day of the answer; 0: nothing yet. */
	perYear: number;
	score: number;
	/** Revenue of the twelve months strictly after the answer, and of the twelve months up to it. */
	after: number;
	before: number;
	/** What the same person had answered before, at most a year earlier. */
	previousScore: number | null;
	/** First of the month of the answer. */
	month: string;
	/** Absent: the customer never paid in another currency, and there is nothing that a rate could move. */
	ofCurrencies?: OfCurrencies;
};

/** All else of an answer is at the rates of its day; what compares it with other days takes these. */
export type OfCurrencies = {
	/** After and before at the rates of the day of the customer's first answer, so that all of theirs are at one. */
	atFirst: { after: number; before: number };
	/** Revenue by month around the answer, at the rates of its day; a month without any is not in it. */
	months: ReadonlyMap<number, number>;
};

/** The score turned so that more is better: on the old effort scale 1 is the best. */
export function better({ metric, highIsGood }: Series, score: number): number {
	const { lowest, highest } = scaleOf[metric];
	return highIsGood ? score : lowest + highest - score;
}
