import { withPinned } from '#ui/charts/with-pinned.ts';
import { money } from '#ui/format/money.ts';
import { dash, number, percent } from '#ui/format/number.ts';
import { month as monthText } from '#ui/format/time.ts';
import type { LoyaltyMonth } from '../../../metrics/loyalty-months.ts';
import { byMonthOption } from '../../../reviews/view/by-month-option.ts';
import { metricName } from '../../../surveys/series.ts';
import type { Series } from '../../../surveys/series.ts';
import type { KeptTrend } from '../content.ts';
import { chartSize } from './chart-size.ts';
import type { Where } from './chart-size.ts';
import { marksInAlt, marksTold, pinnedOf } from './marks.ts';
import type { ChartTold, SectionTold } from './told.ts';

export function trendTold(kept: KeptTrend, where: Where): SectionTold {
	const name = metricName[kept.series.metric];
	return {
		kind: 'chart',
		title: `${name} and revenue, by month`,
		said: [],
		doubt: null,
		chart: trendChart(kept, where)
	};
}

function trendChart({ series, loyalty, revenue, events, marks }: KeptTrend, { currency, zone }: Where): ChartTold {
	const name = metricName[series.metric];
	const revenueOf = new Map(revenue.map(({ month, minor }) => [month, minor]));
	const latest = loyalty.now.filter(({ value }) => value !== null);
	const inFigures =
		latest.length === 0
			? `${name}: too few answers in every month.`
			: latest
					.slice(-6)
					.reverse()
					.map((one) => monthTold(one, series))
					.join(' · ');
	return {
		id: 'trend',
		alt: [
			`${name} and revenue by month.`,
			trendFinding(latest, series),
			revenueFinding(revenue, currency),
			...marksInAlt(marks)
		].join(' '),
		option: (palette) =>
			withPinned(byMonthOption({ loyalty, revenue, events }, { series, currency, palette }), pinnedOf(marks), palette),
		size: chartSize,
		what: `Black: ${name}, shaded where it may lie. Blue: revenue of complete months.${loyalty.earlier.length > 0 ? ' Dashed: by the definition that held before.' : ''}${events.length > 0 ? ' ▲: something happened in that month.' : ''}`,
		inFigures,
		marks: marksTold(marks, zone),
		table: {
			caption: `${name} and revenue by month`,
			columns: ['Month', name, '95% interval', 'Answers', 'Revenue'].map((column, i) => ({
				name: column,
				number: i > 0
			})),
			rows: [...loyalty.now].reverse().map(({ month, value, low, high, answers }) => {
				const minor = revenueOf.get(month);
				return [
					monthText(month),
					value === null ? dash : scoreText(value, series),
					low === null || high === null ? 'too few answers' : `${scoreText(low, series)} to ${scoreText(high, series)}`,
					number(answers),
					minor === undefined ? dash : money(minor, currency)
				];
			})
		}
	};
}

const scoreText = (value: number, { metric }: Series): string => (metric === 'nps' ? number(value) : percent(value));

const monthTold = ({ month, value, low, high }: LoyaltyMonth, series: Series): string =>
	`${monthText(month)}: ${scoreText(value!, series)} (${scoreText(low!, series)} to ${scoreText(high!, series)})`;

/** The last month against the first that is shown. */
function trendFinding(months: readonly LoyaltyMonth[], series: Series): string {
	const [first, last] = [months.at(0), months.at(-1)];
	const name = metricName[series.metric];
	if (!first || !last) return `${name}: too few answers in every month.`;
	return first === last
		? `${name} ${monthTold(last, series)}.`
		: `${name} ${monthTold(last, series)}; ${monthTold(first, series)}.`;
}

function revenueFinding(revenue: KeptTrend['revenue'], currency: string): string {
	const [first, last] = [revenue.at(0), revenue.at(-1)];
	if (!first || !last) return 'No revenue of complete months.';
	const told = ({ month, minor }: typeof last) => `${money(minor, currency)} in ${monthText(month)}`;
	return first === last ? `Revenue ${told(last)}.` : `Revenue ${told(last)}, ${told(first)}.`;
}
