import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { copyInto, copyLine } from '#platform/db/copy.ts';
import { maskingRules } from '../../masking/rules.server.ts';
import { pieceOf, ruleFrom } from '../rule.ts';
import type { Term, WrittenRule } from '../rule.ts';
import { writtenWords } from '../words.ts';
import { addToRepeatedCommentCells } from './refresh-repeated.server.ts';

/*
 * Brings the themes up to date for the customers in the temporary list `touched_said`: their part is taken out of the cells,
 * their words are read anew, the rules are looked for in them, their part is put back.
 */

/** Whoever changes a rule waits until an import's words are in, and the other way round: none is looked for in half. */
export const lockThemesAgainst = (db: Db, what: 'changes' | 'words') =>
	db.execute(sql`lock table theme in ${what === 'changes' ? sql`share` : sql`share row exclusive`} mode`);

type Commented = {
	customerId: number;
	responseId: number;
	respondedAt: string;
	language: string;
	title: string | null;
	comment: string | null;
};

const atOnce = 20_000;

/** The next comments of the touched customers behind one, in the order in which they lie. */
const selectTouchedWords = (db: Db, behind: Pick<Commented, 'customerId' | 'responseId'>) =>
	rows<Commented>(
		db,
		sql`
			select response.customer_id as "customerId", id as "responseId", title, comment,
				responded_at::text as "respondedAt", lower(split_part(coalesce(language, ''), '-', 1)) as "language"
			from response
			join touched_said touched on touched.customer_id = response.customer_id
			where (comment is not null or title is not null)
			  and (response.customer_id, id) > (${behind.customerId}, ${behind.responseId}::bigint)
			order by response.customer_id, id
			limit ${atOnce}
		`
	);

/** What a word is, is settled in one place, in the product: a database would lower and part them by its own locale. */
export async function readWords(db: Db): Promise<void> {
	const rules = await maskingRules(db);
	await db.execute(
		sql`delete from comment_words using touched_said touched where comment_words.customer_id = touched.customer_id`
	);
	let behind = { customerId: 0, responseId: 0 };
	for (;;) {
		const comments = await selectTouchedWords(db, behind);
		if (comments.length > 0)
			await copyInto(
				db,
				'comment_words (customer_id, response_id, responded_at, language, words)',
				comments.map((one) =>
					copyLine([one.customerId, one.responseId, one.respondedAt, one.language, writtenWords(one, rules)])
				)
			);
		if (comments.length < atOnce) break;
		behind = comments[comments.length - 1];
	}
	await db.execute(sql`analyze comment_words`);
}

/** Looks for every theme in the touched customers' words. */
export async function findThemes(db: Db): Promise<void> {
	await db.execute(
		sql`delete from comment_theme using touched_said touched where comment_theme.customer_id = touched.customer_id`
	);
	const rules = await rows<WrittenRule & { themeId: number }>(
		db,
		sql`select theme_id as "themeId", language, rule as "text" from theme_rule order by theme_id, language`
	);
	for (const [themeId, own] of Map.groupBy(rules, (rule) => rule.themeId))
		await insertFound(db, themeId, own, sql`join touched_said using (customer_id)`);
}

/** Looks for one theme in all words there are. */
export async function findTheme(db: Db, themeId: number, rules: readonly WrittenRule[]): Promise<void> {
	await db.execute(sql`delete from comment_theme where theme_id = ${themeId}`);
	await insertFound(db, themeId, rules, sql``);
}

const insertFound = (db: Db, themeId: number, rules: readonly WrittenRule[], among: SQL) =>
	db.execute(sql`
		insert into comment_theme (customer_id, response_id, theme_id, responded_at)
		select customer_id, response_id, ${themeId}::int, responded_at
		from comment_words ${among}
		where ${sql.join([sql`false`, ...rules.map(isFoundBy)], sql` or `)}
	`);

/** The same as `foundIn`: any of the words and phrases, none of the exclusions, in comments of the rule's language. */
function isFoundBy({ language, text }: WrittenRule): SQL {
	const read = ruleFrom(text);
	if ('problem' in read) return sql`false`;
	const { any, none } = read.rule;
	const ofLanguage = language === '' ? sql`true` : sql`language in ('', ${language})`;
	return sql`(${ofLanguage} and (${hasAny(any)}) and not (${hasAny(none)}))`;
}

/** A search for text, several times as quick as a pattern; byte by byte, whatever the database's locale. */
const hasAny = (terms: readonly Term[]): SQL =>
	sql.join([sql`false`, ...terms.map((term) => sql`strpos(words collate "C", ${pieceOf(term)}) > 0`)], sql` or `);

/** Adds the part of the touched customers (sign 1) or takes it out (sign -1). */
export const addToThemeCells = (db: Db, sign: 1 | -1) =>
	addCells(db, sign, sql`join touched_said using (customer_id)`, sql`true`);

/** Puts one theme's cells in the place of what they were. */
export async function replaceThemeCells(db: Db, themeId: number): Promise<void> {
	await deleteThemeCells(db, themeId);
	await addCells(db, 1, sql``, sql`theme_id = ${themeId}`);
}

export async function deleteThemeCells(db: Db, themeId: number): Promise<void> {
	for (const table of cells) await db.execute(sql`delete from ${sql.identifier(table)} where theme_id = ${themeId}`);
}

const cells = ['theme_cell', 'repeated_comment_cell'];

async function addCells(db: Db, sign: 1 | -1, among: SQL, which: SQL) {
	await addToRepeatedCommentCells(db, sign, { among, which });
	await db.execute(sql`
		insert into theme_cell as cell (theme_id, month, series, segment, region, plan, score, comments)
		select theme_id, month, series, segment, region, plan, score, ${sign}::int * count(*)
		from (
			select customer_id, response_id, theme_id from comment_theme
			union all
			select customer_id, response_id, 0 from comment_words
		) about
		${among}
		join counted_answer using (customer_id, response_id)
		where ${which}
		group by 1, 2, 3, 4, 5, 6, 7
		on conflict (theme_id, month, series, segment, region, plan, score) do update set
			comments = cell.comments + excluded.comments
	`);
}

export async function dropEmptyThemeCells(db: Db): Promise<void> {
	await db.execute(sql`delete from theme_cell where comments = 0`);
	await db.execute(sql`delete from repeated_comment_cell where repeats = 0`);
}

/** Deletes rather than truncates: nobody who looks at a page has to wait for an import. */
export async function emptyThemes(db: Db): Promise<void> {
	for (const table of [...cells, 'comment_theme', 'comment_words'])
		await db.execute(sql`delete from ${sql.identifier(table)}`);
}
