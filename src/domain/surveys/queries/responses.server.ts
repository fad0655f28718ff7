import { sql } from 'drizzle-orm';
import { copyInto, copyLine } from '#platform/db/copy.ts';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { IncomingResponse } from '../incoming.ts';
import type { Added, Origin, Staged } from './intake.server.ts';

export async function stageResponses(db: Db, staged: Staged<IncomingResponse>[]) {
	await db.execute(sql`truncate incoming_response`);
	await copyInto(
		db,
		'incoming_response',
		staged.map(({ row, surveyId, metric, incoming: i }) =>
			copyLine([
				row,
				i.sourceId,
				i.customerKey,
				surveyId,
				metric,
				i.contactKey,
				i.invitationId,
				i.respondedAt,
				i.score,
				i.title,
				i.comment,
				i.language,
				i.channel
			])
		)
	);
}

/** Rows whose id this same import has already used for something else: the first one stays. */
export const contradictedResponses = (db: Db, { sourceId, importId }: Origin) =>
	rows<{ row: number; id: string }>(
		db,
		sql`
			select distinct incoming.row_number as "row", incoming.source_response_id as "id"
			from incoming_response incoming
			join customer on customer.key = incoming.customer_key
			join response known on known.source_id = ${sourceId} and known.source_response_id = incoming.source_response_id
			where known.import_id = ${importId}
			  and (known.customer_id, known.survey_id, known.responded_at, known.score, known.title, known.comment)
				is distinct from
				(customer.id, incoming.survey_id, incoming.responded_at, incoming.score, incoming.title, incoming.comment)
		`
	);

const responsesSaid = sql`
	said as materialized (
		select distinct on (incoming.source_response_id)
			incoming.*, customer.id as customer_id, contact.id as contact_id
		from incoming_response incoming
		join customer on customer.key = incoming.customer_key
		left join contact on contact.customer_id = customer.id and contact.key = incoming.contact_key
		order by incoming.source_response_id, row_number
	)
`;

/** New responses in; of two with the same id the first one. */
export const addResponses = (db: Db, { sourceId, importId }: Origin) =>
	row<Added>(
		db,
		sql`
			with ${responsesSaid},
			added as (
				insert into response
					(customer_id, survey_id, metric, contact_id, source_id, source_response_id, source_invitation_id,
					 responded_at, score, title, comment, language, channel, import_id)
				select customer_id, survey_id, metric, contact_id, ${sourceId}, source_response_id, source_invitation_id,
					responded_at, score, title, comment, language, channel, ${importId}
				from said
				on conflict (source_id, source_response_id) do nothing
				returning id
			)
			select (select count(*) from added)::int as "added", (select count(*) from incoming_response)::int as "said"
		`
	);

/**
 * A response that its source has corrected since an earlier import is a new version of it; the database keeps the
 * earlier one. A customer moved by the source moves with it. What was erased
 * stays erased.
 */
export const changeResponses = async (db: Db, { sourceId, importId }: Origin): Promise<number> =>
	(
		await row<{ changed: number }>(
			db,
			sql`
				with ${responsesSaid},
				to_change as (
					select known.customer_id as known_customer_id, known.id as known_id, said.*
					from response known
					join said on said.source_response_id = known.source_response_id and known.source_id = ${sourceId}
					where known.import_id <> ${importId} and known.erased_at is null
					  and (known.customer_id, known.survey_id, known.responded_at, known.score, known.title, known.comment)
						is distinct from
						(said.customer_id, said.survey_id, said.responded_at, said.score, said.title, said.comment)
				),
				kept as (
					insert into replaced_row (import_id, kind, customer_id, row_id, before)
					select ${importId}, 'response', known.customer_id, known.id, to_jsonb(known)
					from response known
					join to_change on known_customer_id = known.customer_id and known_id = known.id
					where not exists (
						select from replaced_row earlier
						where earlier.import_id = ${importId} and earlier.kind = 'response' and earlier.row_id = known.id
					)
				),
				changed as (
					update response set
						customer_id = c.customer_id, survey_id = c.survey_id, metric = c.metric, contact_id = c.contact_id,
						responded_at = c.responded_at, score = c.score, title = c.title, comment = c.comment,
						version = versions + 1, versions = versions + 1
					from to_change c
					where response.customer_id = known_customer_id and response.id = known_id
					returning response.id
				)
				select count(*)::int as "changed" from changed
			`
		)
	).changed;
