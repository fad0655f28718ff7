import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { RepeatedAnswers } from '#stats/scores/design-effect.ts';
import { feelingSql } from '../../../metrics/server.ts';
import { notKnown, slices } from '../../../scope/scope.ts';
import type { Scope, Slice } from '../../../scope/scope.ts';
import { inSlice } from '../../../scope/slice-sql.server.ts';
import type { Metric } from '../../../surveys/survey.ts';
import type { Cursor } from '../../feed.ts';

/** How many comments of a month gave a score in a series; theme 0: whatever they are about; below zero: no score. */
export type ThemeCount = { themeId: number; month: string; series: string; score: number; comments: number };

export const themeCounts = (scope: Scope, { from, to }: { from: string; to: string }) => sql`
	select theme_id as "themeId", month::text as "month", series, score, sum(comments)::int as "comments"
	from theme_cell
	where month between ${from} and ${to} and ${inSlice(scope)}
	group by theme_id, month, series, score
	order by theme_id, month, series, score
`;

export const selectThemeCounts = (db: Db, scope: Scope, months: { from: string; to: string }) =>
	rows<ThemeCount>(db, themeCounts(scope, months));

/**
 * How comments of the same customer go together in the months that end with `asOf`, where customers wrote several: their
 * scores in a series; or, whatever the series, which of them are about a theme. Theme 0: of all comments.
 */
export type RepeatedComments = RepeatedAnswers & {
	themeId: number;
	of: 'score' | 'share';
	months: number;
	asOf: string;
	series: string;
};

export const selectRepeatedComments = (db: Db, scope: Scope, asOf: readonly string[]) =>
	rows<RepeatedComments>(
		db,
		sql`
			select theme_id as "themeId", "of", months, as_of::text as "asOf", series, sum(repeats)::float8 as "repeats",
				sum(pairs)::float8 as "pairs", sum(pair_sums)::float8 as "pairSums", sum(pair_products)::float8 as "pairProducts"
			from repeated_comment_cell
			where as_of in ${asOf} and ${inSlice(scope)}
			group by theme_id, "of", months, as_of, series
		`
	);

/** Customers who wrote about a theme and pay: how many, and what they pay a year. */
export type ThemeMoney = { themeId: number; customers: number; perYearMinor: number };

export const themeMoney = (scope: Scope, { from, to, day }: { from: string; to: string; day: string }) => sql`
	select theme_id as "themeId", count(*)::int as "customers", sum(per_year_minor)::bigint as "perYearMinor"
	from (
		select distinct theme_id, customer_id
		from comment_theme
		join counted_answer using (customer_id, response_id)
		where month between ${from} and ${to} and ${inSlice(scope)}
	) wrote
	join yearly_revenue using (customer_id)
	where per_year_minor > 0 and from_day <= ${day} and to_day > ${day}
	group by theme_id
	order by theme_id
`;

export const selectThemeMoney = (db: Db, scope: Scope, when: { from: string; to: string; day: string }) =>
	rows<ThemeMoney>(db, themeMoney(scope, when));

/** What was found right of the comments that were read, by the rules as they are now. */
export type Checked = { themeId: number; read: number; right: number };

export const selectChecked = (db: Db) =>
	rows<Checked>(
		db,
		sql`
			select theme_id as "themeId", count(*)::int as "read", count(*) filter (where is_right)::int as "right"
			from theme_label label
			join theme on theme.id = theme_id and theme.version = label.version
			join comment_theme using (theme_id, customer_id, response_id)
			group by theme_id
		`
	);

/** A comment about a theme as it was written, with who wrote it. */
export type ThemeRow = {
	customerId: number;
	responseId: number;
	respondedAt: Date;
	customer: string;
	segment: string | null;
	metric: Metric;
	highIsGood: boolean;
	score: number | null;
	title: string | null;
	comment: string | null;
	language: string | null;
	about: string;
};

const commented = sql`
	response.customer_id as "customerId", response.id as "responseId", response.responded_at as "respondedAt",
	customer.name as "customer", customer.segment, survey.metric, survey.high_is_good as "highIsGood",
	score, title, comment, language, coalesce(survey.touchpoint, 'relationship') as "about"
`;

const about = sql`
	comment_theme found
	join response on response.customer_id = found.customer_id and response.id = found.response_id
	join customer on customer.id = found.customer_id
	join survey on survey.id = response.survey_id
`;

const ofCustomers = (alike: Pick<Scope, Slice>) =>
	sql.join(
		slices.map((slice) => {
			const [column, value] = [sql`customer.${sql.identifier(slice)}`, alike[slice]];
			return value === null ? sql`true` : value === notKnown ? sql`${column} is null` : sql`${column} = ${value}`;
		}),
		sql` and `
	);

/** The newest comments about a theme; a page goes on strictly behind the cursor. */
export const selectAbout = (
	db: Db,
	themeId: number,
	{ after, limit, alike }: { after: Cursor | null; limit: number; alike: Pick<Scope, Slice> }
) =>
	rows<ThemeRow & { cursorAt: string }>(
		db,
		sql`
			select ${commented}, to_char(found.responded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
			from ${about}
			where theme_id = ${themeId} and ${ofCustomers(alike)}
			  and ${after === null ? sql`true` : sql`(found.responded_at, found.response_id) < (${after.at}::timestamptz, ${after.responseId}::bigint)`}
			order by found.responded_at desc, found.response_id desc
			limit ${limit}
		`
	);

/**
 * The next comments to be read of those that a theme's rules find: in an order by chance that is the same for everybody,
 * from the theme, its version and the comment.
 */
export const selectToCheck = (db: Db, themeId: number, limit: number) =>
	rows<ThemeRow>(
		db,
		sql`
			select ${commented}
			from ${about}
			join theme on theme.id = theme_id
			where theme_id = ${themeId} and not exists (
				select from theme_label label
				where label.theme_id = theme.id and label.version = theme.version
				  and label.customer_id = found.customer_id and label.response_id = found.response_id
			)
			order by md5(concat_ws('/', theme_id, theme.version, found.customer_id, found.response_id))
			limit ${limit}
		`
	);

export const countAbout = async (db: Db, themeId: number, alike: Pick<Scope, Slice>): Promise<number> =>
	(
		await row<{ n: number }>(
			db,
			sql`
				select count(*)::int as "n"
				from comment_theme
				join customer on customer.id = customer_id
				where theme_id = ${themeId} and ${ofCustomers(alike)}
			`
		)
	).n;

/** Languages of the comments, the most written first; empty text: nobody has said. */
export const selectLanguages = (db: Db) =>
	rows<{ language: string; comments: number }>(
		db,
		sql`select language, count(*)::int as "comments" from comment_words group by language order by 2 desc, 1 limit 30`
	);

/** Words of the latest comments with a score in a language, and how they felt who wrote them. */
export const selectFelt = (db: Db, language: string, limit: number) =>
	rows<{ words: string; feeling: 'high' | 'middle' | 'low' }>(
		db,
		sql`
			select words, ${feelingSql(sql`series`, sql`score`)} as "feeling"
			from comment_words
			join counted_answer using (customer_id, response_id)
			where language = ${language} and score >= 0
			order by responded_at desc
			limit ${limit}
		`
	);
