import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

/** A person at a customer; without contacts, the customer itself is the person. */
export type Noted = { customerId: number; contactIds: readonly number[] | null; names: readonly string[] };

/**
 * Takes the words out of what was noted about a person: everything of a customer who is the person; otherwise what
 * follows up their answers or names them. How many rows lost their words.
 */
export const eraseNotes = async (db: Db, { customerId, contactIds, names }: Noted, at: Date): Promise<number> => {
	const isAll = contactIds === null;
	const contacts = `{${(contactIds ?? []).join(',')}}`;
	const named = (words: SQL) =>
		sql.join([sql`false`, ...names.map((name) => sql`strpos(lower(${words}), ${name.toLowerCase()}) > 0`)], sql` or `);
	const followed = await rows(
		db,
		sql`
			update follow_up set what = null, outcome = null, erased_at = ${at.toISOString()}
			where customer_id = ${customerId} and erased_at is null and (
				${isAll}
				or response_id in (
					select id from response where customer_id = ${customerId} and contact_id = any(${contacts}::int[])
				)
				or ${named(sql`concat_ws(' ', what, outcome)`)}
			)
			returning id
		`
	);
	const spoken = await rows(
		db,
		sql`
			update conversation set with_whom = null, heard = null, erased_at = ${at.toISOString()}
			where customer_id = ${customerId} and erased_at is null
			  and (${isAll} or ${named(sql`concat_ws(' ', with_whom, heard)`)})
			returning id
		`
	);
	return followed.length + spoken.length;
};

/** Everything that was noted; at these customers it goes unasked. */
export const selectWrittenInNotes = (db: Db, { customers }: { customers: readonly number[] }) =>
	rows<{ text: string; place: string; atThem: boolean }>(
		db,
		sql`
			select distinct said as "text", 'Note on customer ' || customer_id as "place",
				customer_id = any(${`{${customers.join(',')}}`}::int[]) as "atThem"
			from (
				select customer_id, said from follow_up cross join lateral (values (what), (outcome)) parts (said)
				union all
				select customer_id, said from conversation cross join lateral (values (with_whom), (heard)) parts (said)
			) noted
			where said <> ''
		`
	);

/** Puts other texts in the place of some. The follow-ups that lost words by it. */
export async function replaceInNotes(
	db: Db,
	texts: readonly { before: string; after: string }[]
): Promise<{ customerId: number; id: number }[]> {
	const instead = sql`jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as said (before text, after text)`;
	for (const column of ['with_whom', 'heard'] as const)
		await db.execute(sql`
			update conversation noted set ${sql.identifier(column)} = said.after
			from ${instead}
			where noted.${sql.identifier(column)} = said.before
		`);
	const changed = [];
	for (const column of ['what', 'outcome'] as const)
		changed.push(
			...(await rows<{ customerId: number; id: number }>(
				db,
				sql`
					update follow_up noted set ${sql.identifier(column)} = said.after
					from ${instead}
					where noted.${sql.identifier(column)} = said.before
					returning customer_id as "customerId", id
				`
			))
		);
	return changed;
}

/** What is noted about the customers whom an import brought goes with them; how many notes that were. */
export const deleteNotesOfImport = async (db: Db, importId: number): Promise<number> => {
	const ofImport = sql`where customer_id in (select id from customer where import_id = ${importId}) returning id`;
	const followed = await rows(db, sql`delete from follow_up ${ofImport}`);
	const spoken = await rows(db, sql`delete from conversation ${ofImport}`);
	return followed.length + spoken.length;
};
