import type { EChartsCoreOption } from 'echarts/core';
import { money, moneyStep } from '../format/money.ts';
import type { Palette } from './palette.ts';

/** A chart as a value: what ECharts draws from, and nothing that only one surface has. */
export type ChartOption = EChartsCoreOption;

export const family = 'Inter, system-ui, sans-serif';

/** What all our charts have in common: no frame, hairlines, quiet labels, nothing that moves. */
export const base = (palette: Palette) => ({
	animation: false,
	textStyle: { fontFamily: family, fontSize: 12, color: palette.muted },
	aria: { enabled: false }
});

export const label = (palette: Palette) => ({ color: palette.muted, fontSize: 12, fontFamily: family });

/** An axis of amounts: horizontal hairlines, no line of its own. */
export const valueAxis = (palette: Palette) => ({
	type: 'value' as const,
	axisLabel: label(palette),
	axisLine: { show: false },
	axisTick: { show: false },
	splitLine: { lineStyle: { color: palette.rule } }
});

/** An axis of money; `amounts`: what is drawn on it. No two of its labels are written alike. */
export const moneyAxis = (palette: Palette, currency: string, amounts: readonly (number | null)[]) => ({
	...valueAxis(palette),
	minInterval: moneyStep(Math.max(0, ...amounts.map((amount) => Math.abs(amount ?? 0))), currency),
	axisLabel: moneyLabel(palette, currency)
});

/** Amounts on an axis. `currency` is told apart from the function that knows it: drawings are kept by what can be read. */
export const moneyLabel = (palette: Palette, currency: string) => ({
	...label(palette),
	currency,
	formatter: (minor: number) => money(minor, currency)
});

/** An axis of things: a line to stand on. */
export const categoryAxis = (palette: Palette) => ({
	type: 'category' as const,
	axisLabel: label(palette),
	axisLine: { lineStyle: { color: palette.ink } },
	axisTick: { show: false }
});

/** What people wrote, for a tooltip: ECharts takes those for HTML. */
export const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
