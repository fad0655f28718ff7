import { base, label, valueAxis } from '#ui/charts/option.ts';
import type { ChartOption } from '#ui/charts/option.ts';
import type { Palette } from '#ui/charts/palette.ts';
import { percent } from '#ui/format/number.ts';
import type { Feeling } from '../../metrics/groups.ts';
import type { Staying, StayingGroup } from '../staying.ts';

/** Curves end here: beyond, too few have been followed to compare. */
export const monthsShown = 24;

/**
 * Share of customers kept, or back again, by months since their first answer: a curve a group, its name at its end.
 * `marked`: the group that somebody asked for.
 */
export function whoStaysOption(
	{ sees, groups }: Staying,
	palette: Palette,
	marked: Feeling | null = null
): ChartOption {
	const comesBack = sees === 'who comes back';
	const axis = valueAxis(palette);
	const curves = groups.map(({ name, feeling, curve }) => ({
		name,
		feeling,
		points: pointsOf(curve).map(([month, share]): [number, number] => [month, comesBack ? 1 - share : share])
	}));
	const shares = curves.flatMap(({ points }) => points.map(([, share]) => share));
	const lowest = comesBack ? 0 : Math.max(0, Math.floor(Math.min(1, ...shares) * 10) / 10);
	return {
		...base(palette),
		grid: { left: 48, right: 92, top: 12, bottom: 32 },
		tooltip: {
			trigger: 'item',
			formatter: ({ seriesName, value }: { seriesName: string; value: [number, number] }) =>
				`${seriesName}: ${percent(value[1])} ${comesBack ? 'back' : 'kept'} after ${value[0]} months`
		},
		xAxis: {
			...axis,
			min: 0,
			max: Math.min(monthsShown, Math.max(12, ...curves.flatMap(({ points }) => points.map(([month]) => month)))),
			interval: 6,
			splitLine: { show: false },
			axisLabel: { ...axis.axisLabel, formatter: (month: number) => (month === 0 ? '0' : `${month} mo`) }
		},
		yAxis: {
			...axis,
			min: lowest,
			...(comesBack ? {} : { max: 1 }),
			axisLabel: { ...axis.axisLabel, formatter: (share: number) => percent(share, comesBack ? 1 : 0) }
		},
		series: curves.map(({ name, feeling, points }) => ({
			type: 'line',
			name,
			step: 'end',
			symbol: 'circle',
			symbolSize: 8,
			showSymbol: false,
			data: points,
			lineStyle: {
				color: palette[feeling],
				width: marked === feeling ? 3.5 : 2,
				opacity: marked === null || marked === feeling ? 1 : 0.35
			},
			itemStyle: { color: palette[feeling] },
			endLabel: { ...label(palette), show: points.length > 0, formatter: name, color: palette[feeling], distance: 6 },
			labelLayout: { moveOverlap: 'shiftY' },
			emphasis: { disabled: true },
			triggerEvent: true,
			cursor: 'pointer'
		}))
	};
}

/** From everybody at month 0 to as far as enough customers have been followed. */
export const pointsOf = (curve: StayingGroup['curve']): [number, number][] =>
	curve.status === 'ok'
		? [
				[0, 1],
				...curve.points
					.filter(({ time, thin }) => time <= monthsShown && !thin)
					.map(({ time, survival }): [number, number] => [time, survival])
			]
		: [];
