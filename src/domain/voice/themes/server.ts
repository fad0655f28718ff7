import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../../auth/person.ts';
import { audit } from '../../auth/server.ts';
import { Refusal } from '../../refusal.ts';
import type { Scope, Slice } from '../../scope/scope.ts';
import { cursorText } from '../feed.ts';
import type { Cursor, HiddenIn } from '../feed.ts';
import { withMasks } from '../masking/masks.server.ts';
import { countAbout, selectAbout, selectFelt, selectToCheck } from './queries/read.server.ts';
import type { ThemeRow } from './queries/read.server.ts';
import { findTheme, lockThemesAgainst, replaceThemeCells } from './queries/refresh.server.ts';
import {
	deleteTheme,
	insertTheme,
	isNameTaken,
	selectThemes,
	updateTheme,
	upsertLabel
} from './queries/write.server.ts';
import type { ThemeRecord } from './queries/write.server.ts';
import { ruleFrom } from './rule.ts';
import type { WrittenRule } from './rule.ts';
import { suggestions } from './suggest.ts';

export {
	addToThemeCells,
	dropEmptyThemeCells,
	emptyThemes,
	findThemes,
	lockThemesAgainst,
	readWords
} from './queries/refresh.server.ts';
export { deleteDemoThemes, selectThemes as themes } from './queries/write.server.ts';
export type { ThemeRecord } from './queries/write.server.ts';
export { selectChecked as checkedThemes, selectLanguages as languagesWritten } from './queries/read.server.ts';
export { takeOutOfThemes, writtenInThemes } from './erasing.server.ts';
export { themesToldOf } from './figures.server.ts';
export type { ThemesTold } from './figures.server.ts';

/** A comment about a theme, as a reader may have it. */
export type ThemeComment = ThemeRow & { hidden: HiddenIn };

type Written = { name: string; rules: readonly WrittenRule[] };
type By = { by: Person; now: Date };

export async function themeOf(db: Db, id: number): Promise<ThemeRecord> {
	const found = (await selectThemes(db)).find((theme) => theme.id === id);
	if (!found) throw new Refusal('not-found', 'There is no such theme.');
	return found;
}

/** Makes a theme and looks for it in every comment there is. */
export async function makeTheme(db: Db, written: Written, { by, now }: By): Promise<number> {
	refuseBadRules(written.rules);
	return db.transaction(async (tx) => {
		await lockThemesAgainst(tx, 'words');
		const id = await insertTheme(tx, { ...written, by: by.id, now });
		if (id === null) throw taken(written.name);
		await findTheme(tx, id, written.rules);
		await replaceThemeCells(tx, id);
		await audit(tx, by, 'made a theme', written.name, written.rules);
		return id;
	});
}

/** Changes a theme. New rules are looked for in old comments too, and what was checked of the old ones is set aside. */
export async function changeTheme(db: Db, id: number, { name, rules }: Written, { by, now }: By): Promise<void> {
	refuseBadRules(rules);
	return db.transaction(async (tx) => {
		await lockThemesAgainst(tx, 'words');
		const before = await themeOf(tx, id);
		if (await isNameTaken(tx, name, id)) throw taken(name);
		const changed = JSON.stringify(sorted(before.rules)) !== JSON.stringify(sorted(rules));
		await updateTheme(tx, id, { name, rules: changed ? rules : null, now });
		if (changed) {
			await findTheme(tx, id, rules);
			await replaceThemeCells(tx, id);
		}
		await audit(tx, by, 'changed a theme', name, { before: before.rules, rules });
	});
}

/** Themes that come with the demo company: made before its comments are read, which looks for them. */
export async function bringThemes(db: Db, written: readonly Written[], now: Date): Promise<void> {
	for (const { name, rules } of written) {
		refuseBadRules(rules);
		await insertTheme(db, { name, rules, by: null, fromDemo: true, now });
	}
}

export function removeTheme(db: Db, id: number, by: Person): Promise<void> {
	return db.transaction(async (tx) => {
		await lockThemesAgainst(tx, 'words');
		const { name, rules } = await themeOf(tx, id);
		await deleteTheme(tx, id);
		await audit(tx, by, 'removed a theme', name, rules);
	});
}

/** Somebody has read a comment that the rules found, and says whether they were right. */
export async function checkTheme(
	db: Db,
	read: { id: number; customerId: number; responseId: number; isRight: boolean },
	{ by, now }: By
): Promise<void> {
	if (!(await upsertLabel(db, { ...read, by: by.id, now })))
		throw new Refusal('not-found', 'The theme’s rules do not find this comment any more.');
}

const pageSize = 30;

/** The next comments to be read of those that a theme's rules find, as a reader may have them. */
export const commentsToCheck = async (db: Db, id: number, limit: number): Promise<ThemeComment[]> =>
	withMasks(db, await selectToCheck(db, id, limit));

const anybody = { segment: null, region: null, plan: null };

/** A page of a theme's comments by customers alike, newest first, and where it goes on. */
export async function commentsAbout(db: Db, id: number, after: Cursor | null, alike: Pick<Scope, Slice> = anybody) {
	const [found, all] = await Promise.all([
		selectAbout(db, id, { after, limit: pageSize + 1, alike }),
		countAbout(db, id, alike)
	]);
	const comments = found.slice(0, pageSize);
	const last = comments.at(-1);
	return {
		comments: await withMasks(
			db,
			comments.map(({ cursorAt: _, ...comment }) => comment)
		),
		all,
		next: found.length > pageSize && last ? cursorText({ at: last.cursorAt, responseId: last.responseId }) : null
	};
}

/** As many of the latest comments of a language as are looked at for suggestions: a second's work. */
const mostLookedAt = 10_000;

/** What one group writes more than the other, in a language. */
export async function suggestedFor(db: Db, { language, group }: { language: string; group: 'high' | 'low' }) {
	const felt = await selectFelt(db, language, mostLookedAt);
	return { lookedAt: felt.length, found: suggestions(felt, group) };
}

const sorted = (rules: readonly WrittenRule[]) =>
	rules.map(({ language, text }) => [language, text]).sort(([a], [b]) => (a < b ? -1 : 1));

const taken = (name: string) => new Refusal('conflict', `There is a theme “${name}” already.`);

function refuseBadRules(rules: readonly WrittenRule[]): void {
	if (rules.length === 0) throw new Refusal('invalid', 'Write a rule in at least one language.');
	for (const { text } of rules) {
		const read = ruleFrom(text);
		if ('problem' in read) throw new Refusal('invalid', read.problem);
	}
}
