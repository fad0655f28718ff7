import { describe, expect, test } from 'vitest';
import { placeMeant } from './places.ts';
import type { Place } from './places.ts';
import { serverSvg } from './server-svg.ts';
import { rowsOf, withPinned } from './with-pinned.ts';

const place = (x: number, y: number | null = null): Place => ({
	key: `k:${x}`,
	name: String(x),
	at: { x, y },
	says: null
});
const option = {
	animation: false,
	xAxis: { type: 'category', data: ['a', 'b', 'c', 'd'] },
	yAxis: { type: 'value', scale: true },
	series: [{ type: 'line', data: [40, 42, null, 45] }]
};
const size = { width: 400, height: 200 };
const drawn = (...marks: Parameters<typeof withPinned>[1]) => serverSvg(withPinned(option, marks), size);

describe('what is pinned to a chart', () => {
	test('is in the drawing of the server, with its number', () => {
		const svg = drawn({ number: 12, from: place(1), to: place(1) }, { number: 307, from: place(0), to: place(2) });
		expect(svg).toMatch(/>12<\/text>/);
		expect(svg).toMatch(/>307<\/text>/);
		expect(svg).toContain('var(--mark)');
	});

	test('leaves axes and series as they were, on a gap and on a curve too', () => {
		const ticks = (svg: string) => [...svg.matchAll(/>(\d\d)<\/text>/g)].map(([, text]) => text);
		const bare = ticks(serverSvg(option, size));
		expect(bare.length).toBeGreaterThan(2);
		expect(ticks(drawn({ number: 7, from: place(2), to: place(2) }))).toEqual(bare);
		expect(ticks(drawn({ number: 7, from: place(3, 45), to: place(3, 45) }))).toEqual(bare);
		expect(withPinned(option, [{ number: 7, from: place(2), to: place(2) }])).toMatchObject({
			series: [option.series[0], { silent: true }, { id: 'flags' }]
		});
	});

	test('stands in rows, so that no flag covers another', () => {
		const at = (x: number, height: number | null = null) => ({ x, width: 17, at: height });
		expect(rowsOf([at(0), at(10), at(20), at(5), at(60), at(0, 45)])).toEqual([0, 1, 0, 2, 0, 0]);
		expect(rowsOf([])).toEqual([]);
	});

	test('is nothing where nothing is', () => {
		expect(withPinned(option, [])).toBe(option);
	});
});

describe('who points into a chart means', () => {
	const at = (one: Place, x: number, y: number | null) => ({ place: one, x, y });
	const [first, second, curve] = [place(1), place(2), place(3, 5)];
	const all = [at(first, 100, null), at(second, 200, null), at(curve, 190, 50)];

	test('the nearest place of the axis, at whatever height', () => {
		expect(placeMeant(all, 120, 180)).toBe(first);
		expect(placeMeant(all, 399, 3)).toBe(second);
	});
	test('a curve’s end, near to it', () => {
		expect(placeMeant(all, 195, 60)).toBe(curve);
		expect(placeMeant(all, 195, 120)).toBe(second);
	});
	test('the nearest curve, where there is no axis; nothing, where there is nothing', () => {
		expect(placeMeant([all[2]], 0, 0)).toBe(curve);
		expect(placeMeant([], 0, 0)).toBeNull();
	});
});
