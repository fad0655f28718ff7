import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { ImportCounts, ImportFile } from '../import.ts';
import type { Mapping } from '../mapping/mapping.ts';

export type ImportState = 'uploaded' | 'checking' | 'checked' | 'running' | 'committed' | 'failed' | 'undone';

export type ImportRecord = {
	id: number;
	source: string | null;
	preset: string | null;
	state: ImportState;
	files: ImportFile[];
	mapping: Mapping | null;
	counts: ImportCounts | null;
	message: string | null;
	startedBy: string | null;
	createdAt: Date;
	finishedAt: Date | null;
};

/** One import writes at a time: what each finds then does not depend on how far another has come. */
const importLock = 728_342;

export const lockImports = (db: Db) => db.execute(sql`select pg_advisory_xact_lock(${importLock})`);

export const importsAreFree = async (db: Db): Promise<boolean> =>
	(await row<{ free: boolean }>(db, sql`select pg_try_advisory_xact_lock(${importLock}) as "free"`)).free;

/** Whether this database has ever held, or been made ready for, anybody's data. */
export const anythingHere = async (db: Db): Promise<boolean> =>
	(await row<{ any: boolean }>(db, sql`select exists (select from organisation) as "any"`)).any;

export const anyRevenue = async (db: Db): Promise<boolean> =>
	(await row<{ any: boolean }>(db, sql`select exists (select from revenue_line) as "any"`)).any;

/** Whether somebody's own data is here; the made-up company's is not. */
export const anythingImported = async (db: Db): Promise<boolean> =>
	(
		await row<{ any: boolean }>(
			db,
			sql`
				select exists (
					select from import_run where state = 'committed' and preset is distinct from 'demo'
				) as "any"
			`
		)
	).any;

export const insertRun = async (
	db: Db,
	run: {
		preset: string | null;
		state: ImportState;
		files: ImportFile[];
		mapping: Mapping | null;
		startedBy: number | null;
		now: Date;
	}
): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into import_run (preset, state, files, mapping, started_by, created_at)
				values (${run.preset}, ${run.state}, ${JSON.stringify(run.files)}::jsonb,
					${run.mapping && JSON.stringify(run.mapping)}::jsonb, ${run.startedBy}, ${run.now.toISOString()})
				returning id
			`
		)
	).id;

export const updateRun = (
	db: Db,
	id: number,
	change: {
		state: ImportState;
		sourceId?: number;
		counts?: ImportCounts | null;
		message?: string | null;
		finishedAt?: Date;
	}
) =>
	db.execute(sql`
		update import_run set
			state       = ${change.state},
			source_id   = coalesce(${change.sourceId ?? null}, source_id),
			counts      = coalesce(${change.counts ? JSON.stringify(change.counts) : null}::jsonb, counts),
			message     = ${change.message ?? null},
			finished_at = ${change.finishedAt?.toISOString() ?? null}
		where id = ${id}
	`);

/** Takes a run from one state to the next, once: of two who ask at the same moment, one gets it. */
export const claimRun = async (
	db: Db,
	id: number,
	{ from, to, preset }: { from: readonly ImportState[]; to: ImportState; preset?: string }
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				update import_run set state = ${to}, message = null, preset = coalesce(${preset ?? null}, preset)
				where id = ${id} and state = any(${`{${from.join(',')}}`}::text[])
				returning id
			`
		)
	).length === 1;

/** What was found out by checking no longer holds once somebody reads the file in another way. */
export const uncheckRun = (db: Db, id: number) =>
	db.execute(sql`
		update import_run set state = 'uploaded', counts = null, message = null, finished_at = null
		where id = ${id} and state in ('uploaded', 'checked', 'failed')
	`);

export const updateFiles = (db: Db, id: number, files: ImportFile[]) =>
	db.execute(sql`update import_run set files = ${JSON.stringify(files)}::jsonb where id = ${id}`);

/** Takes out the record of files that never went in; false: they did, or are about to. */
export const deleteUnusedRun = async (db: Db, id: number): Promise<boolean> =>
	(
		await rows(
			db,
			sql`delete from import_run where id = ${id} and state in ('uploaded', 'checked', 'failed') returning id`
		)
	).length === 1;

/** Whose data there is: when each source last brought some, and how often it has. */
export type SourceRecord = { name: string; imports: number; lastAt: Date };

export const selectSources = (db: Db) =>
	rows<SourceRecord>(
		db,
		sql`
			select source.name, count(*)::int as "imports", max(finished_at) as "lastAt"
			from import_run run
			join source on source.id = source_id
			where state = 'committed'
			group by source.name
			order by max(finished_at) desc
		`
	);

const runColumns = sql`
	run.id, source.name as "source", preset, state, files, mapping, counts, message, person.name as "startedBy",
	run.created_at as "createdAt", finished_at as "finishedAt"
	from import_run run
	left join source on source.id = source_id
	left join person on person.id = started_by
`;

export const selectRuns = (db: Db, limit: number) =>
	rows<ImportRecord>(db, sql`select ${runColumns} order by run.id desc limit ${limit}`);

export const selectRun = async (db: Db, id: number): Promise<ImportRecord | null> =>
	(await rows<ImportRecord>(db, sql`select ${runColumns} where run.id = ${id}`))[0] ?? null;

/** Imports that were running when the server went away; their transaction went with it. */
export const failInterrupted = (db: Db, message: string, now: Date) =>
	db.execute(sql`
		update import_run set state = 'failed', message = ${message}, finished_at = ${now.toISOString()}
		where state in ('running', 'checking')
	`);

export const markUndone = (db: Db, id: number, by: number | null, now: Date) =>
	db.execute(sql`
		update import_run set state = 'undone', undone_at = ${now.toISOString()}, undone_by = ${by} where id = ${id}
	`);

export const selectKeptMapping = async (db: Db, headings: string): Promise<Mapping | null> =>
	(await rows<{ mapping: Mapping }>(db, sql`select mapping from kept_mapping where headings = ${headings}`))[0]
		?.mapping ?? null;

export const keepMapping = (db: Db, headings: string, mapping: Mapping, now: Date) =>
	db.execute(sql`
		insert into kept_mapping (headings, mapping, kept_at)
		values (${headings}, ${JSON.stringify(mapping)}::jsonb, ${now.toISOString()})
		on conflict (headings) do update set mapping = excluded.mapping, kept_at = excluded.kept_at
	`);
