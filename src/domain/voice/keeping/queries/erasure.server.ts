import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { ContactFound, PersonFound, PersonSought } from '../person-sought.ts';

export const selectContacts = (db: Db, sought: PersonSought) =>
	rows<ContactFound>(
		db,
		sql`
			select contact.customer_id as "customerId", contact.id as "contactId", customer.key as "customerKey",
				customer.name as "customer", contact.key as "contactKey", contact.name, contact.email
			from contact
			join customer on customer.id = contact.customer_id
			where ${
				sought.by === 'e-mail'
					? sql`lower(contact.email) = lower(${sought.email})`
					: sought.by === 'contact'
						? sql`customer.key = ${sought.customerKey} and contact.key = ${sought.contactKey}`
						: sql`customer.key = ${sought.customerKey}`
			}
			order by customer.key, contact.key
		`
	);

export const selectCustomerByKey = async (db: Db, key: string): Promise<PersonFound['customer']> =>
	(
		await rows<NonNullable<PersonFound['customer']>>(db, sql`select id, key, name from customer where key = ${key}`)
	)[0] ?? null;

type Whose = Pick<PersonFound, 'contacts' | 'customer'>;

/** Rows of a table with customer_id and contact_id that are the person's. */
const theirs = ({ contacts, customer }: Whose): SQL =>
	customer
		? sql`customer_id = ${customer.id}`
		: sql`(customer_id, contact_id) in (${sql.join(
				contacts.map(({ customerId, contactId }) => sql`(${customerId}::int, ${contactId}::int)`),
				sql`, `
			)})`;

const hadWords = sql`
	(title is not null or comment is not null or exists (
		select from earlier_words earlier
		where earlier.response_id = response.id and (earlier.title is not null or earlier.comment is not null)
	))
`;

/** How much there is of a person, and which imports brought it. */
export const countOf = (db: Db, whose: Whose) =>
	row<Pick<PersonFound, 'comments' | 'answers' | 'invitations' | 'imports'>>(
		db,
		sql`
			with answered as (select id, import_id, ${hadWords} as worded from response where ${theirs(whose)}),
			asked as (select id, import_id from invitation where ${theirs(whose)}),
			known as (select id, import_id from contact where id in (${listed(whose.contacts.map(({ contactId }) => contactId))}))
			select
				(select count(*) filter (where worded) from answered)::int as "comments",
				(select count(*) from answered)::int                       as "answers",
				(select count(*) from asked)::int                          as "invitations",
				(
					select coalesce(json_agg(distinct import_id order by import_id), '[]')
					from (
						select import_id from answered union select import_id from asked union select import_id from known
						union select import_id from earlier_words where response_id in (select id from answered)
						union
						select import_id from replaced_row
						where kind = 'response' and row_id in (select id from answered)
						   or kind = 'invitation' and row_id in (select id from asked)
						   or kind = 'contact' and row_id in (select id from known)
						   or kind = 'customer' and row_id = ${whose.customer?.id ?? null}
						union select import_id from customer where id = ${whose.customer?.id ?? null}
					) of_them
				) as "imports"
		`
	);

/** The answers of a person, and every version of their words. */
export const selectTheirWords = (db: Db, whose: Whose) =>
	rows<{ responseId: number; words: string }>(
		db,
		sql`
			with theirs as (select id, title, comment from response where ${theirs(whose)})
			select id as "responseId", said as "words"
			from (
				select id, title, comment from theirs
				union all
				select response_id, earlier.title, earlier.comment
				from earlier_words earlier
				where response_id in (select id from theirs)
			) versions
			cross join lateral (values (title), (comment)) parts (said)
			where said is not null
		`
	);

const listed = (ids: number[]): SQL =>
	ids.length === 0
		? sql`null`
		: sql.join(
				ids.map((id) => sql`${id}::int`),
				sql`, `
			);

/** An id that was made of other fields, as `idSince` in `suppression.server.ts` makes it anew. */
const idSince = (column: SQL, secret: string): SQL => sql`
	case when ${column} like '~|%'
		then '~|' || encode(sha256(convert_to(${`${secret}\nid\n`}::text || ${column}, 'UTF8')), 'hex')
		else ${column}
	end
`;

/** Takes the words, and the person out of the answers; the triggers do the same for earlier versions and for leaves. */
export async function eraseAnswers(db: Db, whose: Whose, { secret, at }: { secret: string; at: Date }) {
	await db.execute(sql`
		update replaced_row set before = before || '{"title": null, "comment": null, "contact_id": null}'::jsonb
			- 'source_response_id' - 'source_invitation_id'
		where kind = 'response' and row_id in (select id from response where ${theirs(whose)})
		   or kind = 'invitation' and row_id in (select id from invitation where ${theirs(whose)})
	`);
	await db.execute(sql`
		update response set
			erased_at            = case when ${hadWords} then ${at.toISOString()}::timestamptz else erased_at end,
			title                = null,
			comment              = null,
			contact_id           = null,
			source_response_id   = ${idSince(sql`source_response_id`, secret)},
			source_invitation_id = ${idSince(sql`source_invitation_id`, secret)}
		where ${theirs(whose)}
	`);
	await db.execute(sql`
		update invitation set contact_id = null, source_invitation_id = ${idSince(sql`source_invitation_id`, secret)}
		where ${theirs(whose)}
	`);
}

/** Takes the person out of contacts, and out of what would put them back. */
export async function eraseContacts(db: Db, { contacts }: Whose) {
	const ids = listed(contacts.map(({ contactId }) => contactId));
	await db.execute(sql`delete from replaced_row where kind = 'contact' and row_id in (${ids})`);
	await db.execute(sql`delete from contact where id in (${ids})`);
}

/** The books go on under another name and key. */
export async function renameCustomer(db: Db, id: number, { key, name }: { key: string; name: string }) {
	await db.execute(sql`update customer set key = ${key}, name = ${name}, ended_why = null where id = ${id}`);
	await db.execute(sql`
		update replaced_row set before = before || jsonb_build_object('key', ${key}::text, 'name', ${name}::text, 'ended_why', null)
		where kind = 'customer' and row_id = ${id}
	`);
}
