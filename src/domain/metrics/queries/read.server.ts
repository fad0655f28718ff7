import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Scope } from '../../scope/scope.ts';
import { inSlice } from '../../scope/slice-sql.server.ts';

/** How many answers gave a score, in the span that `asOf` names; score -1: words without one. */
export type ScoreCount = { asOf: string; score: number; answers: number };

type Span = { span: 'thirteen weeks' | 'month'; from: string; to: string };

/** Scores of a series by span, from and to included, of the customers in scope. */
export const selectScoreCounts = (db: Db, scope: Scope, series: string, { span, from, to }: Span) =>
	rows<ScoreCount>(
		db,
		sql`
			select as_of::text as "asOf", score, sum(answers)::int as "answers"
			from loyalty_cell
			where span = ${span} and series = ${series} and as_of between ${from} and ${to} and ${inSlice(scope)}
			group by as_of, score
			order by as_of, score
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
