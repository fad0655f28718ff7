import { base, categoryAxis, moneyLabel, valueAxis } from '#ui/charts/option.ts';
import type { ChartOption } from '#ui/charts/option.ts';
import type { Palette } from '#ui/charts/palette.ts';
import { money } from '#ui/format/money.ts';
import { percent } from '#ui/format/number.ts';
import { month as monthText, monthName } from '#ui/format/time.ts';
import { feelings, groupName } from '../../metrics/groups.ts';
import type { Metric } from '../../surveys/survey.ts';
import type { RevenueByGroupMonth } from '../revenue-by-group.ts';

export type Band = { key: 'low' | 'middle' | 'high' | 'silent'; name: string };

/** The bands from the bottom up: those at risk stand on the axis, where they are easiest to compare. */
export const bandsOf = (metric: Metric): Band[] => [
	...[...feelings].reverse().map((key) => ({ key, name: groupName(metric, key) })),
	{ key: 'silent', name: 'Silent' }
];

/** What customers pay a year at the end of each month, stacked by what they last said. */
export function revenueByGroupOption(
	months: readonly RevenueByGroupMonth[],
	{ metric, currency, palette }: { metric: Metric; currency: string; palette: Palette }
): ChartOption {
	const axis = valueAxis(palette);
	const bands = bandsOf(metric);
	return {
		...base(palette),
		grid: { left: 56, right: 12, top: 12, bottom: 32 },
		tooltip: {
			trigger: 'axis',
			formatter: ([{ dataIndex }]: { dataIndex: number }[]) => told(months[dataIndex])
		},
		xAxis: {
			...categoryAxis(palette),
			boundaryGap: false,
			data: months.map(({ month }) => month),
			axisLabel: {
				...axis.axisLabel,
				formatter: (month: string) => (month.slice(5, 7) === '01' ? month.slice(0, 4) : monthName(month)),
				hideOverlap: true
			}
		},
		yAxis: { ...axis, axisLabel: moneyLabel(palette, currency) },
		series: bands.map(({ key, name }) => ({
			type: 'line',
			name,
			stack: 'revenue',
			symbol: 'none',
			data: months.map((month) => month[key]),
			lineStyle: { width: 1, color: colourOf(key, palette) },
			areaStyle: { color: colourOf(key, palette), opacity: key === 'silent' ? 0.12 : 0.75 },
			emphasis: { disabled: true },
			triggerEvent: key !== 'silent',
			cursor: key === 'silent' ? 'default' : 'pointer'
		}))
	};

	function told(month: RevenueByGroupMonth): string {
		const all = bands.reduce((sum, { key }) => sum + month[key], 0);
		const lines = [...bands]
			.reverse()
			.map(
				({ key, name }) => `${name}: ${money(month[key], currency)}${all > 0 ? ` (${percent(month[key] / all)})` : ''}`
			);
		return [monthText(month.month), ...lines].join('<br>');
	}
}

const colourOf = (key: Band['key'], palette: Palette): string => (key === 'silent' ? palette.muted : palette[key]);
