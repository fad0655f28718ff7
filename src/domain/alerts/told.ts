import { money } from '#ui/format/money.ts';
import { count, number } from '#ui/format/number.ts';
import { day } from '#ui/format/time.ts';
import type { Feeling } from '../metrics/groups.ts';
import { feelingIn } from '../metrics/loyalty.ts';
import { figureText, intervalText, sizeText, written } from '../metrics/view/figure-text.ts';
import { kindText } from '../officer/follow-up.ts';
import { customersText, scopeToQuery } from '../scope/scope.ts';
import { dayIn } from '../scope/zone.ts';
import { metricName } from '../surveys/series.ts';
import { scaleOf } from '../surveys/survey.ts';
import type { Metric } from '../surveys/survey.ts';
import type { Alert, DetractorFacts, EscalationFacts, FigureFacts, WatchedGroup } from './alert.ts';

/** An alert in words: the same on the page, in the mail and in its plain text. */
export type AlertTold = {
	/** Short enough for a subject. */
	title: string;
	tone: 'better' | 'worse' | 'quiet';
	/** What triggered it, with interval, n and band, a sentence each. */
	lines: string[];
	/** What it means and how it was found. */
	notes: string[];
	/** The customer's words, or what they are owed. */
	words: {
		text: string | null;
		gone: string | null;
		language: string | null;
		score: string | null;
		feeling: Feeling | 'none';
	} | null;
	/** Where it is seen: the figure, the words, the customer. */
	links: { name: string; path: string }[];
};

const unknown = 'A customer who is not here any more';

/** `zone`: the organisation's, in which moments are days. */
export function toldOf(alert: Alert, zone: string): AlertTold {
	const { facts } = alert;
	switch (facts.kind) {
		case 'figure':
			return figureTold(facts);
		case 'detractor':
			return detractorTold(alert, facts, zone);
		case 'escalation':
			return escalationTold(alert, facts);
	}
}

function figureTold(facts: FigureFacts): AlertTold {
	const { figure, group, week, currency, looks, signals } = facts;
	const { definition, estimate, movement, population, excluded } = figure;
	const { value, tone } = figureText({ ...figure }, currency);
	const whom = group ? `, ${groupText(group)}` : '';
	const by = movement?.by ?? null;
	const change = by === null ? '' : `: ${sizeText(by, definition.unit)} on ${movement!.since}`;
	const interval = intervalText(figure, currency);
	const n = estimate.status === 'ok' ? `, n ${number(estimate.n)}` : '';
	const grade = figure.grade ? `, grade ${figure.grade}` : '';
	return {
		title: `${definition.name} left its noise band${change}${whom}`,
		tone,
		lines: [
			`${value}${interval ? `, 95 % interval ${interval}` : ', counted'}${n}${grade}. ${population}.`,
			...bands(facts),
			...excluded.map(({ count: left, why }) => `Left out: ${number(left)} ${why}.`)
		],
		notes: [
			`${movement?.because ?? 'signal'}: one of ${count(signals, 'signal')} in ${count(looks, 'look')} of week ${Number(week.slice(6))}, ${week.slice(0, 4)}, all figures and groups judged together; of such signals at most one in twenty is false on average.`,
			definition.meaning
		],
		words: null,
		links: [{ name: 'The figure in its week', path: `/review/${week}${groupQuery(week, group)}` }]
	};
}

/** What it was held against: its routine, and the period before. */
function bands({ band, change, figure: { definition }, currency }: FigureFacts): string[] {
	const { unit } = definition;
	const told: string[] = [];
	if (band) {
		const text = (value: number) =>
			band.of === 'score' ? written(value, unit, currency) : sizeText(value, band.of === 'growth' ? 'money' : unit);
		const what = { score: 'The week by itself', step: 'The step of the week', growth: 'The growth of the month' }[
			band.of
		];
		told.push(`${what}: ${text(band.value)}; its band: ${text(band.low)} to ${text(band.high)}.`);
	}
	if (change && change.low !== change.high)
		told.push(
			`On ${change.since}: ${sizeText(change.by, unit)}, 95 % interval ${sizeText(change.low, unit)} to ${sizeText(change.high, unit)}.`
		);
	return told;
}

const everybody = { segment: null, region: null, plan: null };
const groupText = (group: NonNullable<WatchedGroup>) => customersText({ ...everybody, [group.slice]: group.value });
const groupQuery = (week: string, group: WatchedGroup) =>
	group ? scopeToQuery({ ...everybody, week, survey: null, [group.slice]: group.value }) : '';

const turned: Record<Metric, string> = {
	nps: 'turned detractor',
	csat: 'is not satisfied any more',
	ces: 'finds it hard now'
};

function detractorTold(alert: Alert, facts: DetractorFacts, zone: string): AlertTold {
	const { metric, about, score, before, perYearMinor, above, currency, highIsGood } = facts;
	const { customer, customerId, responseId, words, wordsGone } = alert;
	const name = customer?.name ?? unknown;
	const shown = (one: number) => (metric === 'nps' ? String(one) : `${one}/${scaleOf[metric].highest}`);
	const on = (moment: string) => day(dayIn(new Date(moment), zone));
	const survey = about === 'relationship' ? 'relationship' : about;
	return {
		title: `${name} ${turned[metric]}: ${shown(score)} after ${shown(before.score)}`,
		tone: 'worse',
		lines: [
			`Pays ${money(perYearMinor, currency)} a year; ${above === 0 ? 'nobody pays' : `${number(100 * above, 1)} % of paying customers pay`} more.`,
			`${metricName[metric]}, ${survey} survey: ${shown(score)} on ${on(facts.respondedAt)}, ${shown(before.score)} on ${on(before.respondedAt)}.`
		],
		notes: ['One answer of one customer, as it came in; it says nothing of others.'],
		words: {
			text: words ?? (wordsGone ? null : 'They wrote nothing.'),
			gone: wordsGone ? 'Erased at the person’s request, or withdrawn with its import.' : null,
			language: words === null ? null : facts.language,
			score: shown(score),
			feeling: feelingIn({ id: '', metric, highIsGood, about }, score)
		},
		links: [
			...(customer && !wordsGone ? [{ name: 'The answer', path: `/voice/comments/${customerId}-${responseId}` }] : []),
			...customerLink(customer)
		]
	};
}

function escalationTold({ customer, words, wordsGone }: Alert, facts: EscalationFacts): AlertTold {
	const { followUp, owner, openedBy, dueOn, daysOverdue, perYearMinor, currency } = facts;
	return {
		title: `${count(daysOverdue, 'day')} overdue: ${kindText[followUp].toLowerCase()}, ${customer?.name ?? unknown}`,
		tone: 'worse',
		lines: [
			`${owner} was to see to it by ${day(dueOn)}; opened by ${openedBy}.`,
			perYearMinor === null ? 'They pay nothing now.' : `They pay ${money(perYearMinor, currency)} a year.`
		],
		notes: ['Told when it is overdue by 1, 3, 7, 14 and 30 days, and not in between.'],
		words: {
			text: words,
			gone: words === null ? 'What is owed is not kept any more.' : null,
			...{ language: null, score: null, feeling: 'none' as const }
		},
		links: [...customerLink(customer), ...(wordsGone ? [] : [{ name: 'Follow-ups', path: '/officer' }])]
	};
}

const customerLink = (customer: Alert['customer']) =>
	customer ? [{ name: 'The customer', path: `/customers/${encodeURIComponent(customer.key)}` }] : [];

/** What a mail with these alerts is called. */
export const subjectOf = (told: readonly AlertTold[]): string =>
	told.length === 1 ? told[0].title : `${number(told.length)} alerts: ${told[0].title}`;
