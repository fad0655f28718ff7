import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Account } from '../account.ts';
import { placeSql } from './moment-sql.server.ts';
import type { Happened } from './story.ts';

export const selectAccount = async (db: Db, id: number): Promise<Account | null> =>
	(
		await rows<Account>(
			db,
			sql`
				select customer.id, customer.key, customer.name, customer.segment, customer.region, customer.plan,
					customer.started_on::text as "startedOn", customer.ended_on::text as "endedOn",
					customer.ended_why        as "endedWhy", customer.came_by         as "cameBy",
					case when parent.id is not null then jsonb_build_object('id', parent.id, 'name', parent.name) end as "parent",
					source.name               as "source"
				from customer
				join source on source.id = customer.source_id
				left join customer parent on parent.id = customer.parent_id
				where customer.id = ${id}
			`
		)
	)[0] ?? null;

/** The day they became a customer, and the day they ended it. */
export type AccountEntry = Happened & { strand: 'account'; day: string; what: 'started' | 'ended'; why: string | null };

export const selectAccountEntries = (db: Db, id: number, { zone, before }: { zone: string; before: Happened }) =>
	rows<AccountEntry>(
		db,
		sql`
			select ${placeSql(sql`moment`)} as "at", id, 'account' as "strand", day::text as "day", what, why
			from (
				select started_on::timestamp at time zone ${zone} as moment, 1 as id, started_on as day, 'started' as what, null as why
				from customer where id = ${id}
				union all
				select ended_on::timestamp at time zone ${zone}, 2, ended_on, 'ended', ended_why
				from customer where id = ${id} and ended_on is not null
			) event
			where (moment, id) < (${before.at}::timestamptz, ${before.id}::bigint)
			order by moment desc, id desc
		`
	);
