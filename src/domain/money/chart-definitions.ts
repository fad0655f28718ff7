import type { Definition } from '../metrics/figure.ts';
import { atAnswersRate, cameToOneRate } from './experience-at-one-rate.ts';

export const revenueAfterAnswerDefinition: Definition = {
	id: 'revenue_after_answer',
	version: 3,
	changes: [cameToOneRate(3)],
	name: 'Revenue in the 12 months after the answer',
	unit: 'money',
	meaning: `Mean revenue per customer in the twelve months after the answer, by the score given: each customer’s first answer of those that are at least twelve months old and at most three years. As seen: not adjusted for who the customers are. ${atAnswersRate}`,
	interval: '95%, Student, over customers.'
};

const byTheScore = 'by the score given then. Kaplan-Meier; those last seen earlier count as long as they were seen.';

export const stayingDefinition: Definition = {
	id: 'staying',
	version: 1,
	name: 'Who stays',
	unit: 'share',
	meaning: `Share of subscribers still paying so many months after their first answer, ${byTheScore}`,
	interval: '95%, log-log.'
};

export const comingBackDefinition: Definition = {
	id: 'coming_back',
	version: 1,
	name: 'Who comes back',
	unit: 'share',
	meaning: `Share of customers who bought again within so many months of their first answer, ${byTheScore}`,
	interval: '95%, log-log.'
};
