import { describe, expect, test } from 'vitest';
import { seriesFrom } from '../../surveys/series.ts';
import { everything, precisionOf, themeFigures, twelveTo } from './figures.ts';
import type { ThemeCount } from './queries/read.server.ts';

const nps = seriesFrom('nps:relationship');
const time = twelveTo('2026-11-01', '2026-11-01');
const counted = (themeId: number, month: string, score: number, comments: number): ThemeCount => ({
	themeId,
	month: `${month}-01`,
	series: nps.id,
	score,
	comments
});
const told = (counts: ThemeCount[], ids = [1]) =>
	themeFigures(ids, { counts, money: [], checked: [], series: nps, time });

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
			[1, 2]
		);
		expect(up).toMatchObject({ themeId: 1, trend: { by: 0.25, isSignal: true } });
		expect(flat).toMatchObject({ themeId: 2, trend: { by: 0, isSignal: false } });
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
