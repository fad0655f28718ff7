import type { IncomingRevenue } from '#domain/money/incoming.ts';
import { dayText } from './calendar.ts';
import { type Chance, chanceFor } from './chance.ts';
import type { Customer } from './customers.ts';
import type { Segment } from './model.ts';

/** Beside the subscription, a month's chances and typical shares of the monthly amount. Attitude does not bear on them. */
const training: Record<Segment, { chance: number; share: number }> = {
	Enterprise: { chance: 0.02, share: 0.35 },
	Team: { chance: 0.008, share: 0.4 },
	Solo: { chance: 0, share: 0 }
};
const refunds = { chance: 0.005, least: 0.3, most: 1 };
const credits = { chance: 0.004, least: 0.05, most: 0.2 };

/** What an average month brings for each unit of the monthly amount, all extras in. */
export const broughtIn = (segment: Segment): number =>
	1 +
	training[segment].chance * training[segment].share -
	(refunds.chance * (refunds.least + refunds.most)) / 2 -
	(credits.chance * (credits.least + credits.most)) / 2;

/** Whole half dollars: prices look like prices. */
const priced = (cents: number): number => Math.round(cents / 50) * 50;

/** All lines of all customers, made when they are read and the same each time. */
export const revenueOf = (customers: readonly Customer[], seed: number, today: number): Iterable<IncomingRevenue> => ({
	*[Symbol.iterator]() {
		for (const customer of customers) {
			const chance = chanceFor(seed, 'money', customer.number);
			yield* onboarding(customer, chance);
			for (let month = 0; month < customer.life.monthly.length; month++) {
				if (!customer.temper.annual || month % 12 === 0) yield subscription(customer, month);
				yield* extras(customer, month, today, chance);
			}
		}
	}
});

type Part = {
	id: string;
	kind: IncomingRevenue['kind'];
	cents: number;
	booked: number;
	from: number;
	to: number;
	product: string;
};

const line = ({ key }: Customer, { id, kind, cents, booked, from, to, product }: Part): IncomingRevenue => ({
	sourceId: `${id}-${key.slice(3)}`,
	customerKey: key,
	kind,
	amountMinor: priced(cents),
	currency: 'USD',
	bookedOn: dayText(booked),
	servedFrom: dayText(from),
	servedTo: dayText(to),
	product
});

function subscription(customer: Customer, month: number): IncomingRevenue {
	const { life, plan, temper } = customer;
	const months = temper.annual ? 12 : 1;
	const from = life.days[month];
	const to = life.days[month + months] ?? endOfTerm(life.days, month, months);

	return line(customer, {
		id: `inv-${life.firstMonth + month + 1}`,
		kind: 'recurring',
		cents: priced(life.monthly[month]) * months,
		booked: from,
		from,
		to,
		product: `${plan}, ${temper.annual ? 'yearly' : 'monthly'}`
	});
}

/** A term that runs past today ends a year after it began. */
function endOfTerm(days: readonly number[], month: number, months: number): number {
	const began = new Date(days[month] * 86_400_000);
	return Date.UTC(began.getUTCFullYear(), began.getUTCMonth() + months, began.getUTCDate()) / 86_400_000;
}

function* onboarding(customer: Customer, chance: Chance): Iterable<IncomingRevenue> {
	const { temper, life } = customer;
	if (life.firstMonth > 0 || temper.segment === 'Solo' || !chance.yes(temper.segment === 'Enterprise' ? 0.85 : 0.35))
		return;
	const [from, to] = life.days;
	const cents = life.monthly[0] * (0.5 + chance.unit());
	yield line(customer, { id: 'set', kind: 'one-time', cents, booked: from, from, to, product: 'Onboarding' });
}

function* extras(customer: Customer, month: number, today: number, chance: Chance): Iterable<IncomingRevenue> {
	const { life, temper, plan } = customer;
	const amount = life.monthly[month];
	const [from, to] = [life.days[month], life.days[month + 1]];
	const booked = from + chance.between(3, 27);
	const taught = training[temper.segment];
	const number = life.firstMonth + month + 1;

	if (chance.yes(taught.chance) && booked <= today) {
		const cents = 2 * chance.unit() * taught.share * amount + 50;
		yield line(customer, {
			id: `trn-${number}`,
			kind: 'one-time',
			cents,
			booked,
			from: booked,
			to: booked + 1,
			product: 'Training'
		});
	}
	for (const [id, kind, given] of [
		['ref', 'refund', refunds],
		['crd', 'credit', credits]
	] as const) {
		if (!chance.yes(given.chance) || booked > today) continue;
		const cents = -Math.max(50, amount * (given.least + (given.most - given.least) * chance.unit()));
		yield line(customer, { id: `${id}-${number}`, kind, cents, booked, from, to, product: plan });
	}
}
