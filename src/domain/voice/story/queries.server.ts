import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { placeSql } from '../../customers/story/moment-sql.server.ts';
import type { Happened } from '../../customers/story/story.ts';
import type { Metric } from '../../surveys/survey.ts';

/** What a customer answered: words, a score, or both. */
export type SaidRow = Happened & {
	strand: 'said';
	moment: Date;
	metric: Metric;
	highIsGood: boolean;
	/** Null: they wrote without scoring. */
	score: number | null;
	title: string | null;
	comment: string | null;
	language: string | null;
	version: number;
	erasedAt: Date | null;
	/** The touchpoint, or 'relationship'. */
	about: string;
	contact: string | null;
	/** What they paid a year on that day; null: nothing. */
	perYearMinor: number | null;
	readBy: number;
};

type Asked = { customerId: number; zone: string; onlyWords: boolean; before: Happened; limit: number };

export const selectSaidEntries = (db: Db, { customerId, zone, onlyWords, before, limit }: Asked) =>
	rows<SaidRow>(
		db,
		sql`
			select ${placeSql(sql`responded_at`)} as "at", response.id, 'said' as "strand", responded_at as "moment",
				survey.metric, survey.high_is_good as "highIsGood", score, title, comment, language,
				response.version, response.erased_at as "erasedAt",
				coalesce(survey.touchpoint, 'relationship') as "about", coalesce(contact.name, contact.key) as "contact",
				nullif(step.per_year_minor, 0) as "perYearMinor",
				(
					select count(*)::int from read_receipt
					where read_receipt.customer_id = response.customer_id and read_receipt.response_id = response.id
				) as "readBy"
			from response
			join survey on survey.id = response.survey_id
			left join contact on contact.customer_id = response.customer_id and contact.id = response.contact_id
			left join yearly_revenue step
				on  step.customer_id = response.customer_id
				and step.from_day <= (responded_at at time zone ${zone})::date
				and step.to_day   >  (responded_at at time zone ${zone})::date
			where response.customer_id = ${customerId}
			  and ${onlyWords ? sql`(comment is not null or title is not null or erased_at is not null)` : sql`true`}
			  and (responded_at, response.id) < (${before.at}::timestamptz, ${before.id}::bigint)
			order by responded_at desc, response.id desc
			limit ${limit}
		`
	);

/** How often a customer has answered, and how often in words. */
export const countSaid = (db: Db, customerId: number) =>
	row<{ answers: number; withWords: number }>(
		db,
		sql`
			select count(*)::int as "answers", count(*) filter (where comment is not null or title is not null)::int as "withWords"
			from response
			where customer_id = ${customerId}
		`
	);

/** A scored answer as a mark on a chart of months. */
export type ScoreMark = { month: string; metric: Metric; highIsGood: boolean; score: number; about: string };

export const selectScoreMarks = (db: Db, customerId: number, { zone, from }: { zone: string; from: string }) =>
	rows<ScoreMark>(
		db,
		sql`
			select date_trunc('month', responded_at at time zone ${zone})::date::text as "month",
				survey.metric, survey.high_is_good as "highIsGood", score, coalesce(survey.touchpoint, 'relationship') as "about"
			from response
			join survey on survey.id = response.survey_id
			where customer_id = ${customerId} and score is not null
			  and responded_at >= ${from}::date::timestamp at time zone ${zone}
			order by responded_at, response.id
		`
	);

/** The latest scored answer, whatever it was about. */
export type LastScore = { metric: Metric; highIsGood: boolean; score: number; about: string; at: Date };

export const selectLastScore = async (db: Db, customerId: number): Promise<LastScore | null> =>
	(
		await rows<LastScore>(
			db,
			sql`
				select survey.metric, survey.high_is_good as "highIsGood", score, responded_at as "at",
					coalesce(survey.touchpoint, 'relationship') as "about"
				from response
				join survey on survey.id = response.survey_id
				where customer_id = ${customerId} and score is not null
				order by responded_at desc, response.id desc
				limit 1
			`
		)
	)[0] ?? null;
