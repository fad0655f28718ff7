import type { IncomingSurvey } from '#domain/surveys/incoming.ts';
import { scaleOf } from '#domain/surveys/survey.ts';
import type { Segment } from './model.ts';

export type Touchpoint = 'relationship' | 'onboarding' | 'support' | 'renewal' | 'cancel' | 'billing';

type Asking = {
	name: string;
	metric: IncomingSurvey['metric'];
	channel: string;
	/** How the occasion moves an answer, in points of attitude. */
	mood: number;
	/** How readily it is answered, and how often with words, beside the others. */
	answered: number;
	worded: number;
};

export const askings: Record<Touchpoint, Asking> = {
	relationship: { name: 'Relationship', metric: 'nps', channel: 'email', mood: 0, answered: 1, worded: 1.3 },
	onboarding: { name: 'After onboarding', metric: 'csat', channel: 'email', mood: 0.3, answered: 1.1, worded: 1.4 },
	support: { name: 'After support', metric: 'ces', channel: 'email', mood: 0.3, answered: 1, worded: 1.36 },
	renewal: { name: 'After renewal', metric: 'nps', channel: 'email', mood: 0.3, answered: 0.95, worded: 1.25 },
	cancel: { name: 'Cancellation', metric: 'nps', channel: 'in-app', mood: -2.6, answered: 0.85, worded: 1.7 },
	billing: {
		name: 'After an invoice question',
		metric: 'csat',
		channel: 'email',
		mood: -0.3,
		answered: 0.85,
		worded: 1.25
	}
};

export const surveyRows: IncomingSurvey[] = Object.entries(askings).map(([touchpoint, { name, metric }]) => ({
	name,
	kind: touchpoint === 'relationship' ? 'relationship' : 'transactional',
	metric,
	highIsGood: true,
	touchpoint: touchpoint === 'relationship' ? null : touchpoint
}));

/** Share of those asked who answer, for an engaged customer of usual attitude. */
export const answering: Record<Segment, number> = { Enterprise: 0.41, Team: 0.31, Solo: 0.22 };

/** An attitude on 0-10 as the whole number that somebody chooses on the survey's scale. */
export function chosen(metric: IncomingSurvey['metric'], felt: number): number {
	const { lowest, highest } = scaleOf[metric];
	const onScale = metric === 'nps' ? felt : lowest + ((highest - lowest) * felt) / 10;
	return Math.min(highest, Math.max(lowest, Math.round(onScale)));
}
