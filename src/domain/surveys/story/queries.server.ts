import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { placeSql } from '../../customers/story/moment-sql.server.ts';
import type { Happened } from '../../customers/story/story.ts';
import { mostContacts, mostRelatives } from './most.ts';

type Asked = { customerId: number; before: Happened; limit: number };

/** They were asked, and said nothing. */
export type SilentEntry = Happened & {
	strand: 'silent';
	moment: Date;
	/** The touchpoint, or 'relationship'. */
	about: string;
	contact: string | null;
	/** It never arrived: then they did not stay silent. */
	bounced: boolean;
};

export const selectSilentEntries = (db: Db, { customerId, before, limit }: Asked) =>
	rows<SilentEntry>(
		db,
		sql`
			select ${placeSql(sql`sent_at`)} as "at", invitation.id, 'silent' as "strand", sent_at as "moment",
				coalesce(survey.touchpoint, 'relationship') as "about", coalesce(contact.name, contact.key) as "contact",
				bounced_at is not null as "bounced"
			from invitation
			join survey on survey.id = invitation.survey_id
			left join contact on contact.customer_id = invitation.customer_id and contact.id = invitation.contact_id
			where invitation.customer_id = ${customerId}
			  and not exists (
				select from response
				where response.customer_id = invitation.customer_id
				  and response.source_id = invitation.source_id
				  and response.source_invitation_id = invitation.source_invitation_id
			  )
			  and (sent_at, invitation.id) < (${before.at}::timestamptz, ${before.id}::bigint)
			order by sent_at desc, invitation.id desc
			limit ${limit}
		`
	);

/** Somebody at the customer: how often they were asked, and how often and when they answered. */
export type ContactHeard = {
	/** Null: whoever was asked or answered without a name in the file. */
	contact: string | null;
	decides: boolean;
	asked: number;
	answers: number;
	lastAnswer: Date | null;
};

/** The people of an account, who decides first, then who spoke last; the silent at the end. */
export const selectContactsHeard = (db: Db, customerId: number) =>
	rows<ContactHeard>(
		db,
		sql`
			with asked as (
				select contact_id, count(*)::int as n from invitation
				where customer_id = ${customerId} and bounced_at is null group by contact_id
			),
			said as (
				select contact_id, count(*)::int as n, max(responded_at) as last from response
				where customer_id = ${customerId} group by contact_id
			),
			people as (
				select id, coalesce(name, key) as contact, decides from contact where customer_id = ${customerId}
				union all
				select null, null, false where exists (select from asked where contact_id is null)
				                            or exists (select from said where contact_id is null)
			)
			select contact, decides, coalesce(asked.n, 0) as "asked", coalesce(said.n, 0) as "answers", said.last as "lastAnswer"
			from people
			left join asked on asked.contact_id is not distinct from people.id
			left join said on said.contact_id is not distinct from people.id
			order by decides desc, said.last desc nulls last, contact nulls last
			limit ${mostContacts}
		`
	);

/** Another customer of the same larger account, or a part of this one. */
export type Relative = {
	id: number;
	name: string;
	relation: 'parent' | 'part of it' | 'same parent';
	/** What they pay a year; null: nothing. */
	perYearMinor: number | null;
	asked: number;
	answers: number;
	lastAnswer: Date | null;
};

/** The parent, its other customers and the parts of this one, and who of them was asked and spoke since a moment. */
export const selectRelatives = (db: Db, customerId: number, { day, since }: { day: string; since: Date }) =>
	rows<Relative>(
		db,
		sql`
			with me as (select id, parent_id from customer where id = ${customerId})
			select other.id, other.name,
				case when other.id = me.parent_id then 'parent' when other.parent_id = me.id then 'part of it' else 'same parent' end as "relation",
				(
					select nullif(per_year_minor, 0) from yearly_revenue
					where customer_id = other.id and from_day <= ${day} and to_day > ${day}
				) as "perYearMinor",
				(
					select count(*)::int from invitation
					where customer_id = other.id and sent_at >= ${since.toISOString()} and bounced_at is null
				) as "asked",
				said.n as "answers", said.last as "lastAnswer"
			from me
			join customer other on other.id <> me.id
				and (other.id = me.parent_id or other.parent_id = me.id or other.parent_id = me.parent_id)
			cross join lateral (
				select count(*) filter (where responded_at >= ${since.toISOString()})::int as n, max(responded_at) as last
				from response where customer_id = other.id
			) said
			order by 3, said.last desc nulls last, other.id
			limit ${mostRelatives}
		`
	);
