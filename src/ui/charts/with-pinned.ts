import type { ChartOption } from './option.ts';
import { onPage } from './palette.ts';
import type { Palette } from './palette.ts';
import type { Pinned } from './places.ts';

/** By this the browser knows a click on a flag from one on the chart. */
export const flagsId = 'flags';

type Frame = { coordSys: { x: number; y: number; width: number; height: number }; dataIndex: number };
type Api = {
	value(dimension: number): number;
	coord(point: [number, number]): [number, number];
	size(length: [number, number]): [number, number];
};
type Shape = Record<string, unknown>;

const flagHeight = 18;

/**
 * A chart with what is pinned to it: a flag with its number over the place, a band behind a range. One drawing for
 * page, paper, wall and mail.
 */
export function withPinned(
	option: ChartOption,
	pinned: readonly Pinned[],
	colours: Pick<Palette, 'mark' | 'onMark'> = onPage
): ChartOption {
	if (pinned.length === 0) return option;
	let laid: { spots: Spot[]; rows: number[] } | null = null;
	const data = pinned.map(({ number, from, to, tentative = false }) => ({
		value: [from.at.x, null, to.at.x, to.at.y],
		name: String(number),
		tentative
	}));
	const common = { type: 'custom', encode: { x: 0, y: 1 }, data, tooltip: { show: false }, animation: false };
	return {
		...option,
		series: [
			...(option.series as Shape[]),
			{
				...common,
				silent: true,
				z: 0,
				renderItem: (frame: Frame, api: Api) => band(pinned[frame.dataIndex], frame, api)
			},
			{
				...common,
				id: flagsId,
				z: 9,
				cursor: 'pointer',
				renderItem: (frame: Frame, api: Api) => flag(pinned[frame.dataIndex], frame, api)
			}
		]
	};

	function band({ from, to, tentative }: Pinned, { coordSys }: Frame, api: Api): Shape {
		const left = api.coord([from.at.x, 0])[0];
		const right = api.coord([to.at.x, 0])[0];
		const { y, height } = coordSys;
		if (from === to) {
			const shown = from.at.y === null ? 0.55 : 0;
			return {
				type: 'line',
				shape: { x1: left, y1: y, x2: left, y2: y + height },
				style: { stroke: colours.onMark, lineWidth: 1, lineDash: [3, 3], opacity: shown }
			};
		}
		const half = Math.abs(api.size([1, 0])[0]) / 2;
		const start = Math.max(coordSys.x, left - half);
		return {
			type: 'rect',
			shape: { x: start, y, width: Math.min(coordSys.x + coordSys.width, right + half) - start, height },
			style: { fill: colours.mark, opacity: tentative ? 0.6 : 0.35 }
		};
	}

	function layOut({ x: left, width: across }: Frame['coordSys'], api: Api) {
		const spots = pinned.map((one): Spot => {
			const width = widthOf(one);
			const [middle] = api.coord([(one.from.at.x + one.to.at.x) / 2, 0]);
			return { width, x: Math.min(Math.max(middle - width / 2, left), left + across - width), at: one.to.at.y };
		});
		return { spots, rows: rowsOf(spots) };
	}

	function flag({ to, number, tentative }: Pinned, { coordSys, dataIndex }: Frame, api: Api): Shape {
		// Where each stands depends on all the others: worked out with the first of them, for each drawing once.
		if (dataIndex === 0 || laid === null) laid = layOut(coordSys, api);
		const { x, width, at } = laid.spots[dataIndex];
		const top = at === null ? coordSys.y : api.coord([to.at.x, at])[1] - flagHeight - 6;
		const y = top + laid.rows[dataIndex] * (flagHeight + 2);
		const text = tentative ? '+' : String(number);
		return {
			type: 'group',
			children: [
				{
					type: 'rect',
					shape: { x, y, width, height: flagHeight, r: 3 },
					style: { fill: colours.mark, stroke: colours.onMark, lineWidth: 1 }
				},
				{
					type: 'text',
					style: {
						x: x + width / 2,
						y: y + flagHeight / 2,
						text,
						align: 'center',
						verticalAlign: 'middle',
						fill: colours.onMark,
						font: '600 11px Inter, system-ui, sans-serif'
					}
				}
			]
		};
	}
}

const widthOf = ({ number, tentative }: Pinned) => 10 + 7 * (tentative ? 1 : String(number).length);

type Spot = { x: number; width: number; at: number | null };

/** In which row each flag stands, so that none covers another: those at the same height that would touch go below. */
export function rowsOf(spots: readonly Spot[]): number[] {
	const rows: number[] = [];
	for (const [i, spot] of spots.entries()) {
		const taken = new Set(rows.filter((_, j) => touches(spot, spots[j])));
		rows[i] = spots.findIndex((_, row) => !taken.has(row));
	}
	return rows;
}

const touches = (one: Spot, other: Spot) =>
	one.at === other.at && one.x < other.x + other.width + 1 && other.x < one.x + one.width + 1;
