import { withPinned } from '#ui/charts/with-pinned.ts';
import { money } from '#ui/format/money.ts';
import { dash, number } from '#ui/format/number.ts';
import { followTheMoneyOption } from '../../../money/view/follow-the-money-option.ts';
import { sentence } from '../../../money/view/follow-the-money-text.ts';
import { metricName } from '../../../surveys/series.ts';
import type { Metric } from '../../../surveys/survey.ts';
import type { KeptMoney } from '../content.ts';
import { chartSize } from './chart-size.ts';
import type { Where } from './chart-size.ts';
import { marksInAlt, marksTold, pinnedOf } from './marks.ts';
import type { ChartTold, Piece, SectionTold } from './told.ts';

const question: Record<Metric, string> = {
	nps: 'How likely are you to recommend us? (0–10)',
	csat: 'How satisfied are you? (1–5)',
	ces: 'How easy was it? (1–7)'
};

export function moneyTold(kept: KeptMoney, where: Where): SectionTold {
	const said: Piece[] = kept.said.map(({ text, isMoney }) => ({ text, ...(isMoney ? { is: 'money' } : {}) }));
	if (kept.interval) said.push({ text: ` (${kept.interval})`, is: 'quiet' });
	return { kind: 'chart', title: 'Follow the money', said, doubt: kept.doubt, chart: moneyChart(kept, where) };
}

function moneyChart({ byScore, byGroup, series, marks }: KeptMoney, { currency, zone }: Where): ChartTold {
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
		alt: [
			`Revenue per customer in the 12 months after the answer, by ${name} score. ${finding} ${inFigures}`,
			...marksInAlt(marks)
		].join(' '),
		option: (palette) =>
			withPinned(
				followTheMoneyOption(
					{ byScore },
					{ currency, palette, question: question[series.metric], chosen: null, narrow: true }
				),
				pinnedOf(marks),
				palette
			),
		size: chartSize,
		what: 'Revenue per customer in the 12 months after the answer as seen, by score, with 95% intervals; the numbers on the bars are customers.',
		inFigures,
		marks: marksTold(marks, zone),
		table: {
			caption: 'Revenue in the 12 months after the answer, by score',
			columns: ['Score', 'Revenue per customer', '95% interval', 'Customers'].map((column, i) => ({
				name: column,
				number: i > 0
			})),
			rows: byScore.map(({ score, revenue, customers }) => [
				String(score),
				revenue.status === 'ok' ? money(revenue.value, currency) : dash,
				revenue.status === 'ok'
					? (revenue.noInterval ?? `${money(revenue.low, currency)} to ${money(revenue.high, currency)}`)
					: revenue.reason,
				number(customers)
			])
		}
	};
}
