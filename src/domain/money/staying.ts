import type { NotEstimable } from '#stats/estimate.ts';
import type { FollowUp } from '#stats/survival/follow-up.ts';
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
	const { sees, followed } = followedByGroup(series, stays, asOf);
	return {
		sees,
		groups: feelings.map((feeling) => ({
			feeling,
			name: groupName(series.metric, feeling),
			curve: kaplanMeier(followed[feeling])
		}))
	};
}

/** How long the customers of each group were followed, and whether they then left, or came back. */
export function followedByGroup(series: Series, stays: readonly Stays[], asOf: string) {
	const subscribers = stays.filter(({ subscribes }) => subscribes);
	const seen = subscribers.length > 0 ? subscribers : stays;
	const sees: Staying['sees'] = subscribers.length > 0 || stays.length === 0 ? 'who stays' : 'who comes back';
	const ofGroup = (feeling: Feeling) =>
		seen.filter(({ score }) => feelingIn(series, score) === feeling).map(followUp(asOf));
	return { sees, followed: { high: ofGroup('high'), middle: ofGroup('middle'), low: ofGroup('low') } };
}

const followUp =
	(asOf: string) =>
	({ answerMonth, eventMonth, customers: count }: Stays): FollowUp & { count: number } => {
		const event = eventMonth <= asOf;
		return { time: monthsBetween(answerMonth, event ? eventMonth : asOf) + 1, event, count };
	};
