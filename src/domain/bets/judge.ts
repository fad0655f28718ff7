import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { mean } from '#stats/arrays/sum.ts';
import { randomisationTest } from '#stats/causal/randomisation-test.ts';
import type { Random } from '#stats/random.ts';
import type { Excluded } from '../metrics/figure.ts';
import { whyNotAnsweredAlike, whyNotFollowedAlike } from './alike.ts';
import { differenceByDraw } from './difference.ts';
import type { Measured } from './difference.ts';
import { effectDefinition, measuresAnswers } from './measure.ts';
import type { Measure } from './measure.ts';
import { differenceOverTime } from './over-time.ts';
import type { InMonth } from './over-time.ts';
import { pricedBy } from './per-point.ts';
import type { Judgement } from './verdict.ts';
import { times } from './worth.ts';

type Found = Estimate | NotEstimable;

/** A customer of a draw with what became of them. */
export type Outcome = {
	unit: string;
	gets: boolean;
	paidThen: boolean;
	paysAfter: boolean;
	perYearMinor: number;
	paid: number;
	before: number;
	score: number | null;
	nps: number | null;
};

/** `got`: how many customers got it when the groups were made; `members`: all of them; `margin`: share of revenue. */
type About = { measure: Measure; got: number; members: number; margin: number | null };

/**
 * What a draw did, from everybody who was in it. An answer tells of who answered: where the bet moved who does, nothing is
 * told of answers, since grade A stands for groups that nothing but chance has parted. `hasRevenue`: whether anything is known of
 * what anybody pays.
 */
export function judgeDraw(
	outcomes: readonly Outcome[],
	{ measure, got, members, margin, hasRevenue }: About & { hasRevenue: boolean }
): Judgement {
	const rows = rowsOf(outcomes, measure);
	const gone = whyNotFollowedAlike(outcomes, { got, members });
	const apart = gone ?? whyNotAnsweredAlike(outcomes);
	const differenceIn = (of: Measure) => {
		const trouble = measuresAnswers(of) ? apart : gone;
		return trouble ? notEstimable(trouble) : differenceByDraw(rowsOf(outcomes, of));
	};
	const onScore = differenceIn('score');
	const onRevenue = hasRevenue ? differenceIn('revenue') : notEstimable('no revenue is known');
	const effect = measure === 'score' ? onScore : measure === 'revenue' ? onRevenue : differenceIn(measure);
	return {
		...judged(measure, 'draw', effect),
		grade: 'A',
		gets: rows.filter(({ gets }) => gets).length,
		others: rows.filter(({ gets }) => !gets).length,
		excluded: excludedFrom([
			{ count: members - outcomes.length, why: 'customers who were taken back with their import' },
			{ count: outcomes.length - rows.length, why: whyLeftOut(measure) }
		]),
		worth: times(bare(measure === 'staying' ? perYear(effect, outcomes) : onRevenue), got * (margin ?? 1)),
		margin,
		onScore: bare(onScore),
		onRevenue: bare(onRevenue),
		perPoint: hasRevenue ? pricedBy(outcomes, { got, members }) : notEstimable('no revenue is known'),
		preTrend: null,
		months: [],
		rollOut: null
	};
}

function rowsOf(outcomes: readonly Outcome[], measure: Measure): Measured[] {
	const row = ({ unit, gets }: Outcome, y: number) => ({ unit, gets, y });
	return outcomes.flatMap((one): Measured[] => {
		if (measure === 'revenue') return [{ ...row(one, one.paid), before: one.before }];
		if (measure === 'staying') return one.paidThen ? [row(one, one.paysAfter ? 1 : 0)] : [];
		const answer = one[measure];
		return answer === null ? [] : [row(one, answer)];
	});
}

const whyLeftOut = (measure: Measure): string =>
	measure === 'staying' ? 'customers who did not pay any more on the first day' : 'customers who gave no answer';

/** One more customer kept counts with what the customers of the bet paid a year on its first day. */
function perYear(effect: Found, outcomes: readonly Outcome[]): Found {
	return times(bare(effect), mean(outcomes.filter(({ paidThen }) => paidThen).map(({ perYearMinor }) => perYearMinor)));
}

/** A row of a comparison over time, with the value by which it was rolled out. */
export type RolledOut = InMonth & { value: string };

type OverTimeAbout = About & { months: number; customers: { gets: number; others: number }; byValues: boolean };

/** What changed more among those who got it because of who they are. */
export function judgeComparison(
	rows: readonly RolledOut[],
	{ measure, got, members, margin, months, customers, byValues }: OverTimeAbout,
	random: Random
): Judgement {
	const found = differenceOverTime(rows);
	// Of money, the difference is one of months: all of them together are what was forecast.
	const effect = measure === 'revenue' ? times(bare(found.effect), months) : bare(found.effect);
	const counted = effect.status === 'ok' ? { ...effect, n: customers.gets + customers.others } : effect;
	return {
		...judged(measure, 'group', counted),
		...{ grade: 'B', ...customers, margin },
		excluded: excludedFrom([{ count: members - customers.gets - customers.others, why: whyNotFollowed(measure) }]),
		worth:
			measure === 'revenue'
				? times(counted, got * (margin ?? 1))
				: notEstimable('a comparison of answers tells nothing of money'),
		...{ onScore: null, onRevenue: null, perPoint: null },
		preTrend: found.preTrend,
		months: found.months,
		rollOut: byValues && effect.status === 'ok' ? rollOutOf(rows, random) : null
	};
}

const whyNotFollowed = (measure: Measure): string =>
	measure === 'revenue'
		? 'customers who came during the months before, or were taken back with their import'
		: 'customers who gave no answer in all these months';

/** How often chance, choosing as many values to begin with, would show as large a difference. */
function rollOutOf(rows: readonly RolledOut[], random: Random): Judgement['rollOut'] {
	const values = [...Map.groupBy(rows, ({ value }) => value).values()];
	const changes = values.map((of) => {
		const [before, after] = [false, true].map((is) =>
			mean(of.filter(({ period }) => period >= 0 === is).map(({ y }) => y))
		);
		return { change: after - before, gets: of[0].gets };
	});
	const seen = changes.filter(({ change }) => Number.isFinite(change));
	const test = randomisationTest(
		{ changes: seen.map(({ change }) => change), treated: seen.map(({ gets }) => gets) },
		{ random }
	);
	return test.status === 'ok' ? { p: test.p, units: test.n } : null;
}

function judged(measure: Measure, kind: 'draw' | 'group', effect: Found): Pick<Judgement, 'effect' | 'definition'> {
	const { id, version } = effectDefinition(measure, kind);
	return { effect: bare(effect), definition: { id, version } };
}

/** What is kept of an estimate. */
const bare = (found: Found): Found =>
	found.status === 'ok'
		? { status: 'ok', value: found.value, low: found.low, high: found.high, n: found.n }
		: notEstimable(found.reason);

const excludedFrom = (all: readonly Excluded[]): Excluded[] => all.filter(({ count }) => count > 0);
