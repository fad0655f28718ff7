import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { feelingSql } from '../../metrics/server.ts';
import type { FollowUpKind } from '../../officer/follow-up.ts';
import type { Metric } from '../../surveys/survey.ts';
import { overdueSteps } from '../alert.ts';

export type Turned = {
	customerId: number;
	responseId: number;
	metric: Metric;
	highIsGood: boolean;
	about: string;
	score: number;
	respondedAt: string;
	scoreBefore: number;
	respondedBefore: string;
	title: string | null;
	comment: string | null;
	language: string | null;
	perYearMinor: number;
	/** Share of paying customers who pay more a year. */
	above: number;
};

const iso = (moment: SQL) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** As many as one look raises at most; beyond, an import brought another company's history. */
const most = 200;

/**
 * Customers whose latest answer in a series is a low one and whose answer before it was not, who pay, and of whom that
 * was not found before; those who pay most first.
 */
export const selectTurned = (db: Db, { since, ofDemo }: { since: Date; ofDemo: string }) =>
	rows<Turned>(
		db,
		sql`
			with known as (
				select revenue_through as through from refresh order by id desc limit 1
			), low as (
				select response.*, series, high_is_good, coalesce(touchpoint, 'relationship') as about
				from response
				join survey on survey.id = survey_id
				where responded_at > ${since.toISOString()} and score is not null
				  and ${feelingSql(sql`series`, sql`score`)} = 'low'
				  and not exists (
					select from alert
					where of_demo = ${ofDemo} and alert.kind = 'detractor' and subject = 'answer ' || response.id and period = 'once'
				  )
			), turned as (
				select low.*, before.score as score_before, before.responded_at as responded_before
				from low
				cross join lateral (
					select earlier.score, earlier.responded_at
					from response earlier
					join survey on survey.id = earlier.survey_id
					where earlier.customer_id = low.customer_id and survey.series = low.series and earlier.score is not null
					  and (earlier.responded_at, earlier.id) < (low.responded_at, low.id)
					order by earlier.responded_at desc, earlier.id desc
					limit 1
				) before
				where ${feelingSql(sql`low.series`, sql`before.score`)} <> 'low'
				  and not exists (
					select from response later
					join survey on survey.id = later.survey_id
					where later.customer_id = low.customer_id and survey.series = low.series and later.score is not null
					  and (later.responded_at, later.id) > (low.responded_at, low.id)
				  )
			), paying as (
				select customer_id, per_year_minor,
					(rank() over (order by per_year_minor desc) - 1)::float8 / count(*) over () as above
				from yearly_revenue, known
				where from_day <= known.through and to_day > known.through and per_year_minor > 0
				  and exists (select from turned)
			)
			select customer_id as "customerId", turned.id as "responseId", metric, high_is_good as "highIsGood", about, score,
				${iso(sql`responded_at`)} as "respondedAt", score_before as "scoreBefore", ${iso(sql`responded_before`)} as "respondedBefore",
				title, comment, language, per_year_minor::float8 as "perYearMinor", above
			from turned
			join paying using (customer_id)
			order by per_year_minor desc, turned.id
			limit ${most}
		`
	);

export type Overdue = {
	customerId: number;
	followUpId: number;
	responseId: number | null;
	kind: FollowUpKind;
	what: string | null;
	owner: string;
	ownerId: number;
	openedBy: string;
	dueOn: string;
	daysOverdue: number;
	perYearMinor: number | null;
};

/** Open follow-ups past their day whose step was not raised before; the longest overdue first. */
export const selectOverdue = (db: Db, { today, ofDemo }: { today: string; ofDemo: string }) =>
	rows<Overdue>(
		db,
		sql`
			select late.customer_id as "customerId", late.id as "followUpId", response_id as "responseId", kind, what,
				owner.name as "owner", owner_id as "ownerId", opener.name as "openedBy", due_on::text as "dueOn", days as "daysOverdue",
				(
					select per_year_minor from yearly_revenue step
					where step.customer_id = late.customer_id and from_day <= known.through and to_day > known.through
				) as "perYearMinor"
			from (
				select *, ${today}::date - due_on as days,
					(select max(step) from unnest(${`{${overdueSteps.join(',')}}`}::int[]) step where step <= ${today}::date - due_on) as step
				from follow_up
				where state = 'open' and due_on < ${today}::date
			) late
			join person owner on owner.id = owner_id
			join person opener on opener.id = opened_by
			left join (select revenue_through as through from refresh order by id desc limit 1) known on true
			where step is not null and not exists (
				select from alert
				where of_demo = ${ofDemo} and alert.kind = 'escalation'
				  and subject = 'follow-up ' || late.customer_id || '/' || late.id and period = late.step::text
			)
			order by due_on, late.id
			limit ${most}
		`
	);
