import { money } from '#ui/format/money.ts';
import { dash, percent } from '#ui/format/number.ts';
import { day } from '#ui/format/time.ts';
import { explainedChart } from '../../metrics/explained.ts';
import type { Explained } from '../../metrics/explained.ts';
import type { Bet, Plan } from '../bet.ts';
import { comparisonText, monthsMeasured, whomText } from '../bet.ts';
import { outcomeOf, outcomeText } from '../forecast.ts';
import { effectDefinition, effectText } from '../measure.ts';
import type { Verdict } from '../verdict.ts';
import { isDetectable, returnOn } from '../worth.ts';
import type { Found } from '../worth.ts';

export const notDetectable = 'Not detectable in this data';

/** '+$200, 80% between +$50 and +$400' */
export function forecastText({ measure, forecast, currency }: Pick<Plan, 'measure' | 'forecast' | 'currency'>): string {
	const [value, low, high] = [forecast.value, forecast.low, forecast.high].map((one) =>
		effectText(measure, one, currency)
	);
	return `${value}, 80% between ${low} and ${high}`;
}

/** '+$180 (95%: +$20 to +$340)', 'Not detectable in this data (95%: …)', or a dash with its reason. */
export function foundText(found: Found, text: (value: number) => string): string {
	if (found.status !== 'ok') return `${dash} ${found.reason}`;
	const value = isDetectable(found) ? text(found.value) : notDetectable;
	return `${value} (95%: ${text(found.low)} to ${text(found.high)})`;
}

export const verdictText = ({ plan, verdict }: Pick<Bet, 'plan'> & { verdict: Verdict }): string =>
	foundText(verdict.effect, (value) => effectText(plan.measure, value, plan.currency));

/** How the forecast came out, or that it cannot be told. */
export function forecastOutcome({ plan, verdict }: Pick<Bet, 'plan'> & { verdict: Verdict }): string {
	const outcome = outcomeOf(plan.forecast, verdict.effect);
	return outcome ? `Forecast ${outcomeText[outcome]}` : 'Nothing to hold the forecast against';
}

export const moneyText = (found: Found, currency: string): string =>
	foundText(found, (value) => money(value, currency));

/** What comes back beyond the cost. Told only where the effect is told at all: a return on what may be nothing is none. */
export function returnText(worth: Found, costMinor: number): string {
	const found = returnOn(worth, costMinor);
	if (found.status !== 'ok') return `${dash} ${found.reason}`;
	const [value, low, high] = [found.value, found.low, found.high].map((share) => percent(share, 0));
	return `${isDetectable(worth) ? value : notDetectable} (95%: ${low} to ${high})`;
}

/** '1 Dec 2026 to 31 May 2027, measured for 6 months up to 31 May 2027' */
export function daysText(plan: Pick<Plan, 'startsOn' | 'endsOn' | 'months'>): string {
	const { from, to } = monthsMeasured(plan);
	return `${day(plan.startsOn)} to ${day(plan.endsOn)}; measured over ${plan.months} whole months from ${day(from)}, complete on ${day(to)}`;
}

/** What stands behind a verdict, for whoever asks. */
export function verdictExplained({ plan, verdict }: Bet): Explained | null {
	if (!verdict) return null;
	const { effect, excluded, grade, definition } = verdict;
	const text = (value: number) => effectText(plan.measure, value, plan.currency);
	const { from, to } = monthsMeasured(plan);
	return explainedChart({
		definition: { ...effectDefinition(plan.measure, plan.comparison.kind), version: definition.version },
		value: effect.status === 'ok' ? (isDetectable(effect) ? text(effect.value) : notDetectable) : null,
		interval: effect.status === 'ok' ? `${text(effect.low)} to ${text(effect.high)}` : null,
		n: effect.status === 'ok' ? effect.n : null,
		population: `${whomText(plan.whom)} who paid us when the groups were made; ${comparisonText(plan.comparison)}`,
		period: { from, to },
		excluded,
		grade
	});
}
