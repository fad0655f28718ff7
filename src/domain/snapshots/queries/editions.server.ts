import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { DeliveryCounts } from '../delivery.ts';
import type { Fate, ListedEdition, Occasion } from '../edition.ts';
import { troubled } from '../delivery.ts';

export type EditionRow = Omit<ListedEdition, 'deliveries'>;

const columns = sql`
	edition.id, schedule_id as "scheduleId", schedule.name as "schedule", occasion, occurrence, edition.due_at as "dueAt",
	fate, why, week, edition.late, made_at as "madeAt", asker.name as "askedBy"
`;

const from = sql`
	from snapshot_edition edition
	join snapshot_schedule schedule on schedule.id = schedule_id
	left join person asker on asker.id = edition.asked_by
`;

/** The latest first. `counts`: how many messages are in each state. */
export const selectEditions = (
	db: Db,
	{ scheduleId, before, limit }: { scheduleId: number | null; before: number | null; limit: number }
) =>
	rows<ListedEdition>(
		db,
		sql`
			select ${columns}, coalesce(counts.by_state, '{}') as "deliveries"
			${from}
			left join lateral (
				select jsonb_object_agg(state, count) as by_state
				from (
					select state, count(*)::int as count
					from snapshot_delivery
					where edition_id = edition.id and kind = 'edition'
					group by state
				) states
			) counts on true
			where (${scheduleId}::int is null or schedule_id = ${scheduleId}::int)
			  and (${before}::int is null or edition.id < ${before}::int)
			order by edition.id desc
			limit ${limit}
		`
	);

export type ReadEdition = EditionRow & { shape: number | null; contents: string | null; deliveries: DeliveryCounts };

export const selectEdition = async (db: Db, id: number): Promise<ReadEdition | null> =>
	(
		await rows<ReadEdition>(
			db,
			sql`
				select ${columns}, shape, contents,
					coalesce((
						select jsonb_object_agg(state, count)
						from (
							select state, count(*)::int as count
							from snapshot_delivery
							where edition_id = edition.id and kind = 'edition'
							group by state
						) states
					), '{}') as "deliveries"
				${from}
				where edition.id = ${id}
			`
		)
	)[0] ?? null;

export type NewEdition = {
	scheduleId: number;
	occasion: Occasion;
	occurrence: string;
	dueAt: Date;
	fate: Fate;
	why: string | null;
	week: string;
	late: boolean;
	shape: number | null;
	contents: string | null;
	madeAt: Date;
	askedBy: number | null;
};

/** Keeps what came of an occurrence; null when another worker was faster. */
export const insertEdition = async (db: Db, edition: NewEdition): Promise<number | null> =>
	(
		await rows<{ id: number }>(
			db,
			sql`
				insert into snapshot_edition (
					schedule_id, occasion, occurrence, due_at, fate, why, week, late, shape, contents, made_at, asked_by
				) values (
					${edition.scheduleId}, ${edition.occasion}, ${edition.occurrence}, ${edition.dueAt.toISOString()},
					${edition.fate}, ${edition.why}, ${edition.week}, ${edition.late}, ${edition.shape}, ${edition.contents},
					${edition.madeAt.toISOString()}, ${edition.askedBy}
				)
				on conflict do nothing
				returning id
			`
		)
	)[0]?.id ?? null;

/** Which occurrences a schedule is through with, from a moment on. */
export const selectSettled = async (
	db: Db,
	{ scheduleId, occasion, since }: { scheduleId: number; occasion: Occasion; since: Date }
): Promise<string[]> =>
	(
		await rows<{ occurrence: string }>(
			db,
			sql`
				select occurrence from snapshot_edition
				where schedule_id = ${scheduleId} and occasion = ${occasion} and due_at > ${since.toISOString()}
			`
		)
	).map(({ occurrence }) => occurrence);

/** When the last occurrence that a schedule is through with was due; null: there was none. */
export const selectLastDue = async (db: Db, scheduleId: number, occasion: Occasion): Promise<Date | null> =>
	(
		await rows<{ dueAt: Date | null }>(
			db,
			sql`
				select max(due_at) as "dueAt" from snapshot_edition
				where schedule_id = ${scheduleId} and occasion = ${occasion}
			`
		)
	)[0].dueAt;

/** How many editions somebody has asked for since a moment. */
export const countAsked = async (db: Db, askedBy: number, occasion: Occasion, since: Date): Promise<number> =>
	(
		await rows<{ count: number }>(
			db,
			sql`
				select count(*)::int as "count" from snapshot_edition
				where asked_by = ${askedBy} and occasion = ${occasion} and made_at > ${since.toISOString()}
			`
		)
	)[0].count;

/** Messages that somebody should see to, of the editions since a moment, and of letters. */
export const countTroubled = async (db: Db, since: Date): Promise<number> =>
	(
		await rows<{ count: number }>(
			db,
			sql`
				select count(*)::int as "count"
				from snapshot_delivery delivery
				left join snapshot_edition edition on edition.id = edition_id
				where state in ${troubled} and coalesce(made_at, ended_at) > ${since.toISOString()}
			`
		)
	)[0].count;
