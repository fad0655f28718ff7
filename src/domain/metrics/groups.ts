import type { Metric } from '../surveys/survey.ts';

/** How a customer feels, as far as one answer tells. */
export type Feeling = 'high' | 'middle' | 'low';

export const feelings: readonly Feeling[] = ['high', 'middle', 'low'];

/** What each metric calls its groups, and from which score on they begin. */
type Groups = { high: { from: number; name: string }; middle: { from: number; name: string }; low: { name: string } };

export const groupsOf: Record<Metric, Groups> = {
	nps: { high: { from: 9, name: 'Promoters' }, middle: { from: 7, name: 'Passives' }, low: { name: 'Detractors' } },
	csat: { high: { from: 4, name: 'Satisfied' }, middle: { from: 3, name: 'Neutral' }, low: { name: 'Dissatisfied' } },
	ces: { high: { from: 5, name: 'Easy' }, middle: { from: 4, name: 'Neither' }, low: { name: 'Hard' } }
};

export const feelingOf = (metric: Metric, score: number): Feeling =>
	score >= groupsOf[metric].high.from ? 'high' : score >= groupsOf[metric].middle.from ? 'middle' : 'low';

export const groupName = (metric: Metric, feeling: Feeling): string => groupsOf[metric][feeling].name;

/** The scores that make a group, lowest and highest. */
export function scoresOf(metric: Metric, feeling: Feeling, scale: { lowest: number; highest: number }) {
	const { high, middle } = groupsOf[metric];
	return {
		high: { lowest: high.from, highest: scale.highest },
		middle: { lowest: middle.from, highest: high.from - 1 },
		low: { lowest: scale.lowest, highest: middle.from - 1 }
	}[feeling];
}
