import { eq, sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { theme, themeLabel, themeRule } from '../../tables.server.ts';
import type { WrittenRule } from '../rule.ts';
import { deleteThemeCells } from './refresh.server.ts';

export type ThemeRecord = { id: number; name: string; version: number; fromDemo: boolean; rules: WrittenRule[] };

/** All themes with their rules, by name. */
export const selectThemes = (db: Db) =>
	rows<ThemeRecord>(
		db,
		sql`
			select id, name, version, from_demo as "fromDemo", coalesce((
				select jsonb_agg(jsonb_build_object('language', language, 'text', rule) order by language)
				from theme_rule where theme_id = theme.id
			), '[]') as "rules"
			from theme
			order by name
		`
	);

type Written = { name: string; rules: readonly WrittenRule[]; by: number | null; fromDemo?: boolean; now: Date };

/** Null: another theme is called so. */
export async function insertTheme(db: Db, { name, rules, by, fromDemo = false, now }: Written): Promise<number | null> {
	const [made] = await db
		.insert(theme)
		.values({ name, madeBy: by, fromDemo, changedAt: now })
		.onConflictDoNothing()
		.returning({ id: theme.id });
	if (!made) return null;
	await insertRules(db, made.id, rules);
	return made.id;
}

async function insertRules(db: Db, themeId: number, rules: readonly WrittenRule[]): Promise<void> {
	if (rules.length === 0) return;
	await db.insert(themeRule).values(rules.map(({ language, text }) => ({ themeId, language, rule: text })));
}

export const isNameTaken = async (db: Db, name: string, besides: number): Promise<boolean> =>
	(await rows(db, sql`select from theme where name = ${name} and id <> ${besides}`)).length > 0;

/** Changes the name, and where they are given the rules: a new version of them. */
export async function updateTheme(
	db: Db,
	id: number,
	{ name, rules, now }: { name: string; rules: readonly WrittenRule[] | null; now: Date }
): Promise<void> {
	const version = rules ? sql`${theme.version} + 1` : sql`${theme.version}`;
	await db.update(theme).set({ name, version, changedAt: now }).where(eq(theme.id, id));
	if (!rules) return;
	await db.delete(themeRule).where(eq(themeRule.themeId, id));
	await insertRules(db, id, rules);
}

export async function deleteTheme(db: Db, id: number): Promise<void> {
	await db.delete(theme).where(eq(theme.id, id));
	await deleteThemeCells(db, id);
}

/** Themes that came with the demo company go with it, and so does what was said of its comments. */
export async function deleteDemoThemes(db: Db): Promise<void> {
	await db.delete(theme).where(eq(theme.fromDemo, true));
	await db.delete(themeLabel);
}

type Label = { id: number; customerId: number; responseId: number; isRight: boolean; by: number; now: Date };

/** Says whether a comment is about a theme; false: its rules do not find that comment (any more). */
export async function upsertLabel(db: Db, { id, customerId, responseId, isRight, by, now }: Label): Promise<boolean> {
	const known = await rows(
		db,
		sql`
			insert into theme_label (theme_id, version, customer_id, response_id, is_right, person_id, at)
			select theme.id, version, customer_id, response_id, ${isRight}::boolean, ${by}::int, ${now.toISOString()}::timestamptz
			from comment_theme
			join theme on theme.id = theme_id
			where theme_id = ${id} and customer_id = ${customerId} and response_id = ${responseId}
			on conflict (theme_id, version, customer_id, response_id) do update set
				is_right = excluded.is_right, person_id = excluded.person_id, at = excluded.at
			returning true as "known"
		`
	);
	return known.length > 0;
}
