import { count } from '#ui/format/number.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { proportion } from '#stats/shares/proportion.ts';
import type { Share } from '#stats/shares/proportion.ts';
import { proportionDifference } from '#stats/shares/proportion-difference.ts';
import { designEffect, leftByPairing } from '#stats/scores/design-effect.ts';
import type { CodedAnswers, RepeatedAcross, RepeatedAnswers } from '#stats/scores/design-effect.ts';
import type { Change, Definition } from './figure.ts';

/** How many weeks of invitations are told together. */
export const weeksAsked = 52;

/** Invitations, and what became of them; `repeated`: how those that arrived go together where customers got several. */
export type Asked = { sent: number; bounced: number; answered: number; repeated?: RepeatedAnswers & RepeatedAcross };

/** The invitations of some weeks, from and to included, as Mondays. */
export const askedIn = (
	weeks: readonly (Asked & { week: string })[],
	{ from, to }: { from: string; to: string }
): Asked => {
	const all: Asked = { sent: 0, bounced: 0, answered: 0 };
	for (const { week, sent, bounced, answered } of weeks) {
		if (week < from || week > to) continue;
		all.sent += sent;
		all.bounced += bounced;
		all.answered += answered;
	}
	return all;
};

/** Fewer invitations than this say too little. */
const fewest = 10;

/** How the invitations that arrived were answered, and how many times larger that makes the variance of the rate. */
function arrived({ sent, bounced, answered, repeated }: Asked): Arrived | NotEstimable {
	const n = sent - bounced;
	if (sent === 0) return notEstimable('no invitations of these weeks are known, so nobody can be seen to stay silent');
	if (n < fewest) return notEstimable(`only ${count(n, 'invitation')} arrived: too few for a share`);
	if (answered === n)
		return notEstimable('every invitation that is known was answered: those who stayed silent are not in the data');
	const mean = answered / n;
	const coded = { n, mean, variance: mean * (1 - mean) };
	const effect = repeated ? designEffect(coded, repeated) : 1;
	return typeof effect === 'number'
		? { ...coded, effect }
		: notEstimable('all invitations that arrived went to one customer');
}

type Arrived = CodedAnswers & { effect: number };

/** As many invitations, of which the same share is answered, as tell as much as these if nobody had been asked twice. */
const asIfAskedOnce = ({ n, mean }: Arrived, effect: number): Share => ({ count: (n * mean) / effect, n: n / effect });

/** Share of the invitations that arrived which got an answer with a score. */
export function responseRate(asked: Asked): Estimate | NotEstimable {
	const those = arrived(asked);
	if ('status' in those) return those;
	const told = proportion(asIfAskedOnce(those, those.effect));
	return told.status === 'ok' ? { ...told, n: those.n } : told;
}

/**
 * `now`: with how its invitations go together with those of the year before. Mostly the same customers are asked year by
 * year, and who is silent stays silent: that moves both rates, and not their difference.
 */
export function responseRateChange(before: Asked, now: Asked): Change | null {
	const [first, second] = [arrived(before), arrived(now)];
	if ('status' in first || 'status' in second) return null;
	const left = now.repeated ? leftByPairing(first, second, now.repeated) : 1;
	const share = (those: Arrived) => asIfAskedOnce(those, Math.max(1, left * those.effect));
	const change = proportionDifference(share(first), share(second));
	if (change.status !== 'ok') return null;
	const { value: by, low, high } = change;
	return { by, low, high, isReal: low > 0 || high < 0, since: 'the year before' };
}

/** The rate is what it was, in every week: there is one line, and what changed is told beside it. */
export const responseRateDefinition: Definition = {
	id: 'response_rate',
	version: 2,
	changes: [
		{
			version: 2,
			changedOn: '2026-11-27',
			what: 'The rate is what it was; its interval takes into account that several invitations of one customer go together.'
		}
	],
	name: 'Response rate, 12 mo',
	unit: 'share',
	meaning:
		'Of the invitations to the survey shown that were sent in the 52 weeks that end with the week shown and did not bounce, the share that got an answer with a score, by now. Those of the last weeks may still be answered.',
	interval:
		'95%, Wilson. Several invitations of one customer go together (clustered by customer): they count for as many as would tell as much if nobody had been asked twice. The change takes into account that the same customers were asked the year before.'
};
