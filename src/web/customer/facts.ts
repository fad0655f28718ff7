import type { Account } from '#domain/customers/account.ts';
import { explainedFigure } from '#domain/metrics/explained.ts';
import type { Explained } from '#domain/metrics/explained.ts';
import { figureText } from '#domain/metrics/view/figure-text.ts';
import type { CustomersMoney } from '#domain/money/server.ts';
import { slices } from '#domain/scope/scope.ts';
import { metricName } from '#domain/surveys/series.ts';
import { scaleOf } from '#domain/surveys/survey.ts';
import type { LastScore } from '#domain/voice/server.ts';
import { money as amount } from '#ui/format/money.ts';
import { dash, number } from '#ui/format/number.ts';
import { day, fullMoment } from '#ui/format/time.ts';

/** What stands at the head of a customer's page: a value, what belongs right beside it, and what it is or why it is not. */
export type Fact = {
	name: string;
	value: string;
	beside: string;
	told: string;
	isMoney: boolean;
	about: Explained | null;
};

type Known = {
	account: Account;
	money: CustomersMoney;
	said: { answers: number; withWords: number };
	lastScore: LastScore | null;
};
type Place = { currency: string; zone: string };

export const factsOf = ({ account, money, said, lastScore }: Known, place: Place): Fact[] => [
	paysAYear(money, hasEnded(account, money), place),
	valueOfLikes(account, money, place),
	lastScoreOf(lastScore, place),
	{
		name: 'Answers',
		value: number(said.answers),
		beside: '',
		told: `${number(said.withWords)} of them in words`,
		isMoney: false,
		about: null
	}
];

/** What they paid for may run on, but nothing is to be expected of them. */
const hasEnded = ({ endedOn }: Account, { on }: CustomersMoney) => endedOn !== null && on !== null && endedOn <= on;

function paysAYear({ perYearMinor, basis, on }: CustomersMoney, ended: boolean, { currency }: Place): Fact {
	const fact = { name: 'Pays a year', beside: '', isMoney: true, about: null };
	if (on === null) return { ...fact, value: dash, told: 'No revenue has been imported yet' };
	if (perYearMinor === null) return { ...fact, value: dash, told: `Nothing on ${day(on)}` };
	const how = basis === 'recurring' ? 'recurring, at its yearly rate' : 'bought in the twelve months before';
	const runsOn = ended ? '; they have ended, and what they paid for runs on' : '';
	return { ...fact, value: amount(perYearMinor, currency), told: `${how}, on ${day(on)}${runsOn}` };
}

function valueOfLikes(account: Account, money: CustomersMoney, { currency }: Place): Fact {
	const { value, alike } = money.likeThem;
	const text = figureText(value, currency);
	const fact = {
		name: 'Lifetime value, customers like them',
		isMoney: true,
		about: explainedFigure(value, currency)
	};
	const ended = hasEnded(account, money);
	if (ended || money.perYearMinor === null) {
		const why = ended ? 'They have ended' : 'They pay nothing now';
		return { ...fact, value: dash, beside: '', told: `${why}, so there is none to expect` };
	}
	if (value.estimate.status !== 'ok') return { ...fact, value: dash, beside: '', told: value.estimate.reason };
	const like = slices
		.filter((slice) => alike[slice] !== null)
		.map((slice) => `${slice} ${account[slice] ?? 'not known'}`)
		.join(', ');
	return {
		...fact,
		value: text.value,
		beside: text.margin ?? '',
		told: `Mean of ${number(value.estimate.n)} who pay, of ${like || 'all customers'}. ${ownOf(money, currency)}`
	};
}

/** One customer has no interval: they may leave tomorrow. */
const ownOf = ({ ownMinor }: CustomersMoney, currency: string): string =>
	ownMinor === null
		? 'Of this customer alone it cannot be told.'
		: `Of this customer alone: ${amount(ownMinor, currency)}, as an expectation.`;

function lastScoreOf(last: LastScore | null, { zone }: Place): Fact {
	const fact = { name: 'Last score', isMoney: false, about: null };
	if (last === null) return { ...fact, value: dash, beside: '', told: 'They have never given one' };
	const { metric, highIsGood, score, about, at } = last;
	return {
		...fact,
		value: String(score),
		beside: `of ${scaleOf[metric].highest}`,
		told: `${metricName[metric]}${highIsGood ? '' : ' (low is good)'}, ${about}, ${fullMoment(at, zone)}`
	};
}
