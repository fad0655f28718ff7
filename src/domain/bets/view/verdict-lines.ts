import { exactMoney, money } from '#ui/format/money.ts';
import { number } from '#ui/format/number.ts';
import { explainedChart } from '../../metrics/explained.ts';
import type { Explained } from '../../metrics/explained.ts';
import type { Definition } from '../../metrics/figure.ts';
import { comparisonText, whomText } from '../bet.ts';
import type { Bet } from '../bet.ts';
import { effectDefinition, effectText, measureName } from '../measure.ts';
import type { Measure } from '../measure.ts';
import type { Verdict } from '../verdict.ts';
import { isDetectable } from '../worth.ts';
import type { Found } from '../worth.ts';
import {
	forecastText,
	foundText,
	moneyText,
	notDetectable,
	returnText,
	verdictExplained,
	verdictText
} from './bet-text.ts';

/** A line of a verdict; `about`: what stands behind its figure. */
export type Line = { name: string; text: string; about?: Explained };

/** Everything a verdict tells, the measure that was named before the start first. */
export function verdictLines(bet: Bet, verdict: Verdict): Line[] {
	const { plan } = bet;
	const { currency } = plan;
	const name = measureName[plan.measure];
	const inMoney = (found: Found) => moneyText(found, currency);
	const explained = (definition: Definition, found: Found, text: (value: number) => string): Explained => ({
		...explainedChart({
			definition,
			population: `${whomText(plan.whom)} who paid us when the groups were made; ${comparisonText(plan.comparison)}`,
			grade: verdict.grade
		}),
		...(found.status === 'ok'
			? {
					value: isDetectable(found) ? text(found.value) : notDetectable,
					interval: `${text(found.low)} to ${text(found.high)}`,
					n: found.n
				}
			: {})
	});
	const other = (measure: Measure, title: string, found: Found | null): Line[] => {
		if (!found || plan.measure === measure) return [];
		const text = (value: number) => effectText(measure, value, currency);
		return [
			{ name: title, text: foundText(found, text), about: explained(effectDefinition(measure, 'draw'), found, text) }
		];
	};
	const asMoney = (value: number) => money(value, currency);
	return [
		{ name: `${name}: forecast`, text: forecastText(plan) },
		{ name: `${name}: came out`, text: verdictText({ plan, verdict }), about: verdictExplained(bet)! },
		{
			name: `Worth, in ${verdict.margin === null ? 'revenue' : 'margin'}`,
			text: `${inMoney(verdict.worth)}; expected ${asMoney(plan.forecast.worthMinor)}`,
			about: explained(worthDefinition(plan.measure), verdict.worth, asMoney)
		},
		{ name: 'Cost', text: exactMoney(plan.costMinor, currency) },
		{ name: 'Comes back beyond the cost', text: returnText(verdict.worth, plan.costMinor) },
		...other('score', 'Of the mean answer', verdict.onScore),
		...other('revenue', 'Of revenue per customer', verdict.onRevenue),
		...(verdict.perPoint
			? [
					{
						name: 'Revenue per point moved',
						text: inMoney(verdict.perPoint),
						about: explained(perPointDefinition, verdict.perPoint, asMoney)
					}
				]
			: []),
		...overTime(verdict),
		{
			name: 'Followed',
			text: `${number(verdict.gets)} customers who got it, ${number(verdict.others)} who did not`
		}
	];
}

function overTime({ preTrend, rollOut }: Verdict): Line[] {
	const before = preTrend && {
		name: 'Before the start',
		text: `${preTrend.periods} months; both groups moved ${preTrend.p < 0.05 ? 'apart' : 'alike'} (joint test, p = ${number(preTrend.p, 3)})`
	};
	const chance = rollOut && {
		name: 'By chance',
		text: `choosing among ${rollOut.units} values would show as much ${number(rollOut.p * 100)} times in 100`
	};
	return [before, chance].filter((line) => line !== null);
}

const worthDefinition = (measure: Measure): Definition => ({
	id: 'bet_worth',
	version: 1,
	name: 'What a bet was worth',
	unit: 'money',
	meaning:
		measure === 'staying'
			? 'The effect on customers kept, times the customers who got it, times what a customer of the bet paid a year on its first day; in margin where that is known.'
			: 'The effect on revenue per customer in the months measured, times the customers who got it; in margin where that is known.',
	interval: '95%: that of the effect, carried through. The number of customers was counted.'
});

const perPointDefinition: Definition = {
	id: 'bet_per_point',
	version: 1,
	name: 'Revenue per point that a bet moved',
	unit: 'money',
	meaning:
		'The effect on revenue per customer over the effect on the mean answer (Wald’s ratio). What the bet did to revenue by other ways than the score is in it.',
	interval: '95%, Fieller, errors clustered by account; told only where the score moved beyond noise.'
};
