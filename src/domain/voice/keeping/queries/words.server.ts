import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** What a leaf's hash is taken of, as `leaf.server.ts` writes it. Of rows with the columns of `allWords`. */
const leafText = sql`
	concat_ws('|', customer_id, response_id, version, survey_id, (extract(epoch from responded_at) * 1000000)::bigint,
		coalesce(score::text, '-'), coalesce(octet_length(title)::text, '-'), coalesce(octet_length(comment)::text, '-'),
		coalesce(title, '') || coalesce(comment, ''))
`;

export const hashOfWords: SQL = sql`sha256(uuid_send(salt) || convert_to(${leafText}, 'UTF8'))`;

/** Conditions on `response`, none of which meets another, and one on `earlier_words`. */
export type Which = { current: SQL[]; earlier: SQL };

/** Words in every version. Each condition is a query of its own, so that each finds its own way to its rows. */
export const wordsWhere = ({ current, earlier }: Which): SQL => sql`
	${sql.join(
		current.map(
			(condition) => sql`
				select customer_id, id as response_id, version, survey_id, responded_at, score, title, comment
				from response
				where (title is not null or comment is not null) and ${condition}
			`
		),
		sql` union all `
	)}
	union all
	select customer_id, response_id, version, survey_id, responded_at, score, title, comment
	from earlier_words
	where (title is not null or comment is not null) and ${earlier}
`;
