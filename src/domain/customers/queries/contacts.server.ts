import { sql } from 'drizzle-orm';
import { copyInto, copyLine } from '#platform/db/copy.ts';
import type { Db } from '#platform/db/connect.ts';
import type { IncomingContact } from '../incoming.ts';

export async function stageContacts(db: Db, contacts: IncomingContact[]) {
	await db.execute(sql`truncate incoming_contact`);
	await copyInto(
		db,
		'incoming_contact',
		contacts.map((c, i) => copyLine([i, c.customerKey, c.key, c.name, c.email, c.decides ? 't' : 'f']))
	);
}

/**
 * Writes the staged contacts of known customers, which are staged in the order of their rows; what a row does not say
 * stays as it is, and of two rows on one contact the later one has the last word.
 */
export const mergeContacts = (db: Db, importId: number) =>
	db.execute(sql`
		with said as (
			select customer.id as customer_id, incoming.key,
				(array_agg(incoming.name  order by row_number desc) filter (where incoming.name  is not null))[1] as name,
				(array_agg(incoming.email order by row_number desc) filter (where incoming.email is not null))[1] as email,
				bool_or(decides) as decides
			from incoming_contact incoming
			join customer on customer.key = incoming.customer_key
			group by customer.id, incoming.key
		),
		kept as (
			insert into replaced_row (import_id, kind, customer_id, row_id, before)
			select ${importId}, 'contact', known.customer_id, known.id, to_jsonb(known)
			from contact known
			join said using (customer_id, key)
			where known.import_id <> ${importId}
			  and (coalesce(said.name, known.name), coalesce(said.email, known.email), said.decides or known.decides)
				is distinct from (known.name, known.email, known.decides)
			  and not exists (
				select from replaced_row earlier
				where earlier.import_id = ${importId} and earlier.kind = 'contact' and earlier.row_id = known.id
			  )
		)
		insert into contact (customer_id, key, name, email, decides, import_id)
		select customer_id, key, name, email, decides, ${importId} from said
		on conflict (customer_id, key) do update set
			name    = coalesce(excluded.name, contact.name),
			email   = coalesce(excluded.email, contact.email),
			decides = excluded.decides or contact.decides
		where (coalesce(excluded.name, contact.name), coalesce(excluded.email, contact.email), excluded.decides or contact.decides)
			is distinct from (contact.name, contact.email, contact.decides)
	`);
