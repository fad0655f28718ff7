import { feet } from '#ui/charts/feet.ts';
import { categoryAxis, base, family, label, moneyAxis } from '#ui/charts/option.ts';
import type { ChartOption } from '#ui/charts/option.ts';
import type { Palette } from '#ui/charts/palette.ts';
import { whiskers } from '#ui/charts/whiskers.ts';
import { money } from '#ui/format/money.ts';
import { dash, number } from '#ui/format/number.ts';
import type { Outcomes } from '../outcome.ts';

type Settings = {
	currency: string;
	palette: Palette;
	question: string;
	chosen: number | null;
	/** Drawn where a bar is hardly wider than the number at its foot. */
	narrow?: boolean;
	/** Drawn where it is less wide than that: the number stands up, or it would be cut off at both ends. */
	upright?: boolean;
};

/**
 * A bar a score: mean revenue after the answer, its interval as a whisker, the number of customers at its foot, or above
 * where that has no room.
 */
export function followTheMoneyOption(
	{ byScore }: Pick<Outcomes, 'byScore'>,
	{ currency, palette, question, chosen, narrow = false, upright = false }: Settings
): ChartOption {
	const amounts = byScore.flatMap(({ revenue }) => (revenue.status === 'ok' ? [revenue.low, revenue.high] : []));
	const faded = (score: number) => (chosen === null || chosen === score ? 1 : 0.35);
	return {
		...base(palette),
		// A number can stand above the highest interval.
		grid: { left: 56, right: 8, top: 18, bottom: 56 },
		tooltip: {
			trigger: 'item',
			formatter: ({ dataIndex }: { dataIndex: number }) => told(byScore[dataIndex], currency)
		},
		xAxis: {
			...categoryAxis(palette),
			data: byScore.map(({ score }) => String(score)),
			name: question,
			nameLocation: 'middle',
			nameGap: 38,
			nameTextStyle: label(palette)
		},
		yAxis: moneyAxis(palette, currency, amounts),
		series: [
			{
				type: 'bar',
				barCategoryGap: narrow ? '10%' : '40%',
				data: byScore.map(({ score, feeling, revenue }) => ({
					value: revenue.status === 'ok' ? revenue.value : null,
					itemStyle: { color: palette[feeling], opacity: faded(score) }
				})),
				emphasis: { disabled: true },
				cursor: 'pointer'
			},
			whiskers(
				byScore.map(({ revenue }) => (revenue.status === 'ok' ? [revenue.low, revenue.high] : null)),
				palette.ink
			),
			feet(
				byScore.map(({ score, feeling, customers, revenue }) => ({
					text: revenue.status === 'ok' ? number(customers) : dash,
					colour: feeling === 'middle' ? palette.onMiddle : palette.onColour,
					bar: revenue.status === 'ok' ? revenue : null,
					opacity: faded(score)
				})),
				{
					colour: palette.ink,
					fontSize: narrow || upright ? 10 : 11,
					font: family,
					upright
				}
			)
		]
	};
}

const told = ({ score, revenue, customers }: Outcomes['byScore'][number], currency: string): string =>
	revenue.status === 'ok'
		? `Score ${score}: ${money(revenue.value, currency)} (${revenue.noInterval ?? `${money(revenue.low, currency)} to ${money(revenue.high, currency)}`}), ${number(customers)} customers`
		: `Score ${score}: ${revenue.reason}`;
