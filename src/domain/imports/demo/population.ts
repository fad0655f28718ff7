import { monthAt, live, newDistance } from './life.ts';
import { monthsAfter, notAfterThe28th } from './calendar.ts';
import { type Chance, chanceFor, weighted } from './chance.ts';
import { anyPlan, contactsOf, type Customer, firstAmount } from './customers.ts';
import type { Effect, Segment, Temper } from './model.ts';
import { type Namer, namer } from './naming.ts';
import { anywhere } from './places.ts';
import { anyTrade } from './trades.ts';
import { wordOfMouth } from './word-of-mouth.ts';

export type Setting = { today: number; seed: number; customers: number; effect: Effect };

/** Money is on record for four years, so that each answer of the last three has a year before it. */
const recordedMonths = 48;
export const surveyedMonths = 36;

/** The share of all customers who were there already when the records begin. */
const thereBefore = 0.45;

const anySegment = weighted<Segment>([
	['Enterprise', 13],
	['Team', 40],
	['Solo', 47]
]);

/** All customers in the order in which they came, each with a whole life. */
export function population({ today, seed, customers, effect }: Setting): Customer[] {
	const recordsFrom = monthsAfter(notAfterThe28th(today), -recordedMonths);
	const names = namer();
	const reputation = wordOfMouth(recordsFrom);
	const groups = new Map<string, Customer[]>();
	const all: Customer[] = [];

	for (const [number, startedOn] of startDays(customers, recordsFrom, today, chanceFor(seed, 'starts')).entries()) {
		const chance = chanceFor(seed, 'customer', number);
		const place = anywhere(chance);
		const segment = anySegment(chance);
		const trade = anyTrade(segment, chance);
		const cameBy = reputation.bring(place.region, startedOn, chance);
		const temper: Temper = {
			segment,
			region: place.region,
			recommended: cameBy === 'recommended',
			engaged: chance.yes(0.72),
			annual: segment === 'Enterprise' ? chance.yes(0.42) : segment === 'Team' && chance.yes(0.06)
		};
		const plan = anyPlan(segment, chance);
		const { name, self } = names.customer(segment, place, trade, chance);
		const grown = Math.exp(0.0035 * Math.max(0, Math.min(72, (recordsFrom - startedOn) / 30.44)));
		const beginning = {
			startedOn,
			monthly:
				firstAmount(segment, plan, chance) * (segment === 'Solo' ? 1 : grown ** (segment === 'Team' ? 1.2 : 1.9)),
			distance: newDistance(chance)
		};
		const life = live(temper, beginning, { recordsFrom, today, effect }, chanceFor(seed, 'life', number));
		const contacts = contactsOf(segment, place, self, chance);
		const key = `LM-${10_000 + number}`;
		const customer = { number, key, name, place, trade, temper, plan, startedOn, cameBy, parent: null, contacts, life };

		all.push(joinGroup(customer, groups, names, chance));
		reputation.spread(customer);
	}
	return all;
}

/** Some had been with us for up to nine years when the records begin; newcomers come a little faster every year. */
function startDays(customers: number, recordsFrom: number, today: number, chance: Chance): number[] {
	const start = () => {
		if (chance.yes(thereBefore)) return recordsFrom - 1 - Math.min(3200, -880 * Math.log(1 - chance.unit()));
		return recordsFrom + (today - recordsFrom - 1) * chance.unit() ** 0.82;
	};
	return Array.from({ length: customers }, () => notAfterThe28th(Math.floor(start()))).sort((a, b) => a - b);
}

/** A few larger customers become groups: later ones of the same trade and country join them under their name. */
function joinGroup(customer: Customer, groups: Map<string, Customer[]>, names: Namer, chance: Chance): Customer {
	const { temper, trade, place, startedOn, name } = customer;
	if (temper.segment === 'Solo') return customer;
	const key = `${trade.key} ${place.country}`;
	const open = (groups.get(key) ?? []).filter(
		(group) => monthAt(group.life, startedOn) >= 0 || group.startedOn === startedOn
	);
	if (open.length > 0 && chance.yes(0.16)) {
		const parent = chance.pick(open);
		return { ...customer, parent, name: names.branch(parent.name, place, chance) };
	}
	if (temper.segment === 'Enterprise' && !place.cities.some((city) => name.includes(city)) && chance.yes(0.12))
		groups.set(key, [...open, customer]);

	return customer;
}
