import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../../auth/person.ts';
import { can } from '../../auth/roles.ts';
import { audit } from '../../auth/server.ts';
import { Refusal } from '../../refusal.ts';
import type { HiddenIn } from '../feed.ts';
import { shown } from './masked.ts';
import { lockThemesAgainst } from '../themes/queries/refresh.server.ts';
import { rereadNamed, rereadWithHiddenNames } from '../reread.server.ts';
import { deleteStaffName, insertStaffName, selectWords } from './queries.server.ts';
import type { Words } from './queries.server.ts';
import { maskingRules } from './rules.server.ts';

export { selectStaffNames as staffNames } from './queries.server.ts';

/** Words as they may leave the server: addresses, numbers and colleagues' names are hidden, and each place says so. */
export async function withMasks<W extends Words>(db: Db, words: readonly W[]): Promise<(W & { hidden: HiddenIn })[]> {
	if (words.length === 0) return [];
	const rules = await maskingRules(db);
	return words.map((one) => {
		const [title, comment] = [one.title, one.comment].map((text) => (text === null ? null : shown(text, rules)));
		return {
			...one,
			title: title?.text ?? null,
			comment: comment?.text ?? null,
			hidden: { title: title?.hidden ?? [], comment: comment?.hidden ?? [] }
		};
	});
}

type Asked = { customerId: number; responseId: number; by: Person };

/** One comment as it was written, for somebody whose role includes that. Logged each time, before it is shown. */
export const unmask = (db: Db, { customerId, responseId, by }: Asked): Promise<Words> =>
	db.transaction(async (tx) => {
		if (!can(by, 'unmask')) throw new Refusal('not-allowed', 'Your role does not include seeing what is hidden.');
		const words = await selectWords(tx, { customerId, responseId });
		if (!words) throw new Refusal('not-found', 'There is no such comment any more.');
		await audit(tx, by, 'unmasked a comment', `answer ${responseId} of customer ${customerId}`);
		return words;
	});

type Naming = { by: Person; now: Date };

/** From now on this name is hidden in what customers wrote, and in what they have written; nobody finds anything by it. */
export const addStaffName = (db: Db, name: string, { by, now }: Naming): Promise<void> =>
	db.transaction(async (tx) => {
		await lockThemesAgainst(tx, 'words');
		if (!(await insertStaffName(tx, { name, by: by.id, at: now })))
			throw new Refusal('conflict', 'This name is on the list already.');
		await rereadNamed(tx, name);
		await audit(tx, by, 'added a colleague’s name', 'to be hidden in comments');
	});

export const removeStaffName = (db: Db, id: number, { by }: Pick<Naming, 'by'>): Promise<void> =>
	db.transaction(async (tx) => {
		await lockThemesAgainst(tx, 'words');
		if (!(await deleteStaffName(tx, id))) throw new Refusal('not-found', 'This name is not on the list.');
		await rereadWithHiddenNames(tx);
		await audit(tx, by, 'removed a colleague’s name', 'from those hidden in comments');
	});
