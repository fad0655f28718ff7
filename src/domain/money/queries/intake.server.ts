import { sql } from 'drizzle-orm';
import { copyField, copyInto } from '#platform/db/copy.ts';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { madeIdPrefix } from '../incoming.ts';
import type { StagedRevenue } from '../staged.ts';

type Origin = { sourceId: number; importId: number };

export const makeRoomForRevenue = (db: Db) =>
	db.execute(sql`
		create temporary table if not exists incoming_revenue (
			row_number int, customer_key text, source_line_id text, kind text, amount_minor bigint, currency char(3),
			reporting_minor bigint, booked_on date, served_from date, served_to date, product text
		) on commit drop
	`);

export async function stageRevenue(db: Db, staged: StagedRevenue[]) {
	await db.execute(sql`truncate incoming_revenue`);
	await copyInto(
		db,
		'incoming_revenue',
		written(staged, ({ row, customerKey, told }) => `${row}\t${copyField(customerKey)}\t${told}\n`)
	);
}

/**
 * Writes lines straight into their table: the quickest way, for lines that are all new. Fails if one is here already,
 * so it is tried inside a savepoint. `customerIds` holds the customer of each line.
 */
export const copyRevenue = (db: Db, staged: StagedRevenue[], { sourceId, importId }: Origin, customerIds: number[]) =>
	copyInto(
		db,
		`revenue_line (customer_id, source_id, import_id, source_line_id, kind, amount_minor, currency, reporting_minor,
			booked_on, served_from, served_to, product)`,
		written(staged, ({ told }, i) => `${customerIds[i]}\t${sourceId}\t${importId}\t${told}\n`)
	);

function* written(staged: StagedRevenue[], line: (one: StagedRevenue, i: number) => string) {
	for (let i = 0; i < staged.length; i++) yield line(staged[i], i);
}

/**
 * Rows whose id we made from what they say, and that say the same as a row before them in this import: two payments, or
 * one twice? Only the file's own ids can tell, so they are left out and named.
 */
export const indistinctRevenue = (db: Db, { sourceId, importId }: Origin) =>
	rows<{ row: number }>(
		db,
		sql`
			delete from incoming_revenue
			where source_line_id like ${`${madeIdPrefix}%`} and row_number in (
				select row_number
				from (
					select row_number,
						row_number() over (partition by source_line_id order by row_number) > 1 as is_repeated,
						exists (
							select from revenue_line known
							where known.source_id = ${sourceId} and known.import_id = ${importId}
							  and known.source_line_id = incoming.source_line_id
						) as is_known
					from incoming_revenue incoming
				) numbered
				where is_repeated or is_known
			)
			returning row_number as "row"
		`
	);

/** New lines of known customers in; whatever is here already, or of a stranger, is left for the other queries. */
export const addRevenue = async (db: Db, { sourceId, importId }: Origin): Promise<number> => {
	const result = await db.execute(sql`
		insert into revenue_line
			(customer_id, source_id, source_line_id, kind, amount_minor, currency, reporting_minor, booked_on,
			 served_from, served_to, product, import_id)
		select customer.id, ${sourceId}, source_line_id, kind, amount_minor, currency, reporting_minor, booked_on,
			served_from, served_to, product, ${importId}
		from incoming_revenue incoming
		join customer on customer.key = incoming.customer_key
		order by row_number
		on conflict (source_id, source_line_id) do nothing
	`);
	return result.count;
};

export const revenueOfStrangers = (db: Db) =>
	rows<{ row: number; customerKey: string }>(
		db,
		sql`
			select row_number as "row", customer_key as "customerKey"
			from incoming_revenue incoming
			where not exists (select from customer where key = incoming.customer_key)
		`
	);

const differs = sql`
	(known.customer_id, known.kind, known.amount_minor, known.currency, known.booked_on, known.served_from, known.served_to, known.product)
	is distinct from
	(customer.id, incoming.kind, incoming.amount_minor, incoming.currency, incoming.booked_on, incoming.served_from, incoming.served_to, incoming.product)
`;

/** Rows whose id this same import has already used for something else: the first one stays. */
export const contradictedRevenue = (db: Db, { sourceId, importId }: Origin) =>
	rows<{ row: number; id: string }>(
		db,
		sql`
			select incoming.row_number as "row", incoming.source_line_id as "id"
			from incoming_revenue incoming
			join customer on customer.key = incoming.customer_key
			join revenue_line known on known.source_id = ${sourceId} and known.source_line_id = incoming.source_line_id
			where known.import_id = ${importId} and ${differs}
		`
	);

/** Lines that their source has corrected since an earlier import: changed, with the earlier state kept. */
export const correctRevenue = async (db: Db, { sourceId, importId }: Origin): Promise<number> =>
	(
		await row<{ changed: number }>(
			db,
			sql`
				with to_change as (
					select distinct on (known.id) known.customer_id as known_customer_id, known.id as known_id,
						customer.id as customer_id, incoming.*
					from incoming_revenue incoming
					join customer on customer.key = incoming.customer_key
					join revenue_line known on known.source_id = ${sourceId} and known.source_line_id = incoming.source_line_id
					where known.import_id <> ${importId} and ${differs}
					order by known.id, row_number
				),
				kept as (
					insert into replaced_row (import_id, kind, customer_id, row_id, before)
					select ${importId}, 'revenue', known.customer_id, known.id, to_jsonb(known)
					from revenue_line known
					join to_change on known_customer_id = known.customer_id and known_id = known.id
					where not exists (
						select from replaced_row earlier
						where earlier.import_id = ${importId} and earlier.kind = 'revenue' and earlier.row_id = known.id
					)
				),
				changed as (
					update revenue_line line set
						customer_id = c.customer_id, kind = c.kind, amount_minor = c.amount_minor, currency = c.currency,
						reporting_minor = c.reporting_minor, booked_on = c.booked_on, served_from = c.served_from,
						served_to = c.served_to, product = c.product
					from to_change c
					where line.customer_id = known_customer_id and line.id = known_id
					returning line.id
				)
				select count(*)::int as "changed" from changed
			`
		)
	).changed;
