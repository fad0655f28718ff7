import { describe, expect, test } from 'vitest';
import type { Figure } from '../metrics/figure.ts';
import { aFigure } from '#tests/factories/snapshot.ts';
import { stepOf } from './alert.ts';
import type { Alert, DetractorFacts } from './alert.ts';
import { groupsToWatch } from './groups.ts';
import { alertMail } from './mail/mail.ts';
import { subjectOf, toldOf } from './told.ts';
import { judgeWatched } from './watched.ts';
import type { Side, Watched } from './watched.ts';
import { wants, whoIsTold } from './wish.ts';

const figure = (id: string, p: number, by = -6): Figure => {
	const { definition, estimate, population, excluded } = aFigure();
	const change = { by, low: by - 4, high: by + 4, isReal: p < 0.05, since: 'the 13 weeks before', p };
	return { definition: { ...definition, id }, estimate, population, excluded, change };
};
const place = { week: '2026-W47', currency: 'USD' };
const known = (sides: Record<string, Side>) => new Map(Object.entries(sides));

describe('one family', () => {
	/** A figure with a p that is a signal alone, among others that are quiet. */
	const among = (p: number, quiet: number): Watched[] => [
		{ group: null, figures: [figure('nps', p)] },
		{
			group: { slice: 'segment', value: 'Team' },
			figures: Array.from({ length: quiet }, (_, i) => figure(`quiet${i}`, 0.2 + (0.7 * i) / quiet))
		}
	];
	const before = known({ nps: 0 });

	test('what is a signal alone is none among many looks, whichever group they are of', () => {
		expect(judgeWatched(among(0.02, 0), before, place).left).toHaveLength(1);
		expect(judgeWatched(among(0.02, 4), before, place).left).toHaveLength(0);
		expect(judgeWatched(among(0.0005, 34), before, place).left).toHaveLength(1);
	});

	test('the alert says in how many looks it was found', () => {
		const { left, looks, signals } = judgeWatched(among(0.0005, 34), before, place);
		expect({ looks, signals }).toEqual({ looks: 35, signals: 1 });
		expect(left[0]).toMatchObject({ kind: 'figure', subject: 'nps', period: '2026-W47', facts: { looks: 35 } });
	});

	test('of many figures that move by chance alone, hardly ever one is told', () => {
		// 700 quiet weeks of 28 figures, with p spread evenly by a golden step: 5% of families may hold a false signal.
		let p = 0.5;
		let told = 0;
		for (let week = 0; week < 700; week++) {
			const figures = Array.from({ length: 28 }, (_, i) => figure(`f${i}`, (p = (p + 0.6180339887) % 1)));
			const sides = known(Object.fromEntries(figures.map(({ definition }) => [definition.id, 0])));
			told += judgeWatched([{ group: null, figures }], sides, place).left.length > 0 ? 1 : 0;
		}
		expect(told / 700).toBeLessThan(0.07);
	});
});

describe('leaving the band', () => {
	const judged = (was: Side | undefined, p: number, by = -6) =>
		judgeWatched(
			[{ group: null, figures: [figure('nps', p, by)] }],
			known(was === undefined ? {} : { nps: was }),
			place
		);

	test('is told once: not while it stays out, and again when it goes over to the other side', () => {
		expect(judged(0, 0.001).left).toHaveLength(1);
		expect(judged(-1, 0.001).left).toHaveLength(0);
		expect(judged(1, 0.001).left).toHaveLength(1);
		expect(judged(-1, 0.4).left).toHaveLength(0);
	});

	test('nobody is told of a figure that is watched for the first time', () => {
		const { left, sides } = judged(undefined, 0.001);
		expect({ left, side: sides.get('nps') }).toEqual({ left: [], side: -1 });
	});

	test('a figure with too little data is where it was', () => {
		const poor = { ...figure('nps', 0.001), estimate: { status: 'not_estimable' as const, reason: 'only 3 answers' } };
		expect(judgeWatched([{ group: null, figures: [poor] }], known({ nps: 0 }), place)).toMatchObject({
			left: [],
			sides: new Map()
		});
	});
});

test('the largest groups by the first slice that tells customers apart are watched, and none where nothing does', () => {
	const count = (segment: string, region: string, customers: number) => ({ segment, region, plan: '', customers });
	expect(groupsToWatch([count('A', 'x', 2), count('B', 'x', 5), count('', 'y', 1)])).toEqual([
		{ slice: 'segment', value: 'B' },
		{ slice: 'segment', value: 'A' },
		{ slice: 'segment', value: '-' }
	]);
	expect(groupsToWatch([count('A', 'x', 2), count('A', 'y', 2)])).toMatchObject([
		{ slice: 'region' },
		{ slice: 'region' }
	]);
	expect(groupsToWatch([count('A', 'x', 2)])).toEqual([]);
	expect(groupsToWatch([])).toEqual([]);
	expect(groupsToWatch(Array.from({ length: 40 }, (_, i) => count(`s${i}`, '', i)))).toHaveLength(12);
});

test('a follow-up is told of at its steps alone', () => {
	expect([0, 1, 2, 3, 6, 7, 13, 14, 29, 30, 400].map(stepOf)).toEqual([null, 1, 1, 3, 3, 7, 7, 14, 14, 30, 30]);
});

const turned = (given: Partial<DetractorFacts> = {}): Alert => ({
	id: 1,
	kind: 'detractor',
	raisedAt: new Date('2026-11-23T12:00:00Z'),
	facts: {
		kind: 'detractor',
		...{ metric: 'nps', highIsGood: true, about: 'relationship', score: 3, respondedAt: '2026-11-22T23:30:00Z' },
		...{ language: 'en', perYearMinor: 48_000_00, above: 0.031, currency: 'USD' },
		before: { score: 9, respondedAt: '2026-08-03T10:00:00Z' },
		...given
	},
	customer: { key: 'C/1', name: 'Harbor <Freight>' },
	...{ customerId: 1, responseId: 2, words: 'Never again.\n<b>Late</b>', wordsGone: false }
});

test('who is valuable is each reader’s to say', () => {
	const all = { kinds: ['detractor'] as const, worth: { topPercent: 10 } };
	const told = (facts: Partial<DetractorFacts>, wish = {}) => wants({ ...all, ...wish }, turned(facts));
	expect(told({})).toBe(true);
	expect(told({ above: 0.1 })).toBe(false);
	expect(told({ above: 0.5 }, { worth: { perYearMinor: 48_000_00 } })).toBe(true);
	expect(told({}, { worth: { perYearMinor: 48_000_01 } })).toBe(false);
	expect(told({}, { kinds: ['figure'] })).toBe(false);
	// The one who pays most is always among the first.
	expect(told({ above: 0 }, { worth: { topPercent: 1 } })).toBe(true);
});

test('a follow-up that is a day late is its owner’s to hear of first, and from the third day on everybody’s', () => {
	const listener = (personId: number) => ({ personId, kinds: ['escalation'] as const, worth: { topPercent: 10 } });
	const told = (daysOverdue: number, ownerId: number | undefined, listening = [1, 2, 3]) =>
		whoIsTold(listening.map(listener), {
			kind: 'escalation',
			facts: {
				...{ kind: 'escalation', followUp: 'promise', owner: 'Dana', openedBy: 'Dana', dueOn: '2026-11-20' },
				...{ ownerId, daysOverdue, perYearMinor: null, currency: 'USD' }
			}
		}).map(({ personId }) => personId);
	expect(told(1, 2)).toEqual([2]);
	expect(told(2, 2)).toEqual([2]);
	expect(told(3, 2)).toEqual([1, 2, 3]);
	// Whoever does not listen cannot be told first; of one that was raised before, it is not known whose it is.
	expect(told(1, 4)).toEqual([1, 2, 3]);
	expect(told(1, undefined)).toEqual([1, 2, 3]);
	expect(told(1, 2, [])).toEqual([]);
});

describe('the words of an alert', () => {
	const addressed = {
		to: 'a@example.com',
		origin: 'https://cx.example.com',
		unsubscribeUrl: 'https://cx.example.com/u/1',
		zone: 'Europe/Berlin'
	};

	test('a figure is told with its interval, n, band and the looks', () => {
		const [first] = judgeWatched(
			[
				{
					group: { slice: 'segment', value: 'Team' },
					figures: [
						{
							...figure('nps', 0.001),
							routine: {
								by: -6,
								since: 'last week',
								p: 0.001,
								shows: 'outside its routine',
								direction: -1,
								band: { of: 'score', value: 12, low: 20, high: 48 }
							}
						}
					]
				}
			],
			known({ 'nps of segment Team': 0 }),
			place
		).left;
		const alert: Alert = {
			...turned(),
			kind: 'figure',
			facts: first.facts,
			customer: null,
			customerId: null,
			words: null
		};
		const { title, lines, notes, links } = toldOf(alert, 'UTC');
		expect(title).toBe(
			'NPS, 13 weeks moved by more than noise: −6 on the 13 weeks before, customers with segment Team'
		);
		expect(lines).toEqual([
			'42, 95% interval 39 to 45, n 1,204. Relationship survey, 24 Aug to 22 Nov 2026.',
			'Signal, outside its routine.',
			'The week by itself: 12; its band: 20 to 48.',
			'On the 13 weeks before: −6, 95% interval −10 to −2.',
			'Left out: 15 answers in words only.'
		]);
		expect(notes[0]).toContain('The only signal in 1 look of week 47, 2026');
		expect(links[0].path).toBe('/review/2026-W47?segment=Team');
	});

	test('a customer’s words stand beside their money, and cannot pass for ours', () => {
		const told = toldOf(turned(), 'Europe/Berlin');
		expect(told.title).toBe('Harbor <Freight> turned detractor: 3 after 9');
		expect(told.lines[0]).toBe('Pays $48k a year; 3.1% of paying customers pay more.');
		expect(told.lines[1]).toContain('3 on 23 Nov 2026');
		const { html, text, subject, images } = alertMail([turned()], addressed);
		expect({ subject, images }).toEqual({ subject: told.title, images: [] });
		expect(html).toContain('Never again.<br>&#60;b&#62;Late&#60;/b&#62;');
		expect(html).not.toMatch(/<img|<b>Late/);
		expect(text).toContain('> Never again.\n> <b>Late</b>');
		expect(text).toContain('/customers/C%2F1');
		for (const part of [html, text]) expect(part.split(addressed.unsubscribeUrl)).toHaveLength(3);
	});

	test('words that are gone are a gap, and many alerts are one mail of bounded size', () => {
		const gone = { ...turned(), words: null, wordsGone: true, customer: null };
		expect(toldOf(gone, 'UTC')).toMatchObject({
			title: 'A customer who is not here any more turned detractor: 3 after 9',
			words: { text: null, gone: expect.stringContaining('Erased') },
			links: []
		});
		const many = Array.from({ length: 200 }, () => ({ ...turned(), words: 'x'.repeat(100_000) }));
		const { subject, html, text } = alertMail(many, addressed);
		expect(subject).toBe(subjectOf(many.map((one) => toldOf(one, 'UTC'))));
		expect(subject).toMatch(/^200 alerts: /);
		expect(html.length).toBeLessThan(80_000);
		expect(html).toContain('And 180 more on the page.');
		expect(text).toContain('And 180 more on the page.');
	});
});
