import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';

/** What has been brought in and is there, to be held against the files it came from. `withWords`: with a title or a comment. */
export type Books = {
	customers: number;
	answers: number;
	withWords: number;
	paid: { currency: string; amounts: number; minor: number }[];
};

/** Counts the raw tables themselves, as no sum that is kept could tell what it left out: once after each import. */
export async function selectBooks(db: Db): Promise<Books> {
	const [counted, paid] = await Promise.all([
		row<Omit<Books, 'paid'>>(
			db,
			sql`
				select
					(select count(*)::int from customer)                                   as "customers",
					count(*)::int                                                          as "answers",
					count(*) filter (where comment is not null or title is not null)::int  as "withWords"
				from response
			`
		),
		rows<Books['paid'][number]>(
			db,
			sql`
				select currency, count(*)::int as "amounts", sum(amount_minor)::bigint as "minor"
				from revenue_line
				group by currency
				order by count(*) desc, currency
			`
		)
	]);
	return { ...counted, paid };
}
