import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { clopperPearson } from '#stats/shares/proportion.ts';
import { survivalAt } from '#stats/survival/survival-at.ts';
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

/**
 * The share of a group that is still there so many months on. Where nobody has left, 1 down to Clopper and Pearson's
 * limit; where all have, none, up to what that limit leaves of those who were there last: neither is ever taken for
 * certain.
 */
export function stillThere(curve: StayingGroup['curve'], month: number): Estimate | NotEstimable {
	if (curve.status !== 'ok') return curve;
	const [before, last] = [curve.points.at(-2), curve.points.at(-1)];
	if (last?.survival === 0 && last.time <= month) {
		const { high } = clopperPearson({ count: 0, n: Math.floor(last.atRisk) }, 0.95);
		return { status: 'ok', value: 0, low: 0, high: (before?.survival ?? 1) * high, n: curve.n };
	}
	if (month > curve.followedUntil) return notEstimable(`nobody has been followed for ${month} months yet`);
	return survivalAt(curve, month);
}

/** The same of those who are back: what is not still away. */
export function complementOf(share: Estimate | NotEstimable): Estimate | NotEstimable {
	if (share.status !== 'ok') return share;
	const { value, low, high, n } = share;
	return { status: 'ok', value: 1 - value, low: 1 - high, high: 1 - low, n };
}

const monthsBetween = (from: string, to: string): number => {
	const [a, b] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)));
	return b - a;
};

/**
 * By what they felt at their first answer: Kaplan-Meier over whole months since that answer, to the day they left, or
 * bought again where nobody subscribes. What happened in the month of the answer happened after one month; whoever has
 * nothing to show by the end of `asOf` is censored there.
 */
export const staying = (series: Series, stays: readonly Stays[], asOf: string): Staying =>
	curvesOf(series, followedByGroup(series, stays, asOf));

export type FollowedGroups = {
	sees: Staying['sees'];
	followed: Record<Feeling, (FollowUp & { count: number })[]>;
};

/** The curves of groups that were followed. */
export const curvesOf = (series: Series, { sees, followed }: FollowedGroups): Staying => ({
	sees,
	groups: feelings.map((feeling) => ({
		feeling,
		name: groupName(series.metric, feeling),
		curve: kaplanMeier(followed[feeling])
	}))
});

/** How long the customers of each group were followed, and whether they then left, or came back. */
export function followedByGroup(series: Series, stays: readonly Stays[], asOf: string): FollowedGroups {
	const subscribers = stays.filter(({ subscribes }) => subscribes);
	const seen = subscribers.length > 0 ? subscribers : stays;
	const sees: Staying['sees'] = subscribers.length > 0 || stays.length === 0 ? 'who stays' : 'who comes back';
	const ofGroup = (feeling: Feeling) =>
		alikeTogether(seen.filter(({ score }) => feelingIn(series, score) === feeling).map(followUp(asOf)));
	return { sees, followed: { high: ofGroup('high'), middle: ofGroup('middle'), low: ofGroup('low') } };
}

const followUp =
	(asOf: string) =>
	({ answerMonth, eventMonth, customers: count }: Stays): FollowUp & { count: number } => {
		const event = eventMonth <= asOf;
		return { time: monthsBetween(answerMonth, event ? eventMonth : asOf) + 1, event, count };
	};

/** Who was followed as long, and left or did not, is one row: months are few, and what is reckoned with them is dear. */
function alikeTogether(rows: readonly (FollowUp & { count: number })[]): (FollowUp & { count: number })[] {
	const alike = new Map<string, FollowUp & { count: number }>();
	for (const { time, event, count } of rows) {
		const key = `${time} ${event}`;
		const known = alike.get(key);
		if (known) known.count += count;
		else alike.set(key, { time, event, count });
	}
	return [...alike.values()];
}
