import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Metric } from '../../surveys/survey.ts';
import type { Series } from '../../surveys/series.ts';
import { loyalty, loyaltyOneByOne } from '../loyalty.ts';
import type { GroupCounts } from '../loyalty.ts';
import type { Versioned } from './versions.ts';

/** From how many answered what to the score. */
export type Measure = (series: Series, counts: GroupCounts) => Estimate | NotEstimable;

const latest =
	'The thirteen weeks that end with the week shown; relationship surveys: the latest answer of each contact in that time, transactional surveys: every answer.';

/** The same figure over a month instead. */
export const inMonth = (meaning: string): string =>
	meaning.replace('The thirteen weeks that end with the week shown', 'Month by month');

const together =
	'Several answers of one customer go together (clustered by customer): they count for as many as would tell as much if nobody had answered twice.';

const throughItsVersions = (meaning: string, interval: string): Versioned<Measure>['versions'] => [
	{ from: null, what: '', meaning: `${meaning} ${latest}`, interval, rule: loyaltyOneByOne },
	{
		from: null,
		changedOn: '2026-11-27',
		what: 'The score is what it was; its interval takes into account that several answers of one customer go together.',
		meaning: `${meaning} ${latest}`,
		interval: `${interval} ${together}`,
		rule: loyalty
	}
];

/** When a score is to mean something else, a version is added here; none is ever changed or taken away. */
export const loyaltyVersions: Record<Metric, Versioned<Measure>> = {
	nps: {
		id: 'nps',
		name: 'NPS, 13 weeks',
		unit: 'points',
		versions: throughItsVersions(
			'Share of promoters (9–10) less share of detractors (0–6) among all answers with a score, in points.',
			'95%, adjusted Wald (Rocks 2016): ¾ promoter, 1½ passive and ¾ detractor added.'
		)
	},
	csat: {
		id: 'csat',
		name: 'CSAT, 13 weeks',
		unit: 'share',
		versions: throughItsVersions('Share of answers 4 and 5 among all answers from 1 to 5.', '95%, Wilson.')
	},
	ces: {
		id: 'ces',
		name: 'CES, 13 weeks',
		unit: 'share',
		versions: throughItsVersions(
			'Share who found it easy: answers 5 to 7 of 1 to 7, or 1 and 2 where a low answer is the good one.',
			'95%, Wilson.'
		)
	}
};
