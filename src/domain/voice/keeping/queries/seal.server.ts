import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { SealContent } from '../leaf.server.ts';
import { hashOfWords, wordsWhere } from './words.server.ts';
import type { Which } from './words.server.ts';

/** Any constant does, as long as nothing else in this database locks on it. */
const chainLock = 728_343;

export type LastSeal = { id: number; day: string; hash: Uint8Array };

/** From here on nobody else adds to the chain until this transaction ends. */
export const lockChain = (db: Db) => db.execute(sql`select pg_advisory_xact_lock(${chainLock})`);

export const selectLastSeal = async (db: Db): Promise<LastSeal | null> =>
	(await rows<LastSeal>(db, sql`select id, day::text as "day", hash from seal order by id desc limit 1`))[0] ?? null;

/** Which words to seal: those of an import, or those that arrived on a day and are not sealed yet. */
export type Arrived = { importId: number } | { day: string; zone: string };

const arrived = (which: Arrived): Which =>
	'importId' in which
		? {
				current: [
					sql`import_id = ${which.importId}`,
					sql`import_id <> ${which.importId} and id in (
						select response_id from earlier_words where earlier_words.import_id = ${which.importId}
					)`
				],
				earlier: sql`import_id = ${which.importId}`
			}
		: {
				current: [sql`(received_at at time zone ${which.zone})::date = ${which.day}::date`],
				earlier: sql`(replaced_at at time zone ${which.zone})::date = ${which.day}::date`
			};

const answerNotSealed = sql`not exists (
	select from sealed_words leaf where leaf.response_id = response.id and leaf.version = response.version
)`;
const earlierNotSealed = sql`not exists (
	select from sealed_words leaf
	where leaf.response_id = earlier_words.response_id and leaf.version = earlier_words.version
)`;

const notSealed = ({ current, earlier }: Which): Which => ({
	current: current.map((condition) => sql`${condition} and ${answerNotSealed}`),
	earlier: sql`${earlier} and ${earlierNotSealed}`
});

/**
 * Makes the leaves of what is not sealed yet, `perSeal` to each seal from `first` on. The salt is drawn in a subquery of
 * its own: there it is one and the same for the column and for the hash.
 */
export const insertLeaves = (db: Db, which: Arrived, { first, perSeal }: { first: number; perSeal: number }) =>
	db.execute(sql`
		insert into sealed_words (seal_id, place, customer_id, response_id, version, responded_at, salt, hash)
		select ${first}::int + ((n - 1) / ${perSeal}::int)::int, ((n - 1) % ${perSeal}::int)::int,
			customer_id, response_id, version, responded_at, salt, ${hashOfWords}
		from (
			select row_number() over () as n, gen_random_uuid() as salt, words.*
			from (${wordsWhere(notSealed(arrived(which)))}) words
			offset 0
		) salted
	`);

export type Root = { id: number; comments: number; root: Uint8Array };

const rootOf = (order: SQL) => sql`sha256(string_agg(hash, ''::bytea order by ${order}))`;

/** The roots of the leaves that have no seal yet. */
export const selectRoots = (db: Db, first: number) =>
	rows<Root>(
		db,
		sql`
			select seal_id as "id", count(*)::int as "comments", ${rootOf(sql`place`)} as "root"
			from sealed_words
			where seal_id >= ${first}
			group by seal_id
			order by seal_id
		`
	);

/** The root of the leaves whose words an act took; null: it took none. */
export const selectRootOfAct = async (db: Db, actId: number): Promise<Omit<Root, 'id'> | null> => {
	const taken = await row<Omit<Root, 'id'>>(
		db,
		sql`
			select count(*)::int as "comments", ${rootOf(sql`seal_id, place`)} as "root"
			from sealed_words
			where act_id = ${actId}
		`
	);
	return taken.comments > 0 ? taken : null;
};

export const insertSeal = (db: Db, seal: SealContent & { previous: Uint8Array; hash: Uint8Array; sealedAt: Date }) =>
	db.execute(sql`
		insert into seal (id, day, act_id, comments, root, previous, hash, sealed_at)
		values (${seal.id}, ${seal.day}, ${seal.actId}, ${seal.comments}, ${bytea(seal.root)}, ${bytea(seal.previous)},
			${bytea(seal.hash)}, ${seal.sealedAt.toISOString()})
	`);

/** Days before `today` on which words arrived that are not sealed. */
export const selectUnsealedDays = (db: Db, { today, zone }: { today: string; zone: string }) =>
	rows<{ day: string; comments: number }>(
		db,
		sql`
			select day::text as "day", count(*)::int as "comments"
			from (
				select (received_at at time zone ${zone})::date as day
				from response
				where (title is not null or comment is not null) and ${answerNotSealed}
				union all
				select (replaced_at at time zone ${zone})::date
				from earlier_words
				where (title is not null or comment is not null) and ${earlierNotSealed}
			) unsealed
			where day < ${today}::date
			group by day
			order by day
		`
	);

const bytea = (bytes: Uint8Array) => sql`decode(${Buffer.from(bytes).toString('hex')}, 'hex')`;
