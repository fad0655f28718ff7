import { expect, test } from 'vitest';
import { serverSvg } from '#ui/charts/server-svg.ts';
import { onPage } from '#ui/charts/palette.ts';
import { followTheMoneyOption } from './follow-the-money-option.ts';

const byScore = [9, 10].map((score) => ({
	score,
	feeling: 'high' as const,
	customers: 1_688,
	revenue: { status: 'ok' as const, value: 1_100_000, low: 1_000_000, high: 1_200_000, n: 1_688 }
}));
const drawn = (settings: { upright?: boolean }) =>
	serverSvg(
		followTheMoneyOption(
			{ byScore },
			{ currency: 'USD', palette: onPage, question: 'How likely?', chosen: null, ...settings }
		),
		{ width: 120, height: 260 }
	);
/** The number at the foot of a bar, with how it is turned. */
const feet = (svg: string) => svg.match(/<text[^>]*>1,688<\/text>/g) ?? [];
const isTurned = (text: string) => /transform="matrix\(0,-1,1,0|rotate\(-90/.test(text.replace(/\s/g, ''));

test('on a phone the number of customers stands up in its bar, in which it would be cut off; elsewhere it lies', () => {
	expect(feet(drawn({})).map(isTurned)).toEqual([false, false]);
	expect(feet(drawn({ upright: true })).map(isTurned)).toEqual([true, true]);
});

/** Bars with intervals, by amounts in dollars, as they are drawn on a screen. */
const withIntervals = (bars: [low: number, value: number, high: number][], settings: { upright?: boolean } = {}) =>
	serverSvg(
		followTheMoneyOption(
			{
				byScore: bars.map(([low, value, high], score) => ({
					...{ score, feeling: 'low' as const, customers: 100 + score },
					revenue: { status: 'ok' as const, value: value * 100, low: low * 100, high: high * 100, n: 100 }
				}))
			},
			{ currency: 'USD', palette: onPage, question: 'How likely?', chosen: null, ...settings }
		),
		{ width: 990, height: 290 }
	);
const numbersIn = (svg: string) =>
	[...svg.matchAll(/<text([^>]*)>(10\d)<\/text>/g)].map(([, how]) => {
		const [x, y] = /(?:translate\(|matrix\(0,-1,1,0,)([-\d.]+)[ ,]([-\d.]+)\)/.exec(how)!.slice(1).map(Number);
		return { x, y, colour: /fill="([^"]+)"/.exec(how)![1] };
	});
const whiskersIn = (svg: string) =>
	[...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"[^>]*stroke="var\(--ink\)" stroke-width="1.5"/g)].map(
		([, x, top, , bottom]) => ({ x: Number(x), top: Number(top), bottom: Number(bottom) })
	);

test('no interval runs through the number of its bar, which is never white on paper', () => {
	const svg = withIntervals([
		[500, 5_000, 9_500],
		[100, 200, 300],
		[3_000, 12_000, 20_000],
		[-9_000, -5_000, -500],
		[-9_000, -8_000, -7_000],
		[-2_000, 100, 3_000]
	]);
	const numbers = numbersIn(svg);
	expect(numbers).toHaveLength(6);
	expect(whiskersIn(svg)).toHaveLength(6);
	for (const [i, { top, bottom }] of whiskersIn(svg).entries())
		expect(numbers[i].y < top || numbers[i].y > bottom || numbers[i].y + 11 < top, `bar ${i}`).toBe(true);
	expect(numbers.map(({ colour }) => colour)).toEqual(
		['ink', 'ink', 'on-colour', 'ink', 'on-colour', 'ink'].map((name) => `var(--${name})`)
	);
});

test('who differ in nothing but how many they are, are drawn anew', () => {
	const once = withIntervals([[3_000, 12_000, 20_000]]);
	expect(once).toContain('>100<');
	expect(withIntervals([[3_000, 12_000, 20_000]], { upright: true })).not.toBe(once);
});

test('a score that cannot be told has a dash in the place of its bar, not below its number like a line under a link', () => {
	const byScoreWithout = [
		...byScore,
		{ ...byScore[0], score: 2, revenue: { status: 'not estimable' as const, reason: 'only 1 customer' } }
	];
	const svg = serverSvg(
		followTheMoneyOption(
			{ byScore: byScoreWithout as never },
			{ currency: 'USD', palette: onPage, question: 'How likely?', chosen: null }
		),
		{ width: 400, height: 260 }
	);
	const heightOf = (text: string) =>
		Number(new RegExp(`translate\\([\\d.]+ ([\\d.]+)\\)"[^>]*>${text}</text>`).exec(svg)![1]);
	expect(heightOf('—')).toBeLessThan(heightOf('\\$0') + 1);
	expect(heightOf('—')).toBeLessThan(heightOf('2'));
});

test('a chart in another currency is drawn anew, though its numbers are the same', () => {
	const amounts = (currency: string) =>
		serverSvg(followTheMoneyOption({ byScore }, { currency, palette: onPage, question: 'How likely?', chosen: null }), {
			width: 990,
			height: 290
		});
	expect(amounts('USD')).toContain('$1');
	expect(amounts('EUR')).not.toContain('$');
});
