import type { IncomingContact, IncomingCustomer } from '#domain/customers/incoming.ts';
import { dayText } from './calendar.ts';
import { type Chance, weighted } from './chance.ts';
import type { Life } from './life.ts';
import type { Segment, Temper } from './model.ts';
import { type Person, person } from './names/people.ts';
import type { Place } from './places.ts';
import type { Trade } from './trades.ts';

export type Contact = Person & { key: string; decides: boolean };

/** A customer as the demo knows them: who they are, what they are like and how their time with us went. */
export type Customer = {
	number: number;
	key: string;
	name: string;
	place: Place;
	trade: Trade;
	temper: Temper;
	plan: string;
	startedOn: number;
	cameBy: 'recommended' | 'bought' | 'unknown';
	parent: Customer | null;
	contacts: Contact[];
	life: Life;
};

const planOf: Record<Segment, (chance: Chance) => string> = {
	Enterprise: weighted([
		['Basic', 8],
		['Plus', 37],
		['Premium', 55]
	]),
	Team: weighted([
		['Basic', 34],
		['Plus', 46],
		['Premium', 20]
	]),
	Solo: weighted([
		['Basic', 66],
		['Plus', 28],
		['Premium', 6]
	])
};
export const anyPlan = (segment: Segment, chance: Chance): string => planOf[segment](chance);

/** First monthly amount in cents: log-normal within a segment, more for a larger plan. */
export function firstAmount(segment: Segment, plan: string, chance: Chance): number {
	const [typical, width] = { Enterprise: [2350, 0.4], Team: [265, 0.6], Solo: [34, 0.38] }[segment];
	const forPlan = { Basic: 0.8, Plus: 1.05, Premium: 1.35 }[plan] ?? 1;

	return Math.max(900, 100 * typical * forPlan * Math.exp(width * Math.max(-2.2, Math.min(2.2, chance.normal()))));
}

const people: Record<Segment, [number, number]> = { Enterprise: [3, 5], Team: [1, 3], Solo: [1, 1] };

/** The people we know there; the first decides. A one-person customer is its own contact. */
export function contactsOf(segment: Segment, place: Place, self: Person, chance: Chance): Contact[] {
	const count = chance.between(...people[segment]);
	return Array.from({ length: count }, (_, i) => ({
		...(i === 0 ? self : person(place.culture, chance)),
		key: `p${i + 1}`,
		decides: i === 0 || (segment === 'Enterprise' && chance.yes(0.15))
	}));
}

const reasons = weighted([
	['price', 24],
	['another product', 21],
	['closed the business', 14],
	['not used enough', 15],
	['missing feature', 12],
	['service', 9],
	[null, 5]
]);

export const customerRow = (customer: Customer, chance: Chance): IncomingCustomer => ({
	key: customer.key,
	name: customer.name,
	segment: customer.temper.segment,
	region: customer.temper.region,
	plan: customer.plan,
	startedOn: dayText(customer.startedOn),
	endedOn: customer.life.endedOn === null ? null : dayText(customer.life.endedOn),
	endedWhy: customer.life.endedOn === null ? null : reasons(chance),
	cameBy: customer.cameBy,
	parentKey: customer.parent?.key ?? null
});

export function contactRows({ key, name, place, contacts }: Customer): IncomingContact[] {
	const domain = `${plain(name)}.${place.country}.example`;
	return contacts.map(({ given, family, key: contactKey, decides }) => ({
		customerKey: key,
		key: contactKey,
		name: nameless(contactKey, key) ? null : `${given} ${family}`,
		email: `${plain(given)}.${plain(family)}@${domain}`,
		decides
	}));
}

/** A few are known by their address only. */
const nameless = (contact: string, customer: string) => contact !== 'p1' && Number(customer.slice(3)) % 37 === 0;

/** Letters and digits an address may hold. */
const plain = (text: string) =>
	text
		.normalize('NFD')
		.replace(/ß/g, 'ss')
		.replace(/[øØ]/g, 'o')
		.replace(/[łŁ]/g, 'l')
		.replace(/æ/g, 'ae')
		.replace(/[^a-zA-Z0-9]+/g, '')
		.toLowerCase();
