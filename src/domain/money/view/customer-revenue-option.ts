import { base, categoryAxis, moneyLabel, valueAxis } from '#ui/charts/option.ts';
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

/** How high the chart is drawn. */
export const customerRevenueHeight = 240;
/** A mark with its number in it; where months are narrower, it is a dot, and the number is told. */
const markSize = 18;
const dotSize = 8;
/** As wide as a month is on a phone, so that a finger tells one mark from the next. */
const monthWidth = 20;

const grid = { left: 56, right: 16, top: 20, bottom: 32 };

/** As wide as the chart has to be for each month to have its place. */
export const widthFor = (months: readonly StoryMonth[]): number => grid.left + grid.right + months.length * monthWidth;

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

type Settings = {
	currency: string;
	palette: Palette;
	chosen: string | null;
	/** At which it is drawn. */
	width: number;
	/** Its amounts stand at the right, where a chart begins that scrolls. */
	scrolls?: boolean;
};

/** What a customer paid in each month as bars, and the scores they gave as marks in the month in which they did. */
export function customerRevenueOption(
	months: readonly StoryMonth[],
	{ currency, palette, chosen, width, scrolls = false }: Settings
): ChartOption {
	const axis = valueAxis(palette);
	const marks = marksOf(months);
	const { left, right, ...beside } = grid;
	const isCrowded = (width - left - right) / months.length <= markSize;
	const heights = keptApart(marks, (isCrowded ? dotSize : markSize) + 1);
	return {
		...base(palette),
		grid: scrolls ? { left: right, right: left, ...beside } : grid,
		tooltip: { trigger: 'axis', formatter: ([{ dataIndex }]: { dataIndex: number }[]) => told(months[dataIndex]) },
		xAxis: {
			...categoryAxis(palette),
			data: months.map(({ month }) => month),
			axisLabel: {
				...axis.axisLabel,
				interval: (i: number) =>
					months.length <= mostNamed ||
					(scrolls ? ['01', '04', '07', '10'] : ['01']).includes(months[i].month.slice(5, 7)),
				formatter: (month: string) => (month.slice(5, 7) === '01' ? month.slice(0, 4) : monthName(month)),
				hideOverlap: true
			}
		},
		yAxis: [
			{
				...axis,
				position: scrolls ? 'right' : 'left',
				axisLabel: moneyLabel(palette, currency)
			},
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
				symbolSize: isCrowded ? dotSize : markSize,
				data: marks.map(({ mark, i }, m) => ({ value: [i, heights[m]], ...looksOf(mark) })),
				emphasis: { disabled: true }
			}
		]
	};

	function looksOf(mark: ScoreMark) {
		const { metric, highIsGood, score } = mark;
		const feeling = feelingIn({ id: '', metric, highIsGood, about: '' }, score);
		const color = feeling === 'middle' ? palette.onMiddle : palette.onColour;
		return {
			// An edge, so that it stands off its bar and the mark beside it.
			itemStyle: { color: palette[feeling], borderColor: palette.paper, borderWidth: 1 },
			label: { show: !isCrowded, position: 'inside', formatter: String(score), color, fontSize: 11 }
		};
	}

	function told({ month, revenue, scores }: StoryMonth): string {
		const paid = revenue ? `Revenue ${money(netOfMonth(revenue), currency)}` : 'Revenue: month not complete';
		return [monthText(month), paid, ...scores.map(markText)].join('<br>');
	}
}

type PlacedMark = { mark: ScoreMark; i: number };

/**
 * How high each mark stands, from 0 to 1, so that those of one month do not lie on one another: where scores are nearly
 * as good, each moves as little as it has to, and the better stays above. `size` is in pixels.
 */
function keptApart(marks: readonly PlacedMark[], size: number): number[] {
	const apart = size / (customerRevenueHeight - grid.top - grid.bottom);
	const heights = marks.map(({ mark }) => heightOf(mark));
	for (const month of new Set(marks.map(({ i }) => i))) {
		const upwards = marks.flatMap(({ i }, m) => (i === month ? [m] : [])).sort((a, b) => heights[a] - heights[b]);
		if ((upwards.length - 1) * apart > 1) continue;
		upwards.forEach((m, k) => k > 0 && (heights[m] = Math.max(heights[m], heights[upwards[k - 1]] + apart)));
		const downwards = upwards.toReversed();
		downwards.forEach((m, k) => {
			heights[m] = Math.min(heights[m], k === 0 ? 1 : heights[downwards[k - 1]] - apart);
		});
	}
	return heights;
}
