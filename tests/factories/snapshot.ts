import type { KeptComment, KeptFigure, SnapshotContent } from '#domain/snapshots/content/content.ts';
import { seriesFrom } from '#domain/surveys/series.ts';

/*
 * An edition with dull defaults: a test names only what its sentence needs.
 */

const series = seriesFrom('nps:relationship');

export const aFigure = (given: Partial<KeptFigure> = {}): KeptFigure => ({
	definition: {
		id: 'nps',
		version: 1,
		name: 'NPS, 13 weeks',
		unit: 'points',
		meaning: 'Promoters less detractors.',
		interval: '95%, adjusted Wald.'
	},
	estimate: { status: 'ok', value: 42, low: 39, high: 45, n: 1_204 },
	population: 'Relationship survey, 24 Aug to 22 Nov 2026',
	excluded: [{ count: 15, why: 'answers in words only' }],
	movement: { verdict: 'noise', by: 1, since: 'last week', because: 'no signal', direction: 0, judged: null },
	...given
});

export const aComment = (given: Partial<KeptComment> = {}): KeptComment => ({
	customerId: 1,
	responseId: 1,
	respondedAt: '2026-11-18T10:42:00.000Z',
	metric: 'nps',
	highIsGood: true,
	score: 9,
	title: null,
	comment: 'Good product.',
	gone: null,
	goneOn: null,
	language: 'en',
	about: 'relationship',
	customer: 'Harbor Freight Lines',
	segment: 'Enterprise',
	tenureDays: 49,
	perYearMinor: 48_000_00,
	...given
});

const scores = Array.from({ length: 11 }, (_, score) => score);

export const anEdition = (given: Partial<SnapshotContent> = {}): SnapshotContent => ({
	shape: 2,
	madeAt: '2026-11-23T06:30:00.000Z',
	organisation: { name: 'Larkmoor', currency: 'USD', zone: 'Europe/Prague', isDemo: false },
	week: '2026-W47',
	filter: { segment: null, region: null, plan: null, survey: null },
	isOver: true,
	closed: null,
	headline: { text: 'Loyalty held', by: 'Dana Okafor' },
	answers: 624,
	figures: [aFigure()],
	shows: { figures: true },
	money: {
		series,
		byScore: scores.map((score) => ({
			score,
			feeling: score > 8 ? 'high' : score > 6 ? 'middle' : 'low',
			revenue: {
				status: 'ok',
				value: 1_000_00 * (score + 1),
				low: 900_00 * (score + 1),
				high: 1_100_00 * (score + 1),
				n: 40
			},
			customers: 40
		})),
		byGroup: (['high', 'middle', 'low'] as const).map((feeling, i) => ({
			feeling,
			name: ['Promoters', 'Passives', 'Detractors'][i],
			revenue: {
				status: 'ok',
				value: 9_000_00 - 3_000_00 * i,
				low: 8_900_00 - 3_000_00 * i,
				high: 9_100_00 - 3_000_00 * i,
				n: 40
			},
			customers: 40
		})),
		said: [{ text: 'One more point goes with ' }, { text: '$341', isMoney: true }, { text: ' more revenue' }],
		interval: '95% interval $240 to $460, grade C',
		doubt: 'Association, not proof.',
		marks: []
	},
	trend: {
		series,
		loyalty: {
			now: ['2026-09-01', '2026-10-01', '2026-11-01'].map((month, i) => ({
				month,
				value: 40 + i,
				low: 36 + i,
				high: 44 + i,
				answers: 200
			})),
			earlier: []
		},
		revenue: [
			{ month: '2026-09-01', minor: 1_100_000_00 },
			{ month: '2026-10-01', minor: 1_200_000_00 }
		],
		events: [],
		marks: []
	},
	insights: null,
	words: { rule: 'newest', comments: [aComment()], of: 318, seed: null },
	promises: null,
	decisions: [],
	...given
});
