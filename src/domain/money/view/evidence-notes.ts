import { money } from '#ui/format/money.ts';
import { number, percent } from '#ui/format/number.ts';
import type { Found } from '../price/intervals.ts';
import type { Evidence } from '../price/ladder.ts';
import type { PriceNow } from '../server.ts';
import { placeboText } from './price-text.ts';

/** Of what a point is the price, by kind of evidence. */
export const perPoint: Record<Evidence, string> = {
	'as-seen': 'answered',
	'like-for-like': 'felt',
	'over-time': 'answered',
	experiment: 'moved'
};

const steady = (reliability: Found) =>
	reliability.status === 'ok'
		? `: ${percent(reliability.value, 0)} of a difference is there again at the next answer, and the price is corrected for it`
		: '';

/** What stands behind each kind of evidence, in a sentence. */
export function evidenceNotes({ price, experiment: made }: PriceNow, currency: string): Record<Evidence, string> {
	const experiment = made?.told ?? '';
	if (price.status !== 'ok') return { 'as-seen': '', 'like-for-like': '', 'over-time': '', experiment };
	const { perPointAnswered, reliability } = price.likeForLike;
	const unmatched =
		price.unmatched === 0
			? 'all found a match'
			: `${percent(price.unmatched / price.answers, price.unmatched * 20 < price.answers ? 1 : 0)} found no match`;
	return {
		'as-seen': 'Who the customers are is still in it.',
		'like-for-like': [
			`Same segment, time with us and yearly revenue; ${unmatched}.`,
			perPointAnswered.status === 'ok'
				? `${money(perPointAnswered.value, currency)} per point answered${steady(reliability)}.`
				: ''
		].join(' '),
		'over-time': `${number(price.overTime.switchers)} customers whose answer moved. ${placeboText(price.overTime.placebo)}`,
		experiment
	};
}
