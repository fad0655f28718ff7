import type { Chance } from './chance.ts';
import type { Customer } from './customers.ts';
import type { Region, Segment } from './model.ts';
import type { Touchpoint } from './surveys.ts';

/** Somebody is to be asked on a day. */
export type Occasion = { touchpoint: Touchpoint; contact: number; day: number };
type Days = { first: number; last: number };

/** Half a year, in days: how often each person is asked about the relationship as a whole. */
const relationshipEvery = 182;

/** Occasions in an average month; nobody is asked after each request for support. */
const perMonth: Record<Segment, { support: number; billing: number }> = {
	Enterprise: { support: 0.52, billing: 0.21 },
	Team: { support: 0.23, billing: 0.08 },
	Solo: { support: 0.11, billing: 0.035 }
};

/** Wrong VAT numbers give EMEA more to ask about its invoices. */
const questionsOnInvoices: Record<Region, number> = {
	EMEA: 1.6,
	'North America': 0.8,
	'Latin America': 1,
	'Asia Pacific': 0.8
};

/** All that a customer is asked about between the first survey and today. */
export function* occasionsOf(
	customer: Customer,
	{ surveysFrom, today }: { surveysFrom: number; today: number },
	chance: Chance
) {
	const { life, startedOn } = customer;
	const days = { first: Math.max(surveysFrom, startedOn), last: Math.min(today, life.endedOn ?? today) };

	yield* relationship(customer, surveysFrom, days, chance);
	yield* onboarding(customer, days);
	for (let month = 0; month < life.monthly.length; month++) yield* inMonth(customer, month, days, chance);
	if (life.endedOn !== null && life.endedOn >= surveysFrom) {
		yield { touchpoint: 'cancel', contact: 0, day: life.endedOn - chance.between(0, 3) } as Occasion;
	}
}

/** Each person on days of their own, so that every week hears somebody; not before they know us. */
function* relationship(
	{ contacts, startedOn }: Customer,
	surveysFrom: number,
	{ last }: Days,
	chance: Chance
): Iterable<Occasion> {
	for (let contact = 0; contact < contacts.length; contact++) {
		const firstDay = surveysFrom + chance.between(0, relationshipEvery - 1);
		for (let day = firstDay; day < last; day += relationshipEvery) {
			if (day >= startedOn + 45) yield { touchpoint: 'relationship', contact, day };
		}
	}
}

function* onboarding({ contacts, startedOn }: Customer, { first, last }: Days): Iterable<Occasion> {
	const occasions = [
		{ day: startedOn + 18, contact: 0 },
		{ day: startedOn + 46, contact: Math.min(1, contacts.length - 1) }
	];
	for (const { day, contact } of occasions) {
		if (day >= first && day < last) yield { touchpoint: 'onboarding', contact, day };
	}
}

function* inMonth(
	{ life, contacts, temper }: Customer,
	month: number,
	{ first, last }: Days,
	chance: Chance
): Iterable<Occasion> {
	const from = Math.max(first, life.days[month]);
	const to = Math.min(last, life.days[month + 1]) - 1;
	if (to < from) return;
	const withUs = life.firstMonth + month;
	const share = (to - from + 1) / 30.44;
	const { support, billing } = perMonth[temper.segment];
	const day = () => chance.between(from, to);

	for (let n = howOften(support * (withUs < 3 ? 1.7 : 1) * share, chance); n > 0; n--) {
		yield { touchpoint: 'support', contact: chance.yes(0.5) ? 0 : chance.between(0, contacts.length - 1), day: day() };
	}
	for (let n = howOften(billing * questionsOnInvoices[temper.region] * share, chance); n > 0; n--) {
		yield { touchpoint: 'billing', contact: 0, day: day() };
	}
	const renewal = life.days[month] + 6;
	if (withUs > 0 && withUs % 12 === 0 && life.days[month] >= first && renewal < last) {
		yield { touchpoint: 'renewal', contact: 0, day: renewal };
	}
}

/** Poisson, by counting how many waiting times fit. */
function howOften(rate: number, chance: Chance): number {
	const limit = Math.exp(-rate);
	let n = 0;
	for (let product = chance.unit(); product > limit; product *= chance.unit()) n++;
	return n;
}
