import { base, categoryAxis, escaped, moneyAxis, valueAxis } from '#ui/charts/option.ts';
import type { ChartOption } from '#ui/charts/option.ts';
import type { Palette } from '#ui/charts/palette.ts';
import { money } from '#ui/format/money.ts';
import { number, percent } from '#ui/format/number.ts';
import { month as monthText, monthName } from '#ui/format/time.ts';
import type { LoyaltyMonths } from '../../metrics/server.ts';
import { metricName } from '../../surveys/series.ts';
import type { Series } from '../../surveys/series.ts';
import type { CompanyEvent } from '../event.ts';
import { eventsOfMonth } from '../event.ts';
import type { MonthlyRevenue } from '../server.ts';

type Months = { loyalty: LoyaltyMonths; revenue: MonthlyRevenue[]; events: CompanyEvent[] };
/** `marked`: the month that somebody asked for. */
type Settings = { series: Series; currency: string; palette: Palette; marked?: string | null };

/**
 * The score of each month as a line with its interval, revenue as a second line on its own axis. Where the definition
 * changed within the months, the score by the earlier one is there too, dashed, so that the change itself is seen.
 * Months in which something happened that explains them are marked at the foot.
 */
export function byMonthOption(
	{ loyalty: { now: loyalty, earlier }, revenue, events }: Months,
	{ series, currency, palette, marked = null }: Settings
): ChartOption {
	const score = (value: number) => (series.metric === 'nps' ? number(value) : percent(value, 0));
	const axis = valueAxis(palette);
	const amounts = moneyAxis(
		palette,
		currency,
		revenue.map(({ minor }) => minor)
	);
	const revenueOf = new Map(revenue.map(({ month, minor }) => [month, minor]));
	return {
		...base(palette),
		grid: { left: 44, right: 56, top: 12, bottom: 32 },
		tooltip: { trigger: 'axis', formatter: ([{ dataIndex }]: { dataIndex: number }[]) => told(dataIndex) },
		xAxis: {
			...categoryAxis(palette),
			data: loyalty.map(({ month }) => month),
			axisLabel: {
				...axis.axisLabel,
				formatter: (month: string) => (month.slice(5, 7) === '01' ? month.slice(0, 4) : monthName(month)),
				hideOverlap: true
			}
		},
		yAxis: [
			{ ...axis, scale: true, axisLabel: { ...axis.axisLabel, formatter: score } },
			{
				...amounts,
				scale: true,
				splitLine: { show: false },
				axisLabel: { ...amounts.axisLabel, color: palette.money }
			},
			{ ...axis, show: false, min: 0, max: 1 }
		],
		series: [
			{ ...band, data: loyalty.map(({ low }) => low) },
			{
				...band,
				data: loyalty.map(({ low, high }) => (low === null || high === null ? null : high - low)),
				areaStyle: { color: palette.ink, opacity: 0.08 }
			},
			{
				...line(palette.ink),
				name: metricName[series.metric],
				data: loyalty.map(({ month, value }) => (month === marked ? { value, symbolSize: 14 } : value)),
				cursor: 'pointer'
			},
			{
				...line(palette.money),
				name: 'Revenue',
				yAxisIndex: 1,
				data: loyalty.map(({ month }) => revenueOf.get(month) ?? null)
			},
			...earlier.map(({ version, points }) => ({
				...line(palette.muted),
				name: `${metricName[series.metric]}, version ${version}`,
				data: points.map(({ value }) => value),
				lineStyle: { color: palette.muted, width: 1.25, type: 'dashed' },
				silent: true
			})),
			{
				...line(palette.ink),
				name: 'Events',
				yAxisIndex: 2,
				symbol: 'triangle',
				symbolSize: 9,
				lineStyle: { opacity: 0 },
				silent: true,
				data: loyalty.map(({ month }) => (eventsOfMonth(events, month).length > 0 ? 0.03 : null))
			}
		]
	};

	function told(index: number): string {
		const { month, value, low, high, answers } = loyalty[index];
		const minor = revenueOf.get(month);
		const felt =
			value === null || low === null || high === null
				? `${metricName[series.metric]}: too few answers (${answers})`
				: `${metricName[series.metric]} ${score(value)} (${score(low)} to ${score(high)}), ${number(answers)} answers`;
		const paid = minor === undefined ? 'Revenue: month not complete' : `Revenue ${money(minor, currency)}`;
		const happened = eventsOfMonth(events, month).map(({ kind, what }) => `▲ ${kind}: ${escaped(what)}`);
		return [monthText(month), felt, paid, ...happened].join('<br>');
	}
}

const line = (colour: string) => ({
	type: 'line',
	symbol: 'circle',
	symbolSize: 5,
	connectNulls: false,
	lineStyle: { color: colour, width: 1.75 },
	itemStyle: { color: colour },
	emphasis: { disabled: true }
});

/** Two stacked invisible lines whose gap is filled: the interval. */
const band = {
	type: 'line',
	stack: 'interval',
	stackStrategy: 'all',
	symbol: 'none',
	silent: true,
	lineStyle: { opacity: 0 },
	connectNulls: false,
	// Pointing at the chart would make the interval vanish.
	emphasis: { disabled: true }
};
