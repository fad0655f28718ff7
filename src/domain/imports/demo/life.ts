import { monthsAfter } from './calendar.ts';
import type { Chance } from './chance.ts';
import {
	chancesOfChange,
	drift,
	type Effect,
	riskOfLeaving,
	spread,
	steps,
	type Temper,
	usualAttitude
} from './model.ts';
import { onboardingTrouble } from './story.ts';

/** A customer's course, one entry for each month that they paid for. */
export type Life = {
	/** How many months with us the first entry stands for: above 0 for those who were there before the records begin. */
	firstMonth: number;
	/** First day of each month, and last the day after the end of what was paid for. */
	days: number[];
	/** What they pay for the month, in cents. */
	monthly: number[];
	/** How far their attitude is from the usual one of their kind, and the attitude itself. */
	distance: number[];
	attitude: number[];
	/** The day from which they no longer pay. */
	endedOn: number | null;
};

export type Beginning = { startedOn: number; monthly: number; distance: number };

/**
 * Lives month by month until the customer leaves or today comes. In each month attitude moves, the amount steps up
 * or down, and at its end the customer may leave. Who pays a year ahead does the last two once a year, for twelve
 * months in one.
 */
export function live(
	who: Temper,
	{ startedOn, monthly, distance }: Beginning,
	{ recordsFrom, today, effect }: { recordsFrom: number; today: number; effect: Effect },
	chance: Chance
): Life {
	const term = who.annual ? 12 : 1;
	const monthsBefore = Math.max(0, Math.floor((recordsFrom - startedOn) / 30.44));
	const firstMonth = Math.floor(monthsBefore / term) * term;
	const life: Life = { firstMonth, days: [], monthly: [], distance: [], attitude: [], endedOn: null };
	let month = firstMonth;
	let day = monthsAfter(startedOn, month);
	let amount = monthly;

	while (day <= today && life.endedOn === null) {
		const trouble = onboardingTrouble(who.region, day + 15 - startedOn, today - day - 15);
		const attitude = usualAttitude(who, month) + distance + trouble;
		life.days.push(day);
		life.monthly.push(amount);
		life.distance.push(distance);
		life.attitude.push(attitude);
		day = monthsAfter(startedOn, ++month);

		if (month % term === 0 && day <= today) {
			const stays = (1 - riskOfLeaving(who, month - 1, attitude, effect)) ** term;
			if (!chance.yes(stays)) life.endedOn = day;
			for (let i = 0; i < term; i++) amount *= changeOfSize(who, attitude, effect, chance);
		}
		distance = drift(distance, chance.normal());
	}
	life.days.push(day);

	return life;
}

function changeOfSize(who: Temper, attitude: number, effect: Effect, chance: Chance): number {
	const { up, down } = chancesOfChange(who, attitude, effect);
	const at = chance.unit();
	return at < up ? 1 + steps.up : at < up + down ? 1 - steps.down : 1;
}

/** Entry of the month that holds `day`, or -1. */
export function monthAt({ days, monthly }: Life, day: number): number {
	if (day < days[0] || day >= days[monthly.length]) return -1;
	let month = Math.min(monthly.length - 1, Math.floor((day - days[0]) / 30.44));
	while (days[month] > day) month--;
	while (days[month + 1] <= day) month++;
	return month;
}

export const newDistance = (chance: Chance): number => spread * chance.normal();
