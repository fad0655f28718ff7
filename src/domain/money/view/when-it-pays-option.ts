import { base, categoryAxis, label, moneyAxis } from '#ui/charts/option.ts';
import type { ChartOption } from '#ui/charts/option.ts';
import type { Palette } from '#ui/charts/palette.ts';
import { money } from '#ui/format/money.ts';
import type { LagMonth } from '../price/lag-profile.ts';
import { intervalText } from './price-text.ts';

type Settings = { currency: string; palette: Palette };
type Frame = { coordSys: { y: number; height: number } };
type Api = { coord(point: [number, number]): [number, number] };

/** What a point goes with in each month around the answer, with its interval; the months before it lie on grey. */
export function whenItPaysOption(lag: readonly LagMonth[], { currency, palette }: Settings): ChartOption {
	const of = (read: (found: { value: number; low: number; high: number }) => number) =>
		lag.map(({ perPoint }) => (perPoint.status === 'ok' ? read(perPoint) : null));
	const axis = moneyAxis(palette, currency, [...of(({ low }) => low), ...of(({ high }) => high)]);
	const answered = lag.findIndex(({ month }) => month === 0);
	return {
		...base(palette),
		grid: { left: 56, right: 12, top: 12, bottom: 40 },
		tooltip: {
			trigger: 'item',
			formatter: ({ dataIndex }: { dataIndex: number }) => {
				const { month, perPoint } = lag[dataIndex];
				return perPoint.status === 'ok'
					? `${monthText(month)}: ${money(perPoint.value, currency)} (${intervalText(perPoint, currency)})`
					: `${monthText(month)}: ${perPoint.reason}`;
			}
		},
		xAxis: {
			...categoryAxis(palette),
			boundaryGap: false,
			data: lag.map(({ month }) => `${month} mo`.replace('-', '−')),
			axisLabel: { ...label(palette), interval: (index: number) => lag[index].month % 3 === 0 }
		},
		yAxis: axis,
		series: [
			{ ...band, data: of(({ low }) => low) },
			{ ...band, data: of(({ low, high }) => high - low), areaStyle: { color: palette.money, opacity: 0.12 } },
			{
				type: 'line',
				symbol: 'circle',
				symbolSize: 5,
				lineStyle: { color: palette.money, width: 1.75 },
				itemStyle: { color: palette.money },
				emphasis: { disabled: true },
				data: of(({ value }) => value)
			},
			{
				type: 'custom',
				silent: true,
				z: 0,
				data: [[0, 0]],
				renderItem: ({ coordSys }: Frame, api: Api) => ({
					type: 'rect',
					shape: {
						x: api.coord([0, 0])[0],
						y: coordSys.y,
						width: api.coord([answered, 0])[0] - api.coord([0, 0])[0],
						height: coordSys.height
					},
					style: { fill: palette.ink, opacity: 0.07 }
				})
			}
		]
	};
}

export const monthText = (month: number): string =>
	month === 0 ? 'The month of the answer' : `${Math.abs(month)} mo ${month < 0 ? 'before' : 'after'}`;

/** Two stacked invisible lines whose gap is filled: the interval. */
const band = {
	type: 'line',
	stack: 'interval',
	stackStrategy: 'all',
	symbol: 'none',
	silent: true,
	lineStyle: { opacity: 0 }
};
