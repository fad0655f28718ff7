import type { NotEstimable } from '#stats/estimate.ts';
import { kaplanMeier } from '#stats/survival/kaplan-meier.ts';
import type { SurvivalCurve } from '#stats/survival/survival-curve.ts';
import type { Explained } from '../metrics/explained.ts';
import { feelings, groupName } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { feelingIn } from '../metrics/loyalty.ts';
import type { Series } from '../surveys/series.ts';

/** Customers by the month of their first answer, and that in which they left or bought again, or 'infinity'. */
export type Stays = { subscribes: boolean; answerMonth: string; eventMonth: string; score: number; customers: number };

export type StayingGroup = { feeling: Feeling; name: string; curve: SurvivalCurve | NotEstimable };

/**
 * What became of customers after their first answer. Subscribers show that they stay by paying on; who does not
 * subscribe cannot be seen to leave, only to come back.
 */
export type Staying = {
	sees: 'who stays' | 'who comes back';
	groups: StayingGroup[];
	/** What stands behind the chart of it. */
	about?: Explained;
};

const monthsBetween = (from: string, to: string): number => {
	const [a, b] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)));
	return b - a;
};

/**
 * By what they felt at their first answer: Kaplan-Meier over whole months since that answer, to the day they left, or
 * bought again where nobody subscribes. What happened in the month of the answer happened after one month; whoever has
 * nothing to show by the end of `asOf` is censored there.
 */
export function staying(series: Series, stays: readonly Stays[], asOf: string): Staying {
	const subscribers = stays.filter(({ subscribes }) => subscribes);
	const seen = subscribers.length > 0 ? subscribers : stays;
	return {
		sees: subscribers.length > 0 || stays.length === 0 ? 'who stays' : 'who comes back',
		groups: feelings.map((feeling) => {
			const ofGroup = seen.filter(({ score }) => feelingIn(series, score) === feeling);
			return { feeling, name: groupName(series.metric, feeling), curve: kaplanMeier(ofGroup.map(followUp(asOf))) };
		})
	};
}

const followUp =
	(asOf: string) =>
	({ answerMonth, eventMonth, customers: count }: Stays) => {
		const event = eventMonth <= asOf;
		return { time: monthsBetween(answerMonth, event ? eventMonth : asOf) + 1, event, count };
	};
