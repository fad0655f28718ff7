import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** What a leaf's hash is taken of, as `leaf.server.ts` writes it. Of rows with the columns of `allWords`. */
const leafText = sql`
	concat_ws('|', customer_id, response_id, version, survey_id, (extract(epoch from responded_at) * 1000000)::bigint,
		coalesce(score::text, '-'), coalesce(octet_length(title)::text, '-'), coalesce(octet_length(comment)::text, '-'),
		coalesce(title, '') || coalesce(comment, ''))
`;

export const hashOfWords: SQL = sql`sha256(uuid_send(salt) || convert_to(${leafText}, 'UTF8'))`;

/** Words that came with a condition on `response` and `earlier_words`, every version of them. */
export const wordsWhere = ({ current, earlier }: { current: SQL; earlier: SQL }): SQL => sql`
	select customer_id, id as response_id, version, survey_id, responded_at, score, title, comment
	from response
	where (title is not null or comment is not null) and ${current}
	union all
	select customer_id, response_id, version, survey_id, responded_at, score, title, comment
	from earlier_words
	where (title is not null or comment is not null) and ${earlier}
`;
