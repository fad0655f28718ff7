import { count } from '#ui/format/number.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { proportion } from '#stats/shares/proportion.ts';
import { proportionDifference } from '#stats/shares/proportion-difference.ts';
import type { Change, Definition } from './figure.ts';

/** Invitations, and what became of them. */
export type Asked = { sent: number; bounced: number; answered: number };

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

/** Share of the invitations that arrived which got an answer with a score. */
export function responseRate({ sent, bounced, answered }: Asked): Estimate | NotEstimable {
	const n = sent - bounced;
	if (sent === 0) return notEstimable('no invitations of these weeks are known, so nobody can be seen to stay silent');
	if (n < fewest) return notEstimable(`only ${count(n, 'invitation')} arrived: too few for a share`);
	if (answered === n)
		return notEstimable('every invitation that is known was answered: those who stayed silent are not in the data');
	return proportion({ count: answered, n });
}

export function responseRateChange(before: Asked, now: Asked): Change | null {
	if (responseRate(before).status !== 'ok' || responseRate(now).status !== 'ok') return null;
	const share = ({ sent, bounced, answered }: Asked) => ({ count: answered, n: sent - bounced });
	const change = proportionDifference(share(before), share(now));
	if (change.status !== 'ok') return null;
	const { value: by, low, high } = change;
	return { by, low, high, isReal: low > 0 || high < 0, since: 'the year before' };
}

export const responseRateDefinition: Definition = {
	id: 'response_rate',
	version: 1,
	name: 'Response rate, 12 mo',
	unit: 'share',
	meaning:
		'Of the invitations to the survey shown that were sent in the 52 weeks that end with the week shown and did not bounce, the share that got an answer with a score, by now. Those of the last weeks may still be answered.',
	interval: '95%, Wilson.'
};
