import type { IncomingContact, IncomingCustomer } from '#domain/customers/incoming.ts';
import type { IncomingRevenue } from '#domain/money/incoming.ts';
import type { IncomingInvitation, IncomingResponse, IncomingSurvey } from '#domain/surveys/incoming.ts';
import { type Asked, askedOf } from './asking.ts';
import { dayNumber, monthsAfter, notAfterThe28th } from './calendar.ts';
import { chanceFor } from './chance.ts';
import { contactRows, customerRow } from './customers.ts';
import type { Effect } from './model.ts';
import { revenueOf } from './money.ts';
import { population, surveyedMonths } from './population.ts';
import { surveyRows } from './surveys.ts';
import { invitationsOf, responsesOf } from './rows.ts';
import { plantedTruth, type PlantedTruth } from './truth.ts';

export type DemoCompany = {
	organisation: { name: string; timeZone: string; reportingCurrency: 'USD' };
	customers: IncomingCustomer[];
	contacts: IncomingContact[];
	surveys: IncomingSurvey[];
	invitations: Iterable<IncomingInvitation>;
	responses: Iterable<IncomingResponse>;
	revenue: Iterable<IncomingRevenue>;
	/** Worked out when asked for: it takes as long as the rest. */
	readonly truth: PlantedTruth;
};

export type DemoOptions = {
	/** 'YYYY-MM-DD'. The company's last three years end at 06:00 UTC of this day. */
	today: string;
	seed: number;
	customers?: number;
	/** 'none': attitude bears on nothing, so that there is nothing to find. */
	effect?: Effect;
	/** False: scores only, for tests that count and for benchmarks. */
	words?: boolean;
};

/** Nothing is answered after this hour of today, so that a start in the morning shows no answer from the future. */
const lastHour = 6;

/** Larkmoor, which does not exist, makes scheduling and dispatch software for clinics, freight, workshops and one-person businesses. */
export function demoCompany({
	today,
	seed,
	customers = 12_000,
	effect = 'planted',
	words = true
}: DemoOptions): DemoCompany {
	const day = dayNumber(today);
	const everybody = population({ today: day, seed, customers, effect });
	const window = {
		today: day,
		seed,
		surveysFrom: monthsAfter(notAfterThe28th(day), -surveyedMonths),
		cutOff: (day * 24 + lastHour) * 3_600_000
	};
	const asked: Asked[] = everybody.flatMap((customer) => askedOf(customer, window));
	const whys = chanceFor(seed, 'why they left');
	let truth: PlantedTruth | undefined;

	return {
		organisation: { name: 'Larkmoor', timeZone: 'Europe/London', reportingCurrency: 'USD' },
		customers: everybody.map((customer) => customerRow(customer, whys)),
		contacts: everybody.flatMap(contactRows),
		surveys: surveyRows,
		invitations: invitationsOf(asked),
		responses: responsesOf(asked, { seed, today: day, words }),
		revenue: revenueOf(everybody, seed, day),
		get truth() {
			return (truth ??= plantedTruth(asked, { today: day, seed, effect }));
		}
	};
}
