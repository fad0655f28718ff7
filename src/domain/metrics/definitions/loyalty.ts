import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Metric } from '../../surveys/survey.ts';
import type { Series } from '../../surveys/series.ts';
import { loyalty } from '../loyalty.ts';
import type { GroupCounts } from '../loyalty.ts';
import type { Versioned } from './versions.ts';

/** From how many answered what to the score. */
export type Measure = (series: Series, counts: GroupCounts) => Estimate | NotEstimable;

const latest =
	'The thirteen weeks that end with the week shown; relationship surveys: the latest answer of each contact in that time, transactional surveys: every answer.';

/** The same figure over a month instead. */
export const inMonth = (meaning: string): string =>
	meaning.replace('The thirteen weeks that end with the week shown', 'Month by month');
const first = { from: null, what: '', rule: loyalty };

/** When a score is to mean something else, a version is added here; none is ever changed or taken away. */
export const loyaltyVersions: Record<Metric, Versioned<Measure>> = {
	nps: {
		id: 'nps',
		name: 'NPS, 13 weeks',
		unit: 'points',
		versions: [
			{
				...first,
				meaning: `Share of promoters (9–10) less share of detractors (0–6) among all answers with a score, in points. ${latest}`,
				interval: '95%, adjusted Wald (Rocks 2016): ¾ promoter, 1½ passive and ¾ detractor added.'
			}
		]
	},
	csat: {
		id: 'csat',
		name: 'CSAT, 13 weeks',
		unit: 'share',
		versions: [
			{
				...first,
				meaning: `Share of answers 4 and 5 among all answers from 1 to 5. ${latest}`,
				interval: '95%, Wilson.'
			}
		]
	},
	ces: {
		id: 'ces',
		name: 'CES, 13 weeks',
		unit: 'share',
		versions: [
			{
				...first,
				meaning: `Share who found it easy: answers 5 to 7 of 1 to 7, or 1 and 2 where a low answer is the good one. ${latest}`,
				interval: '95%, Wilson.'
			}
		]
	}
};
