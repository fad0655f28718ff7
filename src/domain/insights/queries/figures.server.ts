import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { FigureSeen, PinnedFigure } from '../figure-seen.ts';

type By = { by: number; at: Date };

export const insertFigure = async (
	db: Db,
	{ number, figure, week, query }: { number: number; figure: FigureSeen; week: string; query: string },
	{ by, at }: By
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				insert into insight_figure
					(insight_id, figure, version, week, query, name, unit, currency, value, low, high, n, reason, grade, definition,
					 population, pinned_by, pinned_at)
				values (${number}, ${figure.id}, ${figure.version}, ${week}, ${query}, ${figure.name}, ${figure.unit},
					${figure.currency ?? null}, ${figure.value}, ${figure.low}, ${figure.high}, ${figure.n}, ${figure.reason ?? null},
					${figure.grade ?? null}, ${figure.definition}, ${figure.population}, ${by}, ${at.toISOString()})
				on conflict do nothing
				returning id
			`
		)
	).length === 1;

export const selectFigures = (db: Db, number: number) =>
	rows<PinnedFigure>(
		db,
		sql`
			select insight_figure.id as "number", figure as "id", version, week, query, insight_figure.name, unit, currency,
				value, low, high, n as "n", reason, grade, definition, population, person.name as "pinnedBy",
				pinned_at as "pinnedAt"
			from insight_figure
			join person on person.id = pinned_by
			where insight_id = ${number}
			order by insight_figure.id
		`
	);
