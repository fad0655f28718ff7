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
		{ width: 120, height: 260 },
		'a chart'
	);
/** The number at the foot of a bar, with how it is turned. */
const feet = (svg: string) => svg.match(/<text[^>]*>1,688<\/text>/g) ?? [];
const isTurned = (text: string) => /transform="matrix\(0,-1,1,0|rotate\(-90/.test(text.replace(/\s/g, ''));

test('on a phone the number of customers stands up in its bar, in which it would be cut off; elsewhere it lies', () => {
	expect(feet(drawn({})).map(isTurned)).toEqual([false, false]);
	expect(feet(drawn({ upright: true })).map(isTurned)).toEqual([true, true]);
});
