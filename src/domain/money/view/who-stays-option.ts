import { base, label, valueAxis } from '#ui/charts/option.ts';
import type { ChartOption } from '#ui/charts/option.ts';
import type { Palette } from '#ui/charts/palette.ts';
import { percent } from '#ui/format/number.ts';
import type { Feeling } from '../../metrics/groups.ts';
import type { Staying, StayingGroup } from '../staying.ts';

/** Curves end here: beyond, too few have been followed to compare. */
export const monthsShown = 24;

/** How high it is drawn, wherever: names at the ends of curves have to keep apart. */
export const whoStaysHeight = 260;

const grid = { left: 48, right: 92, top: 12, bottom: 32 };
/** A line of a name. */
const lineHeight = 15;
/** Names of curves that end so many months apart stand beside one another, on a phone too. */
const nameMonths = 8;

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
		points: (isDrawn(curve) ? pointsOf(curve) : []).map(([month, share]): [number, number] => [
			month,
			comesBack ? 1 - share : share
		])
	}));
	const shares = curves.flatMap(({ points }) => points.map(([, share]) => share));
	const axisOfShares = sharesAxis(comesBack ? Math.max(0, ...shares) : 1 - Math.min(0.9, ...shares));
	const [lowest, highest] = comesBack ? [0, axisOfShares.length] : [1 - axisOfShares.length, 1];
	const height = whoStaysHeight - grid.top - grid.bottom;
	const moved = keptApart(
		curves.map(({ points }) => {
			const [month, share] = points.at(-1) ?? [0, null];
			return { month, y: share === null ? null : ((highest - share) / (highest - lowest)) * height };
		}),
		height
	);
	return {
		...base(palette),
		grid,
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
			max: highest,
			interval: axisOfShares.step,
			axisLabel: { ...axis.axisLabel, formatter: (share: number) => percent(share, axisOfShares.step < 0.01 ? 1 : 0) }
		},
		series: curves.map(({ name, feeling, points }, i) => ({
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
			endLabel: {
				...label(palette),
				show: points.length > 0,
				formatter: name,
				color: palette[feeling === 'middle' ? 'middleText' : feeling],
				distance: 6,
				offset: [0, moved[i]]
			},
			emphasis: { disabled: true },
			triggerEvent: true,
			cursor: 'pointer'
		}))
	};
}

/** Round steps of an axis that begins or ends at everybody, long enough for a share: at most five of them. */
function sharesAxis(share: number): { step: number; length: number } {
	const step = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1].find((one) => share <= 5 * one + 1e-9) ?? 0.2;
	const steps = Math.max(2, Math.ceil(share / step - 1e-9));
	return { step, length: step * steps };
}

type End = { month: number; y: number | null };

/**
 * By how much the name at the end of each curve has to move up or down so that none lies on another: where curves end at
 * the same height, their names stand below one another in the order of the curves, around that height.
 */
export function keptApart(ends: readonly End[], height: number): number[] {
	const named = ends
		.flatMap(({ y, month }, i) => (y === null ? [] : [{ i, month, y }]))
		.sort((one, other) => one.y - other.y);
	const moved = ends.map(() => 0);
	for (const cluster of clustersOf(named)) {
		const middle = cluster.reduce((sum, { y }) => sum + y, 0) / cluster.length;
		const half = ((cluster.length - 1) / 2) * lineHeight;
		const first = Math.max(0, Math.min(middle - half, height - lineHeight / 2 - 2 * half));
		for (const [row, { i, y }] of cluster.entries()) moved[i] = Math.round(first + row * lineHeight - y);
	}
	return moved;
}

type Named = { i: number; month: number; y: number };

/** Names that would lie on one another, from the highest down; one that stands free is alone. */
function clustersOf(named: readonly Named[]): Named[][] {
	const clusters: Named[][] = [];
	for (const one of named) {
		const beside = clusters.find((cluster) => cluster.some((other) => touches(one, other, cluster.length)));
		if (beside) beside.push(one);
		else clusters.push([one]);
	}
	return clusters;
}

/** A name that has moved for those above it reaches further down than its curve does. */
const touches = (one: Named, other: Named, above: number): boolean =>
	Math.abs(one.month - other.month) < nameMonths && one.y - other.y < (lineHeight * (above + 1)) / 2;

/** Why there is no curve to draw; null: there is one. Without revenue nobody can be seen to stay: there is nothing to explain. */
export function whyNoCurve({ groups, about }: Staying): string | null {
	if (groups.some(({ curve }) => isDrawn(curve))) return null;
	if (groups.some(({ curve }) => curve.status === 'ok'))
		return 'Too few have been followed after an answer for a curve.';
	return about
		? 'Nobody has been followed after an answer yet.'
		: 'No revenue has come in yet, by which one sees who stays.';
}

/** A beginning alone is no curve: too few have been followed beyond it. */
export const isDrawn = (curve: StayingGroup['curve']): boolean => pointsOf(curve).length > 1;

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
