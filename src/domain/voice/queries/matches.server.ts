import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { feelingSql } from '../../metrics/server.ts';
import { notKnown } from '../../scope/scope.ts';
import type { VoiceFilter } from '../filter.ts';
import { minorsOf } from '../value-band.ts';

/** A filter with its search as Postgres reads it; null: no words are asked for. */
export type Wanted = VoiceFilter & { query: string | null };

/** Whose clock and currency count, and who reads. */
export type By = { zone: string; currency: string; reader: number };

/** Which kept sum tells how many are like that: by slice, by month and value, or by theme; null: none. */
export function countedBy({
	value,
	theme,
	followUp,
	from,
	to,
	query,
	unread
}: Wanted): 'slice' | 'month' | 'theme' | null {
	if (followUp !== null || query !== null) return null;
	const isNarrow = [value, from, to].some((asked) => asked !== null);
	if (theme !== null) return isNarrow || unread ? null : 'theme';
	return isNarrow ? 'month' : 'slice';
}

/** Customers of a band of value, by the magnitude of what they paid: all bands begin and end at a power of ten. */
export function ofMagnitude({ value }: Wanted, currency: string): SQL {
	if (value === null) return sql`true`;
	if (value === 'nothing') return sql`magnitude < 0`;
	const { from, to } = minorsOf(value, currency);
	const power = (minor: number) => Math.round(Math.log10(minor));
	const least = sql`magnitude >= ${from === 0 ? 0 : power(from)}::int`;
	return to === null ? least : sql`${least} and magnitude < ${power(to)}::int`;
}

/** The same for the kept sum, in which what is not known is an empty text. */
export function slicesLike({ score, group, survey, segment, region, plan }: Wanted): SQL {
	const is = (column: SQL, value: string | null) =>
		value === null ? null : sql`${column} = ${value === notKnown ? '' : value}`;
	const conditions = [
		is(sql`segment`, segment),
		is(sql`region`, region),
		is(sql`plan`, plan),
		score === null ? null : sql`score = ${score}::smallint`,
		group === null ? null : group === 'none' ? sql`score = -1` : sql`feeling = ${group}`,
		survey === null ? null : sql`survey_id = any(array(select id from survey where series = ${survey}))`
	].filter((condition) => condition !== null);
	return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** The same for the kept sums of themes, which know the series and the score. */
export function themeCellsLike({ theme, score, group, survey, segment, region, plan }: Wanted): SQL {
	const is = (column: SQL, value: string | null) =>
		value === null ? null : sql`${column} = ${value === notKnown ? '' : value}`;
	const conditions = [
		sql`theme_id = ${theme}::int`,
		is(sql`segment`, segment),
		is(sql`region`, region),
		is(sql`plan`, plan),
		score === null ? null : sql`score = ${score}::smallint`,
		group === null
			? null
			: group === 'none'
				? sql`score = -1`
				: sql`score >= 0 and ${feelingSql(sql`series`, sql`score`)} = ${group}`,
		survey === null ? null : sql`series = ${survey}`
	].filter((condition) => condition !== null);
	return sql.join(conditions, sql` and `);
}

const slice = (column: SQL, value: string | null): SQL | null =>
	value === null ? null : value === notKnown ? sql`${column} is null` : sql`${column} = ${value}`;

function valued({ value }: Wanted, currency: string): SQL | null {
	if (value === null) return null;
	if (value === 'nothing') return sql`(per_year_minor is null or per_year_minor <= 0)`;
	const { from, to } = minorsOf(value, currency);
	const least = from === 0 ? sql`per_year_minor > 0` : sql`per_year_minor >= ${from}::bigint`;
	return to === null ? least : sql`${least} and per_year_minor < ${to}::bigint`;
}

/** Of which days a comment must be. */
export const ofDays = ({ from, to }: Wanted, zone: string): SQL[] => [
	...(from === null ? [] : [sql`responded_at >= ${from}::date::timestamp at time zone ${zone}`]),
	...(to === null ? [] : [sql`responded_at < (${to}::date + 1)::timestamp at time zone ${zone}`])
];

/** What a comment must be like. Only what is asked for stands in the query, so that the planner knows what it is about. */
export function matches(wanted: Wanted, { zone, currency, reader }: By): SQL {
	const { score, group, survey, theme, followUp, unread, query } = wanted;
	const conditions = [
		slice(sql`segment`, wanted.segment),
		slice(sql`region`, wanted.region),
		slice(sql`plan`, wanted.plan),
		valued(wanted, currency),
		score === null ? null : sql`score = ${score}::smallint`,
		group === null ? null : group === 'none' ? sql`score is null` : sql`feeling = ${group}`,
		survey === null ? null : sql`survey_id = any(array(select id from survey where series = ${survey}))`,
		theme === null ? null : sql`exists (select from comment_theme about where ${about(theme)})`,
		followUp === null ? null : sql`exists (select from followed_comment followed where ${followed(followUp)})`,
		...ofDays(wanted, zone),
		query === null ? null : sql`words @@ ${query}::tsquery`,
		unread ? sql`not exists (select from read_receipt mine where ${mine(reader)})` : null
	].filter((condition) => condition !== null);
	return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

const about = (theme: number) => sql`
	about.theme_id = ${theme} and about.customer_id = comment.customer_id and about.response_id = comment.response_id
`;

const followed = (which: 'open' | 'any') => sql`
	followed.customer_id = comment.customer_id and followed.response_id = comment.response_id
	${which === 'open' ? sql`and followed.open > 0` : sql``}
`;

const mine = (reader: number) => sql`
	mine.person_id = ${reader} and mine.customer_id = comment.customer_id and mine.response_id = comment.response_id
`;
