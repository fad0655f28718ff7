import { describe, expect, test } from 'vitest';
import { seriesFrom } from '../../surveys/series.ts';
import { everything, precisionOf, themeFigures, twelveTo } from './figures.ts';
import type { RepeatedComments, ThemeCount } from './queries/read.server.ts';

const nps = seriesFrom('nps:relationship');
const time = twelveTo('2026-11-01', '2026-11-01');
const counted = (themeId: number, month: string, score: number, comments: number): ThemeCount => ({
	themeId,
	month: `${month}-01`,
	series: nps.id,
	score,
	comments
});
const told = (
	counts: ThemeCount[],
	{ ids = [1], repeated = [] }: { ids?: number[]; repeated?: RepeatedComments[] } = {}
) => themeFigures(ids, { counts, repeated, money: [], checked: [], series: nps, time });

describe('a theme', () => {
	test('has its share of all comments, and the score of who wrote about it, with their intervals', () => {
		const [, one] = told([
			counted(everything, '2026-03', 0, 60),
			counted(everything, '2026-03', 10, 40),
			counted(1, '2026-03', 0, 15),
			counted(1, '2026-03', 10, 5),
			counted(1, '2026-03', -1, 4)
		]);
		expect(one).toMatchObject({ comments: 24, share: { value: 0.24, n: 100 }, loyalty: { value: -50, n: 20 } });
		// Wilson, 24 of 100: Newcombe 1998.
		expect(one.share).toMatchObject({ low: expect.closeTo(0.1669, 3), high: expect.closeTo(0.3323, 3) });
	});

	test('that nobody wrote about has a share of nothing, and no score', () => {
		const [, none] = told([counted(everything, '2026-03', 5, 60)]);
		expect(none).toMatchObject({
			comments: 0,
			loyalty: { status: 'not_estimable' },
			money: { customers: 0 },
			trend: null
		});
	});

	test('of no comments at all has neither', () => {
		expect(told([])[1]).toMatchObject({ share: { status: 'not_estimable' }, trend: null });
	});

	test('is compared in complete months, the last three with the three before', () => {
		const steady = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
		const [, up, flat] = told(
			steady.flatMap((month, i) => [
				counted(everything, month, 9, 100),
				counted(1, month, 9, i < 3 ? 5 : i < 6 ? 30 : 0),
				counted(2, month, 9, 10)
			]),
			{ ids: [1, 2] }
		);
		expect(up).toMatchObject({ themeId: 1, trend: { by: 0.25, isSignal: true } });
		expect(flat).toMatchObject({ themeId: 2, trend: { by: 0, isSignal: false } });
	});
});

describe('several comments of one customer', () => {
	/** Each customer wrote the same twice: as many comments as customers, twice over. */
	const twice = (given: Partial<RepeatedComments>): RepeatedComments => ({
		...{ themeId: 1, of: 'score', months: 12, asOf: '2026-11-01', series: nps.id },
		...{ repeats: 0, pairs: 0, pairSums: 0, pairProducts: 0 },
		...given
	});
	const steady = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
	const counts = steady.flatMap((month, i) => [
		counted(everything, month, 9, 40),
		counted(everything, month, 0, 40),
		counted(1, month, 0, i < 3 ? 10 : 16)
	]);
	// 78 comments about the theme, all of them detractors, of 39 customers; 480 of 240 customers; 240 in three months.
	const repeated = [
		twice({ repeats: 39, pairs: 78, pairSums: -78, pairProducts: 78 }),
		...[
			{ months: 12, asOf: '2026-11-01', wrote: 480, about: 78 },
			{ months: 3, asOf: '2026-07-01', wrote: 240, about: 30 },
			{ months: 3, asOf: '2026-10-01', wrote: 240, about: 48 }
		].flatMap(({ months, asOf, wrote, about }) => {
			const sums = { of: 'share', series: '', months, asOf } as const;
			return [
				twice({ ...sums, themeId: everything, repeats: wrote / 2, pairs: wrote, pairSums: wrote, pairProducts: wrote }),
				twice({ ...sums, repeats: about / 2, pairs: about, pairSums: about, pairProducts: about })
			];
		})
	];
	const half = counts.map((count) => ({ ...count, comments: count.comments / 2 }));

	test('tell as much as one each would', () => {
		const [, one] = told(counts, { repeated });
		const [, once] = told(half);
		expect(one).toMatchObject({ comments: 78, share: { n: 480 }, loyalty: { n: 78 } });
		const width = (estimate: typeof one.share) => (estimate.status === 'ok' ? estimate.high - estimate.low : NaN);
		// G/(G − 1) is all that is left between them.
		expect(width(one.share) / width(once.share)).toBeCloseTo(Math.sqrt(240 / 239), 3);
		expect(width(one.loyalty)).toBeCloseTo(width(once.loyalty), 9);
		const [apart, joined] = [one, once].map(({ trend }) => trend!.high - trend!.low);
		expect(apart / joined).toBeCloseTo(Math.sqrt(120 / 119), 3);
	});

	test('make no signal of a rise that chance would show among half as many', () => {
		expect(told(counts)[1].trend).toMatchObject({ isSignal: true });
		expect(told(counts, { repeated })[1].trend).toMatchObject({ by: expect.closeTo(0.075, 9), isSignal: false });
	});

	test('have no share, where one customer wrote them all', () => {
		const all = { themeId: everything, of: 'share', series: '' } as const;
		const [, one] = told(counts, { repeated: [twice({ ...all, repeats: 479, pairs: 480 * 479 })] });
		expect(one.share).toMatchObject({ reason: 'all comments come from one customer' });
	});
});

describe('precision', () => {
	test('is not checked until somebody has read enough of what the rules find', () => {
		expect(precisionOf(undefined)).toEqual({ status: 'not_estimable', reason: 'not checked' });
		expect(precisionOf({ read: 3, right: 3 })).toMatchObject({ reason: 'only 3 read: 3 right' });
	});

	test('is the share that is right, with Wilson’s interval', () => {
		// 81 of 263: 0.2553 to 0.3662 (Newcombe 1998, table I, method 3).
		expect(precisionOf({ read: 263, right: 81 })).toMatchObject({
			low: expect.closeTo(0.2553, 4),
			high: expect.closeTo(0.3662, 4)
		});
		expect(precisionOf({ read: 20, right: 20 })).toMatchObject({ value: 1, high: 1, low: expect.closeTo(0.8389, 4) });
	});
});
