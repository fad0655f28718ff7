import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { fewOf } from '#ui/format/number.ts';
import { proportion } from '#stats/shares/proportion.ts';
import { feelings, groupName } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { feelingIn } from '../metrics/loyalty.ts';
import type { Series } from '../surveys/series.ts';

/** What customers can be seen to have done. */
export const deeds = ['left', 'shrank', 'grew'] as const;
export type Deed = (typeof deeds)[number];

/** What customers did in the twelve months after an answer; `paying` of them paid on the day of it. Minor units a year. */
export type Did = {
	customers: number;
	paying: number;
	left: number;
	shrank: number;
	grew: number;
	perYearThen: number;
	perYearAfter: number;
};

export type DidShare = { count: number; share: Estimate | NotEstimable };

/** One group, by what they said a year ago or earlier, and what they did since. */
export type SaidAndDid = {
	feeling: Feeling;
	name: string;
	/** Who answered, and of those who paid then: the shares are of them. */
	customers: number;
	paying: number;
	left: DidShare;
	shrank: DidShare;
	grew: DidShare;
	perYearThen: number;
	perYearAfter: number;
};

const nobody: Did = { customers: 0, paying: 0, left: 0, shrank: 0, grew: 0, perYearThen: 0, perYearAfter: 0 };

export const addDid = (all: readonly Did[]): Did =>
	all.reduce(
		(sum, part) => ({
			customers: sum.customers + part.customers,
			paying: sum.paying + part.paying,
			left: sum.left + part.left,
			shrank: sum.shrank + part.shrank,
			grew: sum.grew + part.grew,
			perYearThen: sum.perYearThen + part.perYearThen,
			perYearAfter: sum.perYearAfter + part.perYearAfter
		}),
		nobody
	);

/** Fewer customers than this and one of them decides the share. */
const fewest = 10;

const shareOf = (count: number, n: number): DidShare => ({
	count,
	share: n < fewest ? notEstimable(`${fewOf(n)} of them paid then: too few for a share`) : proportion({ count, n })
});

/** By group: how many left, shrank and grew. Who referred whom is in no file, so that is not told. */
export const saidVersusDid = (series: Series, did: readonly (Did & { score: number })[]): SaidAndDid[] =>
	feelings.map((feeling) => {
		const { customers, paying, left, shrank, grew, perYearThen, perYearAfter } = addDid(
			did.filter(({ score }) => feelingIn(series, score) === feeling)
		);
		return {
			feeling,
			name: groupName(series.metric, feeling),
			customers,
			paying,
			left: shareOf(left, paying),
			shrank: shareOf(shrank, paying),
			grew: shareOf(grew, paying),
			perYearThen,
			perYearAfter
		};
	});
