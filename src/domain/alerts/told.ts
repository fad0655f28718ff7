import { money } from '#ui/format/money.ts';
import { count, number } from '#ui/format/number.ts';
import { day } from '#ui/format/time.ts';
import { feelingIn } from '../metrics/loyalty.ts';
import { kindText } from '../officer/follow-up.ts';
import { dayIn } from '../scope/zone.ts';
import { metricName } from '../surveys/series.ts';
import { scaleOf } from '../surveys/survey.ts';
import type { Metric } from '../surveys/survey.ts';
import type { Alert, DetractorFacts, EscalationFacts } from './alert.ts';
import { figureTold } from './figure-told.ts';
import type { AlertTold } from './alert-told.ts';

export type { AlertTold };

const goneText = 'Erased at the person’s request, or withdrawn with its import.';
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
			`Pays ${money(perYearMinor, currency)} a year; ${above === 0 ? 'nobody pays' : `${number(100 * above, 1)}% of paying customers pay`} more.`,
			`${metricName[metric]}, ${survey} survey: ${shown(score)} on ${on(facts.respondedAt)}, ${shown(before.score)} on ${on(before.respondedAt)}.`
		],
		notes: ['One answer of one customer, as it came in; it says nothing of others.'],
		words: {
			text: words,
			gone: words !== null ? null : wordsGone ? goneText : 'They wrote nothing.',
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
		notes: [
			'Told when it is overdue by 1, 3, 7, 14 and 30 days, and not in between: after a day to who sees to it alone, if they wish to be told, and from the third on to everybody who does.'
		],
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
