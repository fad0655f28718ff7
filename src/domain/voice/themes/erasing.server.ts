import type { Db } from '#platform/db/connect.ts';
import { isGap } from '../keeping/passages.ts';
import type { Instead, StaffText } from '../keeping/staff-words.ts';
import { findTheme, lockThemesAgainst, replaceThemeCells } from './queries/refresh.server.ts';
import { isNameTaken, selectThemes, updateTheme } from './queries/write.server.ts';
import type { ThemeRecord } from './queries/write.server.ts';
import { ruleFrom, withoutTerms } from './rule.ts';

/** What themes are called, and the rules that somebody wrote for them. */
export const writtenInThemes = async (db: Db): Promise<StaffText[]> =>
	(await selectThemes(db)).flatMap(({ id, name, rules }) =>
		[name, ...rules.map(({ text }) => text)].map((text) => ({ text, place: `Theme ${id}`, atThem: false }))
	);

/**
 * Puts other texts in the place of some. In a rule a gap would be looked for in comments: the words and phrases that hold
 * it go, and what is left is looked for anew. A rule of which nothing is left is none.
 */
export async function takeOutOfThemes(db: Db, texts: readonly Instead[], now: Date): Promise<void> {
	await lockThemesAgainst(db, 'words');
	const instead = new Map(texts.map(({ before, after }) => [before, after]));
	for (const theme of await selectThemes(db)) await takeOutOf(db, theme, instead, now);
}

async function takeOutOf(db: Db, { id, name, rules }: ThemeRecord, instead: ReadonlyMap<string, string>, now: Date) {
	const left = rules
		.map(({ language, text }) => ({ language, text: withoutTerms(instead.get(text) ?? text, isGap) }))
		.filter(({ text }) => !('problem' in ruleFrom(text)));
	const changed = rules.some(({ text }) => instead.has(text));
	const called = instead.get(name) ?? name;
	if (!changed && called === name) return;
	const free = (await isNameTaken(db, called, id)) ? `${called} ${id}` : called;
	await updateTheme(db, id, { name: free, rules: changed ? left : null, now });
	if (!changed) return;
	await findTheme(db, id, left);
	await replaceThemeCells(db, id);
}
