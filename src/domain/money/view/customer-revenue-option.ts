import { base, categoryAxis, valueAxis } from '#ui/charts/option.ts';
import type { ChartOption } from '#ui/charts/option.ts';
import type { Palette } from '#ui/charts/palette.ts';
import { money } from '#ui/format/money.ts';
import { month as monthText, monthName } from '#ui/format/time.ts';
import { feelingIn } from '../../metrics/loyalty.ts';
import { metricName } from '../../surveys/series.ts';
import { scaleOf } from '../../surveys/survey.ts';
import type { ScoreMark } from '../../voice/server.ts';
import { netOfMonth } from '../story/months.ts';
import type { StoryMonth } from '../story/months.ts';

/** 'NPS 4, relationship' */
export const markText = ({ metric, score, about }: ScoreMark): string => `${metricName[metric]} ${score}, ${about}`;

/** More marks than this cover one another's numbers: then they are dots, and the numbers are told. */
const mostNumbered = 24;
/** More months than this are named by their years only. */
const mostNamed = 14;

/** One mark for the scores of a month that stand at the same height; in the order of the months. */
export const marksOf = (months: readonly StoryMonth[]): { mark: ScoreMark; i: number }[] =>
	months.flatMap(({ scores }, i) =>
		[...new Map(scores.map((mark) => [heightOf(mark), mark])).values()].map((mark) => ({ mark, i }))
	);

/** How high a score stands on its own scale, from 0 to 1: the better, the higher. */
export function heightOf({ metric, score, highIsGood }: ScoreMark): number {
	const { lowest, highest } = highIsGood || metric !== 'ces' ? scaleOf[metric] : { lowest: 1, highest: 5 };
	const share = Math.min(1, (score - lowest) / (highest - lowest));
	return highIsGood ? share : 1 - share;
}

/** What a customer paid in each month as bars, and the scores they gave as marks in the month in which they did. */
export function customerRevenueOption(
	months: readonly StoryMonth[],
	{ currency, palette, chosen }: { currency: string; palette: Palette; chosen: string | null }
): ChartOption {
	const axis = valueAxis(palette);
	const marks = marksOf(months);
	const isCrowded = marks.length > mostNumbered;
	return {
		...base(palette),
		grid: { left: 56, right: 16, top: 20, bottom: 32 },
		tooltip: { trigger: 'axis', formatter: ([{ dataIndex }]: { dataIndex: number }[]) => told(months[dataIndex]) },
		xAxis: {
			...categoryAxis(palette),
			data: months.map(({ month }) => month),
			axisLabel: {
				...axis.axisLabel,
				interval: (i: number) => months.length <= mostNamed || months[i].month.slice(5, 7) === '01',
				formatter: (month: string) => (month.slice(5, 7) === '01' ? month.slice(0, 4) : monthName(month)),
				hideOverlap: true
			}
		},
		yAxis: [
			{ ...axis, axisLabel: { ...axis.axisLabel, formatter: (minor: number) => money(minor, currency) } },
			{ type: 'value', show: false, min: 0, max: 1 }
		],
		series: [
			{
				type: 'bar',
				name: 'Revenue',
				barMaxWidth: 24,
				cursor: 'pointer',
				data: months.map(({ month, revenue }) => ({
					value: revenue ? netOfMonth(revenue) : null,
					itemStyle: { color: palette.money, opacity: chosen === null || chosen === month ? 0.55 : 0.25 }
				})),
				emphasis: { disabled: true }
			},
			{
				type: 'line',
				name: 'Scores',
				yAxisIndex: 1,
				showAllSymbol: true,
				lineStyle: { opacity: 0 },
				symbol: 'circle',
				symbolSize: isCrowded ? 8 : 18,
				data: marks.map(({ mark, i }) => ({ value: [i, heightOf(mark)], ...looksOf(mark) })),
				emphasis: { disabled: true }
			}
		]
	};

	function looksOf(mark: ScoreMark) {
		const { metric, highIsGood, score } = mark;
		return {
			itemStyle: { color: palette[feelingIn({ id: '', metric, highIsGood, about: '' }, score)] },
			label: { show: !isCrowded, position: 'inside', formatter: String(score), color: palette.onColour, fontSize: 11 }
		};
	}

	function told({ month, revenue, scores }: StoryMonth): string {
		const paid = revenue ? `Revenue ${money(netOfMonth(revenue), currency)}` : 'Revenue: month not complete';
		return [monthText(month), paid, ...scores.map(markText)].join('<br>');
	}
}
