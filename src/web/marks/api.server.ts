import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { isResolved } from '#domain/insights/mark.ts';
import type { Mark } from '#domain/insights/mark.ts';
import { marksOf } from '#domain/insights/server.ts';
import { customerChart } from '#domain/money/view/customer-revenue-places.ts';
import { moneyCharts } from '#domain/money/view/money-places.ts';
import { Refusal } from '#domain/refusal.ts';
import { markPath, reviewCharts } from '#domain/reviews/review-charts.ts';
import { isDay } from '#domain/scope/calendar.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { isWeek } from '#domain/scope/week.ts';
import { onlyParameters } from '../api-parameters.ts';
import { customerChartsSeen } from '../customer/marks.server.ts';
import { moneyChartsSeen } from '../money.server.ts';
import { latestWeek, reviewChartsSeen } from '../review.server.ts';
import { jsonIn } from '../text-in.ts';
import { mark } from './actions.server.ts';
import { markWords, placeKey } from './forms.ts';

const charts = [...new Set([...reviewCharts, ...moneyCharts, customerChart])];

/** A place as a program knows it: a month, a day of it, or the key of any place. */
const point = v.pipe(
	v.string(),
	v.transform((text) => (isDay(text) || isDay(`${text}-01`) ? `month:${text.slice(0, 7)}` : text)),
	placeKey
);
const slice = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200))), null);

const MarkSent = v.strictObject({
	chart: v.optional(v.picklist(charts, `A chart is one of ${charts.join(', ')}.`), 'by-month'),
	at: point,
	to: v.optional(v.nullable(point), null),
	text: markWords,
	week: v.optional(v.pipe(v.string(), v.check(isWeek, 'Write the week as 2026-W47.'))),
	segment: slice,
	region: slice,
	plan: slice,
	survey: slice,
	/** Whose own chart it is; needed for that one alone. */
	customer: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null)
});

/** Puts the mark on a chart that a program sends. Sent again, as after a timeout, it is the same mark. */
export async function takeMark(event: RequestEvent) {
	const sent = jsonIn(await event.request.text());
	if (sent === null)
		throw new Refusal('invalid', 'Send JSON, such as {"at": "2026-10", "text": "New billing letter"}.');
	const parsed = v.safeParse(MarkSent, sent);
	if (!parsed.success) throw new Refusal('invalid', parsed.issues.map(told).join(' '));
	const { chart, at: from, to, text, week: asked, customer, ...filters } = parsed.output;
	const { locals } = event;
	const scope = { ...filters, week: asked ?? (await latestWeek(event)) };
	const seen = await chartsSeen(locals, { chart, customer, scope });
	const through = locals.person!.token?.name;
	const words = { chart, from, to: to ?? from, text };
	const is = (known: Mark) => JSON.stringify([known.from, known.to, known.text.text, known.through, known.population]);
	const it = JSON.stringify([words.from, words.to, text, through ?? null, seen?.population]);
	const onChart = await marksOf(locals.db, { charts: [chart], ofDemo: isDemo(locals) });
	const known = onChart.find((one) => is(one) === it && !isResolved(one));
	const id = known?.id ?? (await mark(event, seen, { ...words, through }));
	return { id, isNew: !known, path: markPath({ id, chart, week: scope.week, population: seen!.population }) };
}

type Meant = { chart: string; customer: number | null; scope: Scope };

/** What the page showed on which the chart stands. */
async function chartsSeen(locals: App.Locals, { chart, customer, scope }: Meant) {
	if (chart !== customerChart)
		return (reviewCharts.includes(chart) ? reviewChartsSeen : moneyChartsSeen)(locals, scope);
	if (customer === null) throw new Refusal('invalid', 'Say whose chart: give a customer.');
	return customerChartsSeen(locals, customer);
}

const told = ({ path, message }: v.BaseIssue<unknown>) =>
	path ? `${path.map(({ key }) => String(key)).join('.')}: ${message}` : message;

const isDemo = ({ organisation }: App.Locals) => organisation.demoSince !== null;

/** The marks on a chart, or on all, for a program. */
export async function marksFor({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	onlyParameters(url, ['chart']);
	const chart = url.searchParams.get('chart');
	if (chart !== null && !charts.includes(chart))
		throw new Refusal('invalid', `A chart is one of ${charts.join(', ')}.`);
	const marks = await marksOf(locals.db, { charts: chart === null ? null : [chart], ofDemo: isDemo(locals) });
	return {
		marks: marks.map(({ text, earlier: _, said, ...known }) => ({
			...known,
			...text,
			isResolved: isResolved({ said }),
			replies: said,
			path: markPath(known)
		}))
	};
}
