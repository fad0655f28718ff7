export const segments = ['Enterprise', 'Team', 'Solo'] as const;
export type Segment = (typeof segments)[number];
export const regions = ['EMEA', 'North America', 'Latin America', 'Asia Pacific'] as const;
export type Region = (typeof regions)[number];
export type Effect = 'planted' | 'none';

/** What of a customer bears on attitude, leaving and growing. */
export type Temper = {
	segment: Segment;
	region: Region;
	recommended: boolean;
	/** Has the product open every day. The idle answer less and leave more, whatever they feel. */
	engaged: boolean;
	/** Pays a year ahead, and so can leave or change size at the end of a term only. */
	annual: boolean;
};

/** The spread of attitude among like customers, and how much of it is left a month later. */
export const spread = 1.45;
const persistence = 0.988;

/** What separates a single answer from the attitude of its account: the person, the moment, now and then a bad day. */
export const answerNoise = {
	person: 0.7,
	moment: 0.9,
	badDay: { chance: 0.03, points: -3.5 },
	anger: { below: 4.5, chance: 0.3, points: -3 }
};

/** How much a month's risk of leaving falls, in the logarithm, with each point of attitude; likewise growth rises. */
const pull = { planted: { leaving: 0.55, growing: 0.04 }, none: { leaving: 0, growing: 0 } };

const bySegment = {
	Enterprise: { attitude: 7.94, leaving: 0.0072, grows: 0.29, shrinks: 0.04 },
	Team: { attitude: 7.78, leaving: 0.0072, grows: 0.17, shrinks: 0.036 },
	Solo: { attitude: 7.65, leaving: 0.0105, grows: 0.045, shrinks: 0.024 }
};
const byRegion = { EMEA: 0, 'North America': 0.1, 'Latin America': 0.15, 'Asia Pacific': -0.1 };

/** Sizes of a step up and a step down, as shares of the monthly amount. */
export const steps = { up: 0.04, down: 0.04 };

/** Attitude to which a customer drifts back: older, larger and recommended customers think better of us. */
export const usualAttitude = (who: Temper, months: number): number =>
	bySegment[who.segment].attitude + byRegion[who.region] + (who.recommended ? 0.35 : 0) + 0.85 * familiarity(months);

/** 0 for a newcomer, towards 1 after some years. */
const familiarity = (months: number) => familiarities[Math.min(months, familiarities.length - 1)];
const familiarities = Array.from({ length: 180 }, (_, months) => 1 - Math.exp(-months / 26));

/** The month's risk of leaving. */
export function riskOfLeaving(who: Temper, months: number, attitude: number, effect: Effect): number {
	const { leaving } = pull[effect];
	const newness = newnesses[Math.min(months, newnesses.length - 1)];
	const risk = bySegment[who.segment].leaving * newness * (who.engaged ? 0.8 : 1.6);

	return Math.min(0.5, risk * Math.exp(-leaving * (attitude - 8.2)));
}

const newnesses = Array.from({ length: 60 }, (_, months) => 1 + 0.9 * Math.exp(-months / 9));

/** Chances that a month brings a step up or down. */
export function chancesOfChange(who: Temper, attitude: number, effect: Effect): { up: number; down: number } {
	const { grows, shrinks } = bySegment[who.segment];
	return { up: Math.min(0.5, grows * Math.exp(pull[effect].growing * (attitude - 8.2))), down: shrinks };
}

export const hazardRatioPerPoint = (effect: Effect): number => Math.exp(-pull[effect].leaving);

/** The next month's distance from the usual attitude. */
export const drift = (distance: number, shock: number): number =>
	persistence * distance + spread * Math.sqrt(1 - persistence ** 2) * shock;
