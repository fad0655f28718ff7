/** NPS: likelihood to recommend, 0-10. CSAT: satisfaction, 1-5. CES: ease, 1-7. */
export const metrics = ['nps', 'csat', 'ces'] as const;
export type Metric = (typeof metrics)[number];

/** About the relationship as a whole, or after one touchpoint. */
export const surveyKinds = ['relationship', 'transactional'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

/** The whole numbers a customer can choose from. */
export const scaleOf: Record<Metric, { lowest: number; highest: number }> = {
	nps: { lowest: 0, highest: 10 },
	csat: { lowest: 1, highest: 5 },
	ces: { lowest: 1, highest: 7 }
};
