import { notEstimable } from '#stats/estimate.ts';
import type { NotEstimable } from '#stats/estimate.ts';
import type { Grade } from '../../metrics/figure.ts';
import type { Found } from './intervals.ts';
import type { Price } from './price.ts';

/** By what a price is known, weakest first. */
export const evidences = ['as-seen', 'like-for-like', 'over-time', 'experiment'] as const;
export type Evidence = (typeof evidences)[number];

export const evidenceName: Record<Evidence, string> = {
	'as-seen': 'As seen',
	'like-for-like': 'Like for like',
	'over-time': 'Same customer over time',
	experiment: 'Experiment'
};

/** By which a rung's price is known as a figure, for ever. */
export const priceId = (evidence: Evidence): string => `price_of_a_point.${evidence.replaceAll('-', '_')}`;

/** Which rung a reader wants to see; the like-for-like one unless they say otherwise. */
export function evidenceFromUrl(parameters: URLSearchParams): Evidence {
	const asked = parameters.get('evidence') as Evidence;
	return evidences.includes(asked) ? asked : 'like-for-like';
}

const gradeOf: Record<Evidence, Grade> = { 'as-seen': 'D', 'like-for-like': 'C', 'over-time': 'B', experiment: 'A' };

export type Rung = { evidence: Evidence; grade: Grade; price: Found; isDetectable: boolean };

/** A price that its interval tells apart from nothing. */
export const isDetectable = (price: Found): boolean => price.status === 'ok' && (price.low > 0 || price.high < 0);

export { notDetectable } from '../../metrics/figure.ts';
export const noExperiment = 'no finished bet with a hold-out';

/** What a bet has shown a point to be worth; money knows nothing of bets, so that whoever knows both hands it over. */
export type Experiment = {
	perPoint: Found;
	/** Which bet, and whom it was about; empty: none. */
	told: string;
	bet: number | null;
};

export const withoutExperiment: Experiment = { perPoint: notEstimable(noExperiment), told: '', bet: null };

/** The ladder of evidence. A rung whose own checks fail stays, with the reason in the place of its number. */
export function ladder(price: Price | NotEstimable, experiment: Experiment = withoutExperiment): Rung[] {
	const rung = (evidence: Evidence, found: Found): Rung => ({
		evidence,
		grade: gradeOf[evidence],
		price: found,
		isDetectable: isDetectable(found)
	});
	if (price.status !== 'ok')
		return evidences.map((evidence) => rung(evidence, evidence === 'experiment' ? experiment.perPoint : price));
	return [
		rung('as-seen', price.likeForLike.asSeen),
		rung('like-for-like', carried(price)),
		rung('over-time', price.overTime.trouble ? notEstimable(price.overTime.trouble) : price.overTime.perPoint),
		rung('experiment', experiment.perPoint)
	];
}

/** A price that ten customers carry is theirs alone: no number for all is made of it. */
function carried({ likeForLike: { perPoint, perPointAnswered }, withoutTen }: Price): Found {
	if (perPointAnswered.status !== 'ok' || withoutTen === null || !isDetectable(perPoint)) return perPoint;
	const left = withoutTen / perPointAnswered.value;
	return left < 0.5 || left > 1.5 ? notEstimable('it rests on ten large customers') : perPoint;
}

/** The same customers over time say the opposite of like customers: then neither is told as more than a look. */
export function disagrees([, like, overTime]: readonly Rung[]): boolean {
	if (like.price.status !== 'ok' || overTime.price.status !== 'ok') return false;
	return like.isDetectable && overTime.isDetectable && like.price.value * overTime.price.value < 0;
}
