import { sql } from 'drizzle-orm';
import { copyInto, copyLine } from '#platform/db/copy.ts';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { IncomingInvitation, IncomingResponse, IncomingSurvey } from '../incoming.ts';
import type { Metric } from '../survey.ts';

export type SurveyRecord = IncomingSurvey & { id: number };
export type Staged<Row> = { row: number; incoming: Row; surveyId: number; metric: Metric };
export type Merged = { added: number; changed: number; unchanged: number };

export const selectSurveys = (db: Db, sourceId: number) =>
	rows<SurveyRecord>(
		db,
		sql`
			select id, name, kind, metric, high_is_good as "highIsGood", touchpoint
			from survey
			where source_id = ${sourceId}
		`
	);

export const insertSurvey = async (db: Db, sourceId: number, survey: IncomingSurvey): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into survey (source_id, name, kind, metric, high_is_good, touchpoint)
				values (${sourceId}, ${survey.name}, ${survey.kind}, ${survey.metric}, ${survey.highIsGood}, ${survey.touchpoint})
				returning id
			`
		)
	).id;

export const makeRoomForAnswers = (db: Db) =>
	db.execute(sql`
		create temporary table if not exists incoming_invitation (
			row_number int, source_invitation_id text, customer_key text, survey_id int, contact_key text,
			channel text, sent_at timestamptz, bounced_at timestamptz
		) on commit drop;
		create temporary table if not exists incoming_response (
			row_number int, source_response_id text, customer_key text, survey_id int, metric text, contact_key text,
			source_invitation_id text, responded_at timestamptz, score smallint, title text, comment text,
			language text, channel text
		) on commit drop
	`);

export async function stageInvitations(db: Db, staged: Staged<IncomingInvitation>[]) {
	await db.execute(sql`truncate incoming_invitation`);
	await copyInto(
		db,
		'incoming_invitation',
		staged.map(({ row, surveyId, incoming: i }) =>
			copyLine([row, i.sourceId, i.customerKey, surveyId, i.contactKey, i.channel, i.sentAt, i.bouncedAt])
		)
	);
}

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

type Origin = { sourceId: number; importId: number };

export const strangersAmong = (db: Db, staged: 'incoming_invitation' | 'incoming_response') =>
	rows<{ row: number; customerKey: string }>(
		db,
		sql`
			select row_number as "row", customer_key as "customerKey"
			from ${sql.identifier(staged)} incoming
			where not exists (select from customer where key = incoming.customer_key)
		`
	);

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

/** New invitations in; one that was sent again is only brought up to date. */
export const mergeInvitations = (db: Db, { sourceId, importId }: Origin) =>
	row<Merged>(
		db,
		sql`
			with said as (
				select distinct on (incoming.source_invitation_id)
					incoming.*, customer.id as customer_id, contact.id as contact_id
				from incoming_invitation incoming
				join customer on customer.key = incoming.customer_key
				left join contact on contact.customer_id = customer.id and contact.key = incoming.contact_key
				order by incoming.source_invitation_id, row_number
			),
			to_change as (
				select known.customer_id, known.id, said.bounced_at
				from invitation known
				join said on said.source_invitation_id = known.source_invitation_id and known.source_id = ${sourceId}
				where said.bounced_at is not null and known.bounced_at is distinct from said.bounced_at
			),
			kept as (
				insert into replaced_row (import_id, kind, customer_id, row_id, before)
				select ${importId}, 'invitation', known.customer_id, known.id, to_jsonb(known)
				from invitation known
				join to_change using (customer_id, id)
				where known.import_id <> ${importId}
			),
			changed as (
				update invitation set bounced_at = to_change.bounced_at
				from to_change
				where invitation.customer_id = to_change.customer_id and invitation.id = to_change.id
				returning invitation.id
			),
			added as (
				insert into invitation
					(customer_id, survey_id, contact_id, source_id, source_invitation_id, channel, sent_at, bounced_at, import_id)
				select customer_id, survey_id, contact_id, ${sourceId}, source_invitation_id, channel, sent_at, bounced_at, ${importId}
				from said
				on conflict (source_id, source_invitation_id) do nothing
				returning id
			)
			select
				(select count(*) from added)::int                                                            as "added",
				(select count(*) from changed)::int                                                          as "changed",
				(select count(*) from said)::int - (select count(*) from added)::int - (select count(*) from changed)::int as "unchanged"
		`
	);

/**
 * New responses in. A response that its source has corrected replaces the earlier one, which is kept in full; a
 * customer moved by the source moves with it.
 */
export const mergeResponses = (db: Db, { sourceId, importId }: Origin) =>
	row<Merged>(
		db,
		sql`
			with said as (
				select distinct on (incoming.source_response_id)
					incoming.*, customer.id as customer_id, contact.id as contact_id
				from incoming_response incoming
				join customer on customer.key = incoming.customer_key
				left join contact on contact.customer_id = customer.id and contact.key = incoming.contact_key
				order by incoming.source_response_id, row_number
			),
			to_change as (
				select known.customer_id as known_customer_id, known.id as known_id, said.*
				from response known
				join said on said.source_response_id = known.source_response_id and known.source_id = ${sourceId}
				where known.import_id <> ${importId}
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
					responded_at = c.responded_at, score = c.score, title = c.title, comment = c.comment
				from to_change c
				where response.customer_id = known_customer_id and response.id = known_id
				returning response.id
			),
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
			select
				(select count(*) from added)::int                                                            as "added",
				(select count(*) from changed)::int                                                          as "changed",
				(select count(*) from incoming_response)::int - (select count(*) from added)::int - (select count(*) from changed)::int as "unchanged"
		`
	);

export const dropStaged = (db: Db, staged: 'incoming_invitation' | 'incoming_response', rowNumbers: number[]) =>
	db.execute(sql`delete from ${sql.identifier(staged)} where row_number in ${rowNumbers}`);
