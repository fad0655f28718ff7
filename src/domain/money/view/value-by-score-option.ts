import { base, categoryAxis, label, moneyAxis } from '#ui/charts/option.ts';
import type { ChartOption } from '#ui/charts/option.ts';
import type { Palette } from '#ui/charts/palette.ts';
import { whiskers } from '#ui/charts/whiskers.ts';
import { money } from '#ui/format/money.ts';
import { dash } from '#ui/format/number.ts';
import type { Feeling } from '../../metrics/groups.ts';
import type { Found } from '../price/intervals.ts';
import type { LikeForLike } from '../price/like-for-like.ts';
import type { SilentGroup } from '../price/silent.ts';
import { intervalText } from './price-text.ts';

/** One point of the chart: a score, or at the right a group that said nothing. */
export type Valued = { name: string; score: number | null; feeling: Feeling | null; value: Found; n: number };

export const valued = (byScore: LikeForLike['byScore'], silent: readonly SilentGroup[]): Valued[] => [
	...byScore
		.toSorted((a, b) => a.score - b.score)
		.map(({ score, feeling, value, answers }) => ({ name: String(score), score, feeling, value, n: answers })),
	...silent
		.filter(({ customers }) => customers > 0)
		.map(({ name, value, customers }) => ({ name, score: null, feeling: null, value, n: customers }))
];

/** For the axis, where a score has room for two digits. */
const shortly = (name: string): string => ({ 'Asked, silent': '\nsilent', 'Never asked': 'unasked' })[name] ?? name;

type Settings = { currency: string; palette: Palette; chosen: number | null };

/** A point and its interval for each score, the silent at the right. Points, so that the axis need not start at nothing. */
export function valueByScoreOption(all: readonly Valued[], { currency, palette, chosen }: Settings): ChartOption {
	const amounts = all.flatMap(({ value }) => (value.status === 'ok' ? [value.low, value.high] : []));
	const colourOf = ({ feeling }: Valued) => (feeling ? palette[feeling] : palette.muted);
	return {
		...base(palette),
		grid: { left: 56, right: 12, top: 12, bottom: 40 },
		tooltip: {
			trigger: 'item',
			formatter: ({ dataIndex }: { dataIndex: number }) => {
				const { name, score, value } = all[dataIndex];
				const what = score === null ? name : `Score ${name}`;
				return value.status === 'ok'
					? `${what}: ${money(value.value, currency)} (${intervalText(value, currency)})`
					: `${what}: ${value.reason}`;
			}
		},
		xAxis: {
			...categoryAxis(palette),
			data: all.map(({ name, value }) => `${shortly(name)}${value.status === 'ok' ? '' : `\n${dash}`}`),
			axisLabel: { ...label(palette), interval: 0, fontSize: 11, lineHeight: 15 }
		},
		yAxis: { ...moneyAxis(palette, currency, amounts), scale: true },
		series: [
			{
				type: 'line',
				symbol: 'circle',
				symbolSize: 11,
				lineStyle: { opacity: 0 },
				emphasis: { disabled: true },
				cursor: 'pointer',
				data: all.map((one) => ({
					value: one.value.status === 'ok' ? one.value.value : null,
					itemStyle: { color: colourOf(one), opacity: chosen === null || chosen === one.score ? 1 : 0.35 }
				}))
			},
			whiskers(
				all.map(({ value }) => (value.status === 'ok' ? [value.low, value.high] : null)),
				all.map(colourOf)
			)
		]
	};
}
