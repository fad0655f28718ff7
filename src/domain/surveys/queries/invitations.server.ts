import { sql } from 'drizzle-orm';
import { copyInto, copyLine } from '#platform/db/copy.ts';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import type { IncomingInvitation } from '../incoming.ts';
import type { Added, Origin, Staged } from './intake.server.ts';

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

const invitationsSaid = sql`
	said as materialized (
		select distinct on (incoming.source_invitation_id)
			incoming.*, customer.id as customer_id, contact.id as contact_id
		from incoming_invitation incoming
		join customer on customer.key = incoming.customer_key
		left join contact on contact.customer_id = customer.id and contact.key = incoming.contact_key
		order by incoming.source_invitation_id, row_number
	)
`;

/** New invitations in; of two with the same id the first one. */
export const addInvitations = (db: Db, { sourceId, importId }: Origin) =>
	row<Added>(
		db,
		sql`
			with ${invitationsSaid},
			added as (
				insert into invitation
					(customer_id, survey_id, contact_id, source_id, source_invitation_id, channel, sent_at, bounced_at, import_id)
				select customer_id, survey_id, contact_id, ${sourceId}, source_invitation_id, channel, sent_at, bounced_at, ${importId}
				from said
				on conflict (source_id, source_invitation_id) do nothing
				returning id
			)
			select (select count(*) from added)::int as "added", (select count(*) from said)::int as "said"
		`
	);

/** An invitation that was sent again is only brought up to date. */
export const changeInvitations = async (db: Db, { sourceId, importId }: Origin): Promise<number> =>
	(
		await row<{ changed: number }>(
			db,
			sql`
				with ${invitationsSaid},
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
				)
				select count(*)::int as "changed" from changed
			`
		)
	).changed;
