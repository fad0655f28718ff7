import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { IncomingSurvey } from '../incoming.ts';
import type { Metric } from '../survey.ts';

export type SurveyRecord = IncomingSurvey & { id: number };
export type Staged<Row> = { row: number; incoming: Row; surveyId: number; metric: Metric };
/** How many rows went in, of how many that were told. */
export type Added = { added: number; said: number };

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

export type Origin = { sourceId: number; importId: number };

export const strangersAmong = (db: Db, staged: 'incoming_invitation' | 'incoming_response') =>
	rows<{ row: number; customerKey: string }>(
		db,
		sql`
			select row_number as "row", customer_key as "customerKey"
			from ${sql.identifier(staged)} incoming
			where not exists (select from customer where key = incoming.customer_key)
		`
	);

export const dropStaged = (db: Db, staged: 'incoming_invitation' | 'incoming_response', rowNumbers: number[]) =>
	db.execute(sql`delete from ${sql.identifier(staged)} where row_number in ${rowNumbers}`);
