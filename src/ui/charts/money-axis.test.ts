import { expect, test } from 'vitest';
import { moneyAxis } from './option.ts';
import { onPage } from './palette.ts';
import { serverSvg } from './server-svg.ts';

/** What stands at an axis on which these amounts are drawn, in minor units. */
function labelsOf(amounts: number[], currency: string): string[] {
	const option = {
		animation: false,
		xAxis: { type: 'category', show: false, data: amounts.map(String) },
		yAxis: { ...moneyAxis(onPage, currency, amounts), scale: true },
		series: [{ type: 'line', data: amounts }]
	};
	const svg = serverSvg(option, { width: 480, height: 260 });
	return [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text]) => text);
}

test.each([
	['EUR', [25_000_000, 25_000_040]],
	['EUR', [118_000, 121_000]],
	['EUR', [0, 0.4]],
	['EUR', [-0.2, 0.1]],
	['USD', [99_300_000, 101_000_000]],
	['JPY', [149_000, 151_000]],
	['KWD', [1_000, 1_004]]
])('amounts in %s that lie close together, %j, have an axis on which no label comes twice', (currency, amounts) => {
	const labels = labelsOf(amounts, currency);
	expect(labels.length).toBeGreaterThan(1);
	expect(new Set(labels).size).toBe(labels.length);
});
