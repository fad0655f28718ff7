import type { Plan } from '../bet.ts';
import { majorFrom, typedFrom } from '../measure.ts';

type TypedName =
	| ('hypothesis' | 'ownerId' | 'cost' | 'about' | 'startsOn' | 'endsOn' | 'segment' | 'region' | 'plan')
	| ('customers' | 'comparison' | 'share' | 'group' | 'measure' | 'series' | 'months')
	| ('expected' | 'low' | 'high' | 'worth');

/** A bet as its form has it: text, in the units in which people write. */
export type Typed = Record<TypedName, string>;
export type Said = (name: keyof Typed) => string;
export type Issues = (name: keyof Typed) => string[] | undefined;

/** What a new bet is proposed to be; nothing of it is decided. */
export const proposed = (given: Partial<Typed>): Typed => ({
	...{ hypothesis: '', ownerId: '', cost: '', about: '', startsOn: '', endsOn: '', segment: '', region: '', plan: '' },
	...{ customers: '', comparison: 'draw', share: '50', group: '', measure: 'score', series: '', months: '12' },
	...{ expected: '', low: '', high: '', worth: '' },
	...given
});

/** A plan as its form shows it, to be changed. */
export function typedOf(plan: Plan, about: string): Typed {
	const { whom, comparison, measure, currency, forecast } = plan;
	const text = (value: number) => String(typedFrom(measure, value, currency));
	const { hypothesis, startsOn, endsOn } = plan;
	return {
		...{ hypothesis, about, startsOn, endsOn, measure },
		ownerId: String(plan.owner.id),
		cost: String(majorFrom(plan.costMinor, currency)),
		...{ segment: whom.segment ?? '', region: whom.region ?? '', plan: whom.plan ?? '' },
		customers: whom.customers?.join('\n') ?? '',
		comparison: comparison.kind,
		share: comparison.kind === 'draw' ? String(Math.round(comparison.share * 1000) / 10) : '50',
		group: comparison.kind === 'group' ? `${comparison.slice}=${comparison.value}` : '',
		series: plan.series ?? '',
		months: String(plan.months),
		...{ expected: text(forecast.value), low: text(forecast.low), high: text(forecast.high) },
		worth: String(majorFrom(forecast.worthMinor, currency))
	};
}
