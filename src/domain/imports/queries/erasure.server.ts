import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { madeIdPrefix } from '../../money/incoming.ts';
import type { Instead } from '../../voice/keeping/staff-words.ts';

/** Imports that brought, or changed, a customer's lines. */
export const importsOfLines = async (db: Db, customerId: number): Promise<number[]> =>
	(
		await rows<{ id: number }>(
			db,
			sql`
				select import_id as "id" from revenue_line where customer_id = ${customerId}
				union
				select import_id from replaced_row where kind = 'revenue' and customer_id = ${customerId}
			`
		)
	).map(({ id }) => id);

/**
 * What files were called when they were handed over, and why customers ended, as a source wrote it; of `customers`, also
 * as it was before an import changed it.
 */
export const selectHandedOver = (db: Db, customers: readonly number[]) =>
	rows<{ text: string; place: string; atThem: boolean }>(
		db,
		sql`
			select file ->> 'name' as "text", 'Files of import ' || id as "place", false as "atThem"
			from import_run cross join lateral jsonb_array_elements(files) file
			union
			select ended_why, 'Why customer ' || id || ' ended', true
			from customer
			where id = any(${listed(customers)}::int[]) and ended_why <> ''
			union
			select before ->> 'ended_why', 'Why customer ' || row_id || ' ended', true
			from replaced_row
			where kind = 'customer' and row_id = any(${listed(customers)}::bigint[]) and before ->> 'ended_why' <> ''
		`
	);

/** Puts other texts in the place of some of these. */
export async function replaceHandedOver(db: Db, texts: readonly Instead[]): Promise<void> {
	const instead = sql`jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as said (before text, after text)`;
	await db.execute(sql`
		update import_run run set files = (
			select jsonb_agg(file || jsonb_build_object('name', coalesce(said.after, file ->> 'name')) order by place)
			from jsonb_array_elements(run.files) with ordinality as listed (file, place)
			left join ${instead} on said.before = file ->> 'name'
		)
		where exists (
			select from jsonb_array_elements(run.files) file join ${instead} on said.before = file ->> 'name'
		)
	`);
	await db.execute(sql`
		update customer set ended_why = said.after from ${instead} where ended_why = said.before
	`);
	await db.execute(sql`
		update replaced_row row set before = row.before || jsonb_build_object('ended_why', said.after)
		from ${instead}
		where kind = 'customer' and row.before ->> 'ended_why' = said.before
	`);
}

const listed = (customers: readonly number[]) => `{${customers.join(',')}}`;

/** Ids that an import made of a customer's key and other fields are made anew, without the key. */
export async function remakeLineIds(db: Db, customerId: number, remade: (id: string) => string): Promise<void> {
	const made = await rows<{ id: string }>(
		db,
		sql`
			select source_line_id as "id" from revenue_line
			where customer_id = ${customerId} and source_line_id like ${`${madeIdPrefix}%`}
		`
	);
	for (const { id } of made)
		await db.execute(sql`
			update revenue_line set source_line_id = ${remade(id)} where customer_id = ${customerId} and source_line_id = ${id}
		`);
	await db.execute(sql`
		update replaced_row set before = before - 'source_line_id' where kind = 'revenue' and customer_id = ${customerId}
	`);
}
