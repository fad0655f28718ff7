import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { feelingSql } from '../../metrics/server.ts';
import { addMonths } from '../../scope/calendar.ts';
import type { BehindScope } from '../behind.ts';
import { paysOn, sunday } from './paying.server.ts';
import { endOf } from './valued.server.ts';

/*
 * What a customer's latest answer says, as conditions on `response` and its `customer`.
 */

/** The latest score of twelve months in the series, which speaks for the customer until another does. */
export const speaks = ({ series }: BehindScope, day: string, more: SQL = sql`true`) => sql`
	select from answer_outcome latest
	where latest.customer_id = customer.id and latest.series = ${series} and answered_on <= ${day} and heard_until > ${day}
	  and ${more}
`;

export const lastFelt = (scope: BehindScope, feeling: 'high' | 'middle' | 'low') => sql`
	${paysOn(sunday(scope))} and exists (${speaks(
		scope,
		sunday(scope),
		sql`latest.response_id = response.id and ${feelingSql(sql`latest.series`, sql`latest.score`)} = ${feeling}`
	)})
`;

/** The customer's latest answer after a touchpoint is low. */
export const lowAt = (series: string, month: string) => sql`
	exists (
		select from touchpoint_answer latest
		where latest.customer_id = response.customer_id and latest.response_id = response.id and latest.series = ${series}
		  and feeling = 'low' and latest_from <= ${month} and latest_to > ${month}
	)
`;

/** The customer's latest scored answer about a theme is low. */
export const lowAbout = (theme: number, month: string) => sql`
	response.id = (
		select latest.response_id
		from answer_outcome latest
		join comment_theme about using (customer_id, response_id)
		where latest.customer_id = response.customer_id and theme_id = ${theme}
		  and answered_on >= ${addMonths(month, -11)} and answered_on <= ${endOf(month)}
		order by answered_on desc, latest.response_id desc
		limit 1
	)
	and exists (
		select from answer_outcome felt
		where felt.customer_id = response.customer_id and felt.response_id = response.id
		  and ${feelingSql(sql`felt.series`, sql`felt.score`)} = 'low'
	)
`;
