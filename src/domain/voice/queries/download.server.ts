import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { FileComment } from '../comments-file.ts';
import { madeId } from '../keeping/suppression.ts';
import { idArray } from './comments.server.ts';
import type { Id } from './comments.server.ts';
import { matches } from './matches.server.ts';
import type { By, Wanted } from './matches.server.ts';
import { inMemory, newestFirst } from './page.server.ts';

/** Where comments are, in twelve bytes each: those of a million are found at once, and fit in memory. */
export type Places = { customerIds: Int32Array; responseIds: Float64Array };

const foundAtOnce = 20_000;

/** Where all comments are that match, the newest first, as at one moment. */
export const selectEveryPlace = (db: Db, wanted: Wanted, by: By): Promise<Places[]> =>
	inMemory(db, async (tx) => {
		// Else a cursor is planned for whoever reads but the first tenth.
		await tx.execute(sql`set local cursor_tuple_fraction = 1`);
		await tx.execute(sql`
			declare every_place no scroll cursor for
			select customer_id as "customerId", response_id as "responseId"
			from searchable_comment comment
			where ${matches(wanted, by)}
			order by ${newestFirst}
		`);
		const found: Places[] = [];
		for (;;) {
			const some = await rows<Id>(tx, sql`fetch ${sql.raw(String(foundAtOnce))} from every_place`);
			if (some.length === 0) break;
			found.push({
				customerIds: Int32Array.from(some, ({ customerId }) => customerId),
				responseIds: Float64Array.from(some, ({ responseId }) => responseId)
			});
		}
		await tx.execute(sql`close every_place`);
		return found;
	});

/** A comment as it was written. It leaves the server only through `asShown`. */
export type FileRow = Omit<FileComment, 'hidden' | 'earlier'> & { version: number };

/**
 * Comments with who wrote them and where they come from, in the order in which they are asked for. Ids that were made
 * of other fields are left out: they hold the person's key, which may be their address.
 */
export const selectFileRows = (db: Db, ids: readonly Id[]) =>
	rows<FileRow>(
		db,
		sql`
			select
				response.id as "responseId", responded_at as "respondedAt",
				customer.key as "customerKey", customer.name as "customer", customer.segment, customer.region, customer.plan,
				survey.name as "survey", response.metric, score, survey.touchpoint, language, title, comment,
				response.version, response.erased_at as "erasedAt", source.name as "source",
				case when not starts_with(source_response_id, ${madeId}) then source_response_id end as "sourceId"
			from unnest(${idArray(ids, 'customerId')}::int[], ${idArray(ids, 'responseId')}::bigint[])
				with ordinality as asked (customer_id, response_id, place)
			join response on response.customer_id = asked.customer_id and response.id = asked.response_id
			join customer on customer.id = response.customer_id
			join survey on survey.id = response.survey_id
			join source on source.id = response.source_id
			where comment is not null or title is not null or erased_at is not null
			order by place
		`
	);
