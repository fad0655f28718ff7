import * as v from 'valibot';
import { keysFrom, longestHypothesis, longestWhy, mostListed, mostMonths } from '#domain/bets/bet.ts';
import { measures, minorFrom, valueFrom } from '#domain/bets/measure.ts';
import type { NewPlan } from '#domain/bets/server.ts';
import { isDay } from '#domain/scope/calendar.ts';
import { slices } from '#domain/scope/scope.ts';
import type { Slice } from '#domain/scope/scope.ts';
import { numberId } from '../ids.ts';

const text = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest, `At most ${longest} characters.`));
const line = (longest: number, missing: string) => v.pipe(text(longest), v.nonEmpty(missing));
const day = v.pipe(v.string(), v.check(isDay, 'Write a day.'));
const seen = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number));
const optional = v.pipe(
	v.optional(text(200), ''),
	v.transform((chosen) => chosen || null)
);
/** A number as people type it, with a point; spaces between thousands are theirs. */
const number = v.pipe(
	v.string(),
	v.transform((typed) => typed.replace(/\s/g, '').replace('−', '-')),
	v.regex(/^[-+]?\d{1,12}(\.\d{1,6})?$/, 'Write a number such as 1200.50.'),
	v.transform(Number)
);
const notBelowNothing = v.pipe(number, v.minValue(0, 'No less than nothing.'));

const group = v.pipe(
	v.optional(v.string(), ''),
	v.transform((chosen) => {
		const at = chosen.indexOf('=');
		const slice = chosen.slice(0, at) as Slice;
		return slices.includes(slice) && at < chosen.length - 1 ? { slice, value: chosen.slice(at + 1) } : null;
	})
);

const plan = {
	hypothesis: line(longestHypothesis, 'Say it in one sentence.'),
	ownerId: numberId,
	cost: notBelowNothing,
	startsOn: day,
	endsOn: day,
	...{ segment: optional, region: optional, plan: optional },
	customers: v.pipe(
		v.optional(v.string(), ''),
		v.transform(keysFrom),
		v.maxLength(mostListed, `At most ${mostListed} customers.`)
	),
	comparison: v.picklist(['draw', 'group'], 'Say what it is held against.'),
	share: v.optional(number, '50'),
	group,
	measure: v.picklist(measures, 'Choose what is measured.'),
	series: optional,
	months: v.pipe(
		number,
		v.integer('Whole months.'),
		v.minValue(1, 'One month at least.'),
		v.maxValue(mostMonths, `At most ${mostMonths} months.`)
	),
	...{ expected: number, low: number, high: number, worth: number }
};

/** What no single field can tell of itself. */
const isWhole = <Input extends { comparison: string; share: number; group: unknown }>({
	comparison,
	share,
	group: who
}: Input) => (comparison === 'draw' ? share > 0 && share < 100 : who !== null);

export const BetForm = v.object({
	...plan,
	about: v.optional(text(100), ''),
	insight: v.optional(v.pipe(v.string(), v.regex(/^\d{0,9}$/), v.transform(Number)), ''),
	insightSeen: v.optional(v.pipe(v.string(), v.regex(/^\d{0,4}$/), v.transform(Number)), '')
});
export const ChangeBetForm = v.object({ ...plan, seen });
export const GroupsForm = v.object({ seen });
export const StopForm = v.object({ why: line(500, 'Say why.') });
const why = v.optional(text(longestWhy), '');
export const WhysForm = v.object({ seen, ...{ why1: why, why2: why, why3: why, why4: why, why5: why } });
export const JudgeForm = v.object({});

/** What is missing of whom it is held against; null: nothing. */
export const whyNotHeld = (typed: Planned): string | null =>
	isWhole(typed)
		? null
		: typed.comparison === 'draw'
			? 'Between 0 and 100 percent have to get it, with neither end.'
			: 'Choose who gets it.';

type Planned = v.InferOutput<typeof ChangeBetForm> | v.InferOutput<typeof BetForm>;

/** From what was typed, in the units in which people write, to a plan. */
export function planFrom(typed: Planned, currency: string): NewPlan {
	const { hypothesis, ownerId, startsOn, endsOn, measure, series, months, segment, region, plan: onPlan } = typed;
	const value = (one: number) => valueFrom(measure, one, currency);
	const listed = typed.customers.length > 0;
	return {
		...{ hypothesis, ownerId, startsOn, endsOn, measure, series, months, currency },
		costMinor: minorFrom(typed.cost, currency),
		whom: listed
			? { segment: null, region: null, plan: null, customers: typed.customers }
			: { segment, region, plan: onPlan, customers: null },
		comparison:
			typed.comparison === 'draw' ? { kind: 'draw', share: typed.share / 100 } : { kind: 'group', ...typed.group! },
		forecast: {
			...{ value: value(typed.expected), low: value(typed.low), high: value(typed.high) },
			worthMinor: minorFrom(typed.worth, currency)
		}
	};
}
