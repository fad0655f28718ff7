import { exactMoney, money } from '#ui/format/money.ts';
import { dash, number, percent } from '#ui/format/number.ts';
import { month as monthText } from '#ui/format/time.ts';
import type { LoyaltyMonth } from '../../../metrics/loyalty-months.ts';
import { followTheMoneyOption } from '../../../money/view/follow-the-money-option.ts';
import { sentence } from '../../../money/view/follow-the-money-text.ts';
import { byMonthOption } from '../../../reviews/view/by-month-option.ts';
import { metricName } from '../../../surveys/series.ts';
import type { Series } from '../../../surveys/series.ts';
import type { Metric } from '../../../surveys/survey.ts';
import type { KeptMoney, KeptTrend } from '../content.ts';
import type { ChartTold, Piece, SectionTold } from './told.ts';

/** Drawn for a phone, where a mail makes pictures half as large: labels have to be read there, too. */
const size = { width: 460, height: 260 };

const question: Record<Metric, string> = {
	nps: 'How likely are you to recommend us? (0–10)',
	csat: 'How satisfied are you? (1–5)',
	ces: 'How easy was it? (1–7)'
};

export function moneyTold(kept: KeptMoney, currency: string): SectionTold {
	const said: Piece[] = kept.said.map(({ text, isMoney }) => ({ text, ...(isMoney ? { is: 'money' } : {}) }));
	if (kept.interval) said.push({ text: ` (${kept.interval})`, is: 'quiet' });
	return { kind: 'chart', title: 'Follow the money', said, doubt: kept.doubt, chart: moneyChart(kept, currency) };
}

function moneyChart({ byScore, byGroup, series }: KeptMoney, currency: string): ChartTold {
	const name = metricName[series.metric];
	const told = byScore.flatMap(({ score, revenue }) =>
		revenue.status === 'ok' ? [`${score}: ${money(revenue.value, currency)}`] : []
	);
	const inFigures = told.length === 0 ? 'By score: too few customers for any figure.' : `By score: ${told.join(' · ')}`;
	const finding = sentence(byGroup, currency)
		.map(({ text }) => text)
		.join('');
	return {
		id: 'money',
		alt: `Revenue per customer in the 12 months after the answer, by ${name} score. ${finding} ${inFigures}`,
		option: (palette) =>
			followTheMoneyOption(
				{ byScore },
				{ currency, palette, question: question[series.metric], chosen: null, narrow: true }
			),
		size,
		what: 'Revenue per customer in the 12 months after the answer as seen, by score, with 95 % intervals; the numbers at the feet are customers.',
		inFigures,
		table: {
			caption: 'Revenue in the 12 months after the answer, by score',
			columns: ['Score', 'Revenue per customer', '95 % interval', 'Customers'].map((column, i) => ({
				name: column,
				number: i > 0
			})),
			rows: byScore.map(({ score, revenue, customers }) => [
				String(score),
				revenue.status === 'ok' ? exactMoney(Math.round(revenue.value), currency) : dash,
				revenue.status === 'ok'
					? `${money(revenue.low, currency)} to ${money(revenue.high, currency)}`
					: revenue.reason,
				number(customers)
			])
		}
	};
}

export function trendTold(kept: KeptTrend, currency: string): SectionTold {
	const name = metricName[kept.series.metric];
	return {
		kind: 'chart',
		title: `${name} and revenue, by month`,
		said: [],
		doubt: null,
		chart: trendChart(kept, currency)
	};
}

function trendChart({ series, loyalty, revenue, events }: KeptTrend, currency: string): ChartTold {
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
		alt: [`${name} and revenue by month.`, trendFinding(latest, series), revenueFinding(revenue, currency)].join(' '),
		option: (palette) => byMonthOption({ loyalty, revenue, events }, { series, currency, palette }),
		size,
		what: `Black: ${name}, shaded where it may lie. Blue: revenue of complete months.${loyalty.earlier.length > 0 ? ' Dashed: by the definition that held before.' : ''}${events.length > 0 ? ' ▲: something happened in that month.' : ''}`,
		inFigures,
		table: {
			caption: `${name} and revenue by month`,
			columns: ['Month', name, '95 % interval', 'Answers', 'Revenue'].map((column, i) => ({
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
