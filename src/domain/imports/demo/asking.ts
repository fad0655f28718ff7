import { answering as timeOfAnswer, sending } from './answer-time.ts';
import { type Chance, chanceFor } from './chance.ts';
import type { Customer } from './customers.ts';
import { monthAt } from './life.ts';
import { answerNoise, type Region, usualAttitude } from './model.ts';
import { occasionsOf } from './occasions.ts';
import { invoiceTrouble, onboardingTrouble, supportRelief } from './story.ts';
import { answering, askings, chosen, type Touchpoint } from './surveys.ts';

/** Somebody was asked; and, unless they stayed silent, what they answered. */
export type Asked = {
	customer: Customer;
	number: number;
	touchpoint: Touchpoint;
	contact: number;
	sentAt: number;
	bounced: boolean;
	answer: Answer | null;
};

export type Answer = { at: number; score: number; worded: boolean };

/** From which day surveys go out, and the last moment that is known. */
export type Window = { surveysFrom: number; today: number; cutOff: number; seed: number };

/** Share of invitations that never arrive. */
const bounces = 0.013;

/** Everything that one customer was asked, in no particular order. */
export function askedOf(customer: Customer, window: Window): Asked[] {
	const chance = chanceFor(window.seed, 'asked', customer.number);
	const leanings = customer.contacts.map(() => answerNoise.person * chance.normal());
	const asked: Asked[] = [];

	for (const { touchpoint, contact, day } of occasionsOf(customer, window, chance)) {
		const sent = sending(day, customer.place.zone, chance);
		if (sent.moment > window.cutOff) continue;
		const bounced = chance.yes(bounces);
		const answer = bounced ? null : answerTo(customer, touchpoint, leanings[contact], sent, window, chance);
		asked.push({ customer, number: asked.length + 1, touchpoint, contact, sentAt: sent.moment, bounced, answer });
	}
	return asked;
}

/** What they answer; nothing when they stay silent or have not answered yet. All is drawn before it is decided. */
function answerTo(
	{ temper, life, place, startedOn }: Customer,
	touchpoint: Touchpoint,
	leaning: number,
	sent: { day: number; minute: number },
	{ today, cutOff }: Window,
	chance: Chance
): Answer | null {
	const { day } = sent;
	const month = lastMonth(life.monthly.length, monthAt(life, day));
	const distance = life.distance[month];
	const willing = answering[temper.segment] * askings[touchpoint].answered * (temper.engaged ? 1.12 : 0.55);
	const answers = chance.yes(willing * Math.exp(0.07 * distance));
	const noise = leaning + answerNoise.moment * chance.normal() + badDay(chance);
	const angry = chance.yes(answerNoise.anger.chance);
	const at = timeOfAnswer(sent, place.zone, chance);
	const talkative = chance.unit();
	if (!answers || at > cutOff) return null;

	const attitude =
		usualAttitude(temper, life.firstMonth + month) +
		distance +
		onboardingTrouble(place.region, day - startedOn, today - day);
	const calm = attitude + noise + moodOf(touchpoint, place.region, today - day);
	const felt = angry && calm < answerNoise.anger.below ? calm + answerNoise.anger.points : calm;

	return { at, score: chosen(askings[touchpoint].metric, felt), worded: talkative < wordiness(touchpoint, felt) };
}

/** Who has just left is asked about the last month that they paid for. */
const lastMonth = (months: number, found: number) => (found < 0 ? months - 1 : found);

const badDay = (chance: Chance) => (chance.yes(answerNoise.badDay.chance) ? answerNoise.badDay.points : 0);

function moodOf(touchpoint: Touchpoint, region: Region, daysAgo: number): number {
	const { mood } = askings[touchpoint];
	if (touchpoint === 'support') return mood + supportRelief(region, daysAgo);
	return touchpoint === 'billing' ? mood + invoiceTrouble(region) : mood;
}

/** The unhappy have most to say, the delighted more than the content. */
const wordiness = (touchpoint: Touchpoint, felt: number): number =>
	askings[touchpoint].worded * (felt < 6.5 ? 0.52 : felt < 8.5 ? 0.27 : 0.33);
