import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { lifetimeMinor } from './lifetime-sql.server.ts';
import { told } from './told-sql.server.ts';
import type { VoiceComment } from '../voice-comment.ts';

export type Id = { customerId: number; responseId: number };

/** A comment as it was written. Nothing of it leaves the server but through `voiceComments`. */
export type VoiceRow = Omit<VoiceComment, 'hidden' | 'earlier' | 'characters'> & { version: number };

/** Comments with who wrote them, in the order in which they are asked for. */
export const selectVoiceRows = (db: Db, ids: readonly Id[], { zone, reader }: { zone: string; reader: number }) =>
	rows<VoiceRow>(
		db,
		sql`
			select
				response.customer_id as "customerId", response.id as "responseId", responded_at as "respondedAt",
				response.metric, survey.high_is_good as "highIsGood", score, title, comment, language,
				response.version, response.erased_at as "erasedAt", coalesce(survey.touchpoint, 'relationship') as "about",
				(select name from source where source.id = response.source_id) as "source",
				customer.name as "customer", customer.segment, customer.region, customer.plan,
				(responded_at at time zone ${zone})::date - customer.started_on as "tenureDays",
				(
					select per_year_minor
					from yearly_revenue step
					where step.customer_id = response.customer_id
					  and step.from_day <= (responded_at at time zone ${zone})::date
					  and step.to_day   >  (responded_at at time zone ${zone})::date
				) as "perYearMinor",
				${lifetimeMinor} as "lifetimeMinor", ${told} as "told",
				receipt."readByMe", receipt."readers"
			from unnest(${idArray(ids, 'customerId')}::int[], ${idArray(ids, 'responseId')}::bigint[])
				with ordinality as asked (customer_id, response_id, place)
			join response on response.customer_id = asked.customer_id and response.id = asked.response_id
			join customer on customer.id = response.customer_id
			join survey on survey.id = response.survey_id
			cross join lateral (
				select coalesce(bool_or(person_id = ${reader}), false)                        as "readByMe",
					coalesce(array_agg(person.name order by read_at, person.id), array[]::text[]) as "readers"
				from read_receipt
				join person on person.id = person_id
				where read_receipt.customer_id = response.customer_id and read_receipt.response_id = response.id
			) receipt
			where comment is not null or title is not null or erased_at is not null
			order by place
		`
	);

export const idArray = (ids: readonly Id[], name: keyof Id) => `{${ids.map((id) => id[name]).join(',')}}`;
