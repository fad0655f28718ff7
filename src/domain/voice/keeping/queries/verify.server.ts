import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { SealContent } from '../leaf.server.ts';
import { hashOfWords, wordsWhere } from './words.server.ts';

export type SealRecord = SealContent & { previous: Uint8Array; hash: Uint8Array };

export const selectSeals = (db: Db, { after, limit }: { after: number; limit: number }) =>
	rows<SealRecord>(
		db,
		sql`
			select id, day::text as "day", act_id as "actId", comments, root, previous, hash
			from seal
			where id > ${after}
			order by id
			limit ${limit}
		`
	);

/** The leaves of a seal, held against the words as they are now. */
export type SealedNow = {
	id: number;
	comments: number;
	root: Uint8Array;
	/** Words that are not there any more although no act took them. */
	missing: number;
	/** Words that are not those that were sealed. */
	altered: number;
	/** Words that are there although an act took them. */
	returned: number;
	/** The first of these answers. */
	response: number | null;
};

/**
 * Every seal's leaves in one pass over leaves and words: the database hashes each comment anew where it lies, once (the
 * `offset 0` keeps it from hashing again for each count).
 */
export const selectSealedNow = (db: Db) =>
	rows<SealedNow>(
		db,
		sql`
			select seal_id as "id", count(*)::int as "comments",
				sha256(string_agg(hash, ''::bytea order by place))          as "root",
				count(*) filter (where state = 'missing')::int              as "missing",
				count(*) filter (where state = 'altered')::int              as "altered",
				count(*) filter (where state = 'returned')::int             as "returned",
				min(response_id) filter (where state is not null)           as "response"
			from (
				select seal_id, place, hash, response_id,
					case
						when act_id is not null then case when there then 'returned' end
						when not coalesce(there, false) then 'missing'
						when hash <> ${hashOfWords} then 'altered'
					end as state
				from (
					select leaf.seal_id, leaf.place, leaf.hash, leaf.salt, leaf.act_id, response_id, version,
						words.customer_id, words.survey_id, words.responded_at, words.score, words.title, words.comment,
						words.customer_id is not null as there
					from sealed_words leaf
					left join (${wordsWhere({ current: [sql`true`], earlier: sql`true` })}) words using (response_id, version)
				) held
				offset 0
			) leaves
			group by seal_id
			order by seal_id
		`
	);

/** What each act took, as the leaves say. */
export const selectTaken = (db: Db) =>
	rows<{ actId: number; comments: number; root: Uint8Array }>(
		db,
		sql`
			select act_id as "actId", count(*)::int as "comments",
				sha256(string_agg(hash, ''::bytea order by seal_id, place)) as "root"
			from sealed_words
			where act_id is not null
			group by act_id
		`
	);

export type Kept = { sealed: number; taken: number; unsealed: number };
