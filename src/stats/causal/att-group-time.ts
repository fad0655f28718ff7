import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { whyNotLevel, type Level, symmetric } from '../inference.ts';
import { effectAt, type Found } from './group-time-effect.ts';
import { combined, type Influence } from './influence.ts';
import { type StaggeredInput, staggeredPanel, whyNotStaggered } from './staggered-panel.ts';

export type GroupTimeOptions = Level & {
	/** compare with units never treated, or with all not yet treated at that time */
	comparison?: 'never' | 'not-yet';
};

export type GroupTimeEffect = {
	cohort: number;
	period: number;
	/** periods since the start; negative before it */ event: number;
	effect: Inferred;
};

export type GroupTime = {
	status: 'ok';
	effects: GroupTimeEffect[];
	/** averaged over cohorts by time since the start; those before it should be near 0 */
	byEvent: { event: number; effect: Inferred }[];
	/** all effects from the start on, cohorts weighted by size */
	overall: Inferred;
	n: number;
	warnings: string[];
	assumptions: string[];
};

/**
 * Effects of a roll-out that reached groups at different times: for each cohort g and period t the change of its mean
 * since g − 1 (before the start: since t − 1) less that of units without the programme. Standard errors from influence
 * functions by unit. Two-way fixed effects would compare cohorts with those already treated, and mislead.
 *
 * Not estimable without a treated and a comparison unit, or with a unit in two cohorts.
 * Source: Callaway & Sant'Anna 2021, J. Econometrics 225:200 (no covariates). statistics.md 5.
 */
export function attGroupTime(
	input: StaggeredInput,
	{ level = 0.95, comparison = 'never' }: GroupTimeOptions = {}
): GroupTime | NotEstimable {
	const noLevel = whyNotLevel(level);
	if (noLevel) return notEstimable(noLevel);
	const trouble = whyNotStaggered(input);
	if (trouble) return notEstimable(trouble);
	const panel = staggeredPanel(input);
	const found = panel.cohorts.flatMap((cohort) =>
		panel.periods.flatMap((period) => effectAt(panel, cohort, period, comparison))
	);
	if (found.length === 0)
		return notEstimable('no group with the programme has a comparison before and after its start');

	const tell = (influence: Influence, method: string): Inferred =>
		symmetric({
			value: influence.value,
			se: standardError(influence),
			n: panel.units,
			level,
			method,
			assumptions,
			warnings: panel.units < 40 ? ['few units'] : []
		});
	const events = [...new Set(found.map(({ event }) => event))].sort((a, b) => a - b);
	const average = (list: readonly Found[]) =>
		combined(
			list.map(({ influence }) => influence),
			list.map(({ cohort }) => panel.cohortOf.map((own) => (own === cohort ? 1 : 0)))
		);
	const started = found.filter(({ event }) => event >= 0);
	return {
		status: 'ok',
		effects: found.map(({ influence, ...where }) => ({ ...where, effect: tell(influence, 'ATT(g, t)') })),
		byEvent: events.map((event) => ({
			event,
			effect: tell(average(found.filter((one) => one.event === event)), 'ATT by time since the start')
		})),
		overall:
			started.length > 0
				? tell(average(started), 'ATT, all periods since the start')
				: notEstimable('nobody is observed after the start'),
		n: panel.units,
		warnings: panel.gaps > 0 ? [`${panel.gaps} unit-periods are missing`] : [],
		assumptions
	};
}

const assumptions = [
	'without the programme cohorts and comparison would have changed alike',
	'nobody changed before the start because of it'
];

const standardError = ({ pulls }: Influence) =>
	Math.sqrt(pulls.reduce((sum, pull) => sum + pull * pull, 0)) / pulls.length;
