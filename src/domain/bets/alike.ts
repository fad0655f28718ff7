import type { Share } from '#stats/shares/proportion.ts';
import { proportionDifference } from '#stats/shares/proportion-difference.ts';
import { count } from '#ui/format/number.ts';

/** Chance alone would part a hundred sound draws this far once. */
const onceInAHundred = 0.01;

/**
 * A draw makes its groups alike, and they stay so only while as much of each is seen: where the bet itself moved who
 * answers, or more of one group is gone, a difference between who is left is no effect any more. `did`: what was seen.
 */
function whyNotAlike(got: Share, without: Share, did: string): string | null {
	const difference = proportionDifference(without, got);
	if (difference.status !== 'ok' || !(difference.p! < onceInAHundred)) return null;
	return `${got.count} of ${count(got.n, 'customer')} who got it ${did} and ${without.count} of ${without.n} who did not: more apart than chance makes them, so that the groups are not alike any more`;
}

type Seen = { gets: boolean; score: number | null };

/** Of who is there: whether as many of both groups answered as chance makes them. */
export function whyNotAnsweredAlike(rows: readonly Seen[]): string | null {
	const answered = (gets: boolean): Share => {
		const group = rows.filter((row) => row.gets === gets);
		return { count: group.filter(({ score }) => score !== null).length, n: group.length };
	};
	return whyNotAlike(answered(true), answered(false), 'answered');
}

/** Of whom the draw put into the groups, `got` of its `members` into the one that gets it: whether as many are still there. */
export function whyNotFollowedAlike(
	rows: readonly Seen[],
	{ got, members }: { got: number; members: number }
): string | null {
	const followed = rows.filter(({ gets }) => gets).length;
	return whyNotAlike(
		{ count: followed, n: got },
		{ count: rows.length - followed, n: members - got },
		'can be followed'
	);
}
