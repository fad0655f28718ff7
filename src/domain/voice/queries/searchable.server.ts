import { sql } from 'drizzle-orm';
import { copyInto, copyLine } from '#platform/db/copy.ts';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { feelingSql } from '../../metrics/feeling-sql.server.ts';

/*
 * Brings what search and filters know of comments up to date, for the customers in the temporary table `touched`.
 */

/** A comment as its customer and their money stand now, and its score as the source has it now. */
const standing = (zone: string) => sql`
	select response.customer_id, response.id as response_id, responded_at, survey_id, score::smallint,
		case when score is not null then ${feelingSql(sql`survey.series`, sql`score`)} end as feeling,
		customer.segment, customer.region, customer.plan, step.per_year_minor
	from response
	join customer on customer.id = response.customer_id
	join survey on survey.id = response.survey_id
	left join yearly_revenue step
		on  step.customer_id = response.customer_id
		and step.from_day <= (responded_at at time zone ${zone})::date
		and step.to_day   >  (responded_at at time zone ${zone})::date
`;

/** Customers move between segments, revenue comes in late, scores are corrected: the words stay, all else follows. */
export const followStandings = (db: Db, zone: string) =>
	db.execute(sql`
		update searchable_comment known set
			responded_at = now.responded_at, survey_id = now.survey_id, score = now.score, feeling = now.feeling,
			segment = now.segment, region = now.region, plan = now.plan, per_year_minor = now.per_year_minor
		from (${standing(zone)} where response.customer_id in (select customer_id from touched)) now
		where now.customer_id = known.customer_id and now.response_id = known.response_id
		  and (known.responded_at, known.survey_id, known.score, known.segment, known.region, known.plan, known.per_year_minor)
			is distinct from
			(now.responded_at, now.survey_id, now.score, now.segment, now.region, now.plan, now.per_year_minor)
	`);

/** Numbers the comments whose words nobody can find yet. One that was erased has none, and stays in its place. */
export async function listUnsearchable(db: Db): Promise<number> {
	await db.execute(sql`
		create temporary table if not exists unsearchable (place int primary key, customer_id int, response_id bigint)
		on commit drop;
		create temporary table if not exists worded (customer_id int, response_id bigint, language text, words tsvector)
		on commit drop;
		truncate unsearchable, worded
	`);
	await db.execute(sql`
		insert into unsearchable
		select row_number() over (order by response.customer_id, response.id), response.customer_id, response.id
		from response
		join touched using (customer_id)
		left join searchable_comment known on known.customer_id = response.customer_id and known.response_id = response.id
		where (comment is not null or title is not null or erased_at is not null) and known.response_id is null
	`);
	return (await row<{ n: number }>(db, sql`select count(*)::int as n from unsearchable`)).n;
}

export type Unsearchable = {
	customerId: number;
	responseId: number;
	title: string | null;
	comment: string | null;
	language: string | null;
};

export const selectUnsearchable = (db: Db, { from, to }: { from: number; to: number }) =>
	rows<Unsearchable>(
		db,
		sql`
			select customer_id as "customerId", response_id as "responseId", title, comment, language
			from unsearchable
			join response using (customer_id)
			where response.id = response_id and place between ${from} and ${to}
		`
	);

export const stageWords = (
	db: Db,
	worded: { customerId: number; responseId: number; language: string; words: string }[]
) =>
	copyInto(
		db,
		'worded',
		worded.map(({ customerId, responseId, language, words }) => copyLine([customerId, responseId, language, words]))
	);

export async function addStaged(db: Db, zone: string): Promise<void> {
	await db.execute(sql`analyze worded`);
	await db.execute(sql`
		insert into searchable_comment
			(customer_id, response_id, responded_at, survey_id, score, feeling, segment, region, plan, per_year_minor,
			 language, words)
		select now.customer_id, now.response_id, responded_at, survey_id, score, feeling, segment, region, plan,
			per_year_minor, language, words
		from worded
		join (${standing(zone)}) now on now.customer_id = worded.customer_id and now.response_id = worded.response_id
	`);
	await db.execute(sql`truncate worded, unsearchable`);
}
