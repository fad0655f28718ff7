import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { madeIdPrefix } from '../../money/incoming.ts';

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
