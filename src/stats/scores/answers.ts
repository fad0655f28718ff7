import { type NotEstimable, notEstimable } from '../estimate.ts';
import { tooFewFor } from './too-few.ts';

/** Answers to "how likely are you to recommend us", counted. Passives are the rest: answers − promoters − detractors. */
export type NpsCounts = { promoters: number; detractors: number; answers: number };

/** Fewer answers than this are shown as counts only. */
export const fewestAnswers = 10;

/** Fewer answers than this carry the mark "small sample". */
export const smallSample = 30;

/** A promoter counts 1 (9–10), a passive 0 (7–8), a detractor −1 (0–6). */
export const recode = (score: number) => (score >= 9 ? 1 : score >= 7 ? 0 : -1);

/** True for a whole number from 0 to 10: anything else is an error in the data, never a passive. */
export const isScore = (score: number) => Number.isInteger(score) && score >= 0 && score <= 10;

/** Counts of scores 0–10, or why they cannot be counted. */
export function npsCounts(scores: readonly number[]): NpsCounts | NotEstimable {
	const wrong = scores.find((score) => !isScore(score));
	if (wrong !== undefined) return notEstimable(`a score of ${wrong} is not a whole number from 0 to 10`);
	return {
		promoters: scores.filter((score) => recode(score) === 1).length,
		detractors: scores.filter((score) => recode(score) === -1).length,
		answers: scores.length
	};
}

/** Counts that can be scored, from counts or from scores. */
export function scoreable(given: readonly number[] | NpsCounts, fewest: number): NpsCounts | NotEstimable {
	const counts = Array.isArray(given) ? npsCounts(given) : (given as NpsCounts);
	if ('status' in counts) return counts;
	const { promoters, detractors, answers } = counts;
	if (![promoters, detractors, answers].every((count) => Number.isFinite(count) && count >= 0)) {
		return notEstimable('the counts of answers are missing or negative');
	}
	if (promoters + detractors > answers) return notEstimable('more promoters and detractors than answers');
	if (answers === 0) return notEstimable('nobody has answered yet');
	if (answers < fewest) return notEstimable(tooFewFor('a score', answers));
	return counts;
}

/** Share of promoters less share of detractors, and the variance of one answer coded −1, 0, 1: p + d − (p − d)². */
export function scoreOf({ promoters, detractors, answers }: NpsCounts): { score: number; variance: number } {
	const score = (promoters - detractors) / answers;
	return { score, variance: Math.max(0, (promoters + detractors) / answers - score ** 2) };
}

/** Three invented answers, ¾ promoter, 1½ passive, ¾ detractor: what the adjusted Wald interval adds (Rocks 2016). */
export const adjusted = ({ promoters, detractors, answers }: NpsCounts): NpsCounts => ({
	promoters: promoters + 0.75,
	detractors: detractors + 0.75,
	answers: answers + 3
});
