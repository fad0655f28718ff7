import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { RepeatedAcross, RepeatedAnswers } from '#stats/scores/design-effect.ts';
import { sumsOfCells } from '../../scope/cells.server.ts';
import type { Scope, Slice } from '../../scope/scope.ts';
import { inSlice } from '../../scope/slice-sql.server.ts';
import type { Asked } from '../response-rate.ts';

/** How many answers gave a score, in the span that `asOf` names; score -1: words without one. */
export type ScoreCount = { asOf: string; score: number; answers: number };

type Span = { span: 'thirteen weeks' | 'week' | 'month'; from: string; to: string };

export const scoreCounts = (scope: Scope, series: string, { span, from, to }: Span) => sql`
	select as_of::text as "asOf", score, sum(answers)::int as "answers"
	from loyalty_cell
	where span = ${span} and series = ${series} and as_of between ${from} and ${to} and ${inSlice(scope)}
	group by as_of, score
	order by as_of, score
`;

/** Scores of a series by span, from and to included, of the customers in scope. */
export const selectScoreCounts = (db: Db, scope: Scope, series: string, span: Span) =>
	rows<ScoreCount>(db, scoreCounts(scope, series, span));

/** How answers of the same customer go together in a span, by segment (or region, or plan), where customers gave several. */
export type RepeatedIn = RepeatedAnswers & { asOf: string; segment: string };

export const selectRepeated = (
	db: Db,
	scope: Scope,
	series: string,
	{ span, from, to, by = null }: Span & { by?: Slice | null }
) =>
	rows<RepeatedIn>(
		db,
		sql`
			select as_of::text as "asOf", ${sliceNamed(by)} as "segment", sum(repeats)::float8 as "repeats",
				sum(pairs)::float8 as "pairs", sum(pair_sums)::float8 as "pairSums", sum(pair_products)::float8 as "pairProducts"
			from repeated_answer_cell
			where span = ${span} and series = ${series} and as_of between ${from} and ${to} and ${inSlice(scope)}
			group by 1, 2
		`
	);

const sliceNamed = (by: Slice | null) => (by ? sql.identifier(by) : sql`''::text`);

/** Scores of the thirteen weeks that end with some weeks, segment by segment (or region, or plan, as `by` says). */
export const selectSegmentCounts = (
	db: Db,
	scope: Scope,
	series: string,
	{ by, asOf }: { by: Slice | null; asOf: string[] }
) =>
	rows<ScoreCount & { segment: string }>(
		db,
		sql`
			select as_of::text as "asOf", ${sliceNamed(by)} as "segment", score, sum(answers)::int as "answers"
			from loyalty_cell
			where span = 'thirteen weeks' and series = ${series} and as_of in ${asOf} and ${inSlice(scope)}
			group by 1, 2, 3
		`
	);

/** Series with at least one scored answer. */
export const selectSeries = async (db: Db): Promise<string[]> =>
	(
		await rows<{ series: string }>(
			db,
			sql`
				select distinct series
				from survey
				where exists (select from loyalty_cell cell where cell.span = 'month' and cell.series = survey.series and cell.score >= 0)
				order by series
			`
		)
	).map(({ series }) => series);

/** Invitations of a series sent in some weeks, from and to included, to the customers in scope. */
export const asked = (scope: Scope, series: string, { from, to }: { from: string; to: string }) => sql`
	select coalesce(sum(sent), 0)::int as "sent", coalesce(sum(bounced), 0)::int as "bounced",
		coalesce(sum(answered), 0)::int as "answered"
	from asked_cell
	where series = ${series} and week between ${from} and ${to} and ${inSlice(scope)}
`;

/** The same week by week. */
export const selectAskedByWeek = (db: Db, scope: Scope, series: string, { from, to }: { from: string; to: string }) =>
	sumsOfCells<Asked & { week: string }>(
		db,
		scope,
		['week'],
		({ whom, each }) => sql`
			select week::text as "week", sum(sent)::int as "sent", sum(bounced)::int as "bounced", sum(answered)::int as "answered"${each}
			from asked_cell
			where series = ${series} and week between ${from} and ${to} and ${whom}
			group by week${each}
		`
	);

/** How invitations of the same customer go together in the years that end with some weeks, and with the year before. */
export type RepeatedAsked = RepeatedAnswers & RepeatedAcross & { asOf: string };

export const selectRepeatedAsked = (db: Db, scope: Scope, series: string, asOf: readonly string[]) =>
	sumsOfCells<RepeatedAsked>(
		db,
		scope,
		['asOf'],
		({ whom, each }) => sql`
			select as_of::text as "asOf", sum(repeats)::float8 as "repeats", sum(pairs)::float8 as "pairs",
				sum(pair_sums)::float8 as "pairSums", sum(pair_products)::float8 as "pairProducts",
				sum(across_pairs)::float8 as "acrossPairs", sum(across_before)::float8 as "acrossBefore",
				sum(across_after)::float8 as "acrossAfter", sum(across_products)::float8 as "acrossProducts"${each}
			from repeated_invitation_cell
			where series = ${series} and as_of in ${asOf} and ${whom}
			group by as_of${each}
		`
	);
