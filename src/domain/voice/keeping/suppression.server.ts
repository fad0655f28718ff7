import { createHash } from 'node:crypto';
import type { Db } from '#platform/db/connect.ts';
import { insertSuppressed, selectSecret, selectSuppressed } from './queries/suppression.server.ts';
import { madeId, markText } from './suppression.ts';
import type { Mark, Suppressed, Suppression } from './suppression.ts';

/** A hash that nobody without the secret can compare with a list of addresses. The erasure's queries do the same in SQL. */
export const keyedHash = (secret: string, kind: Mark['kind'] | 'id', text: string): string =>
	createHash('sha256').update(`${secret}\n${kind}\n${text}`).digest('hex');

/** The list, ready to be held against a file; null while nobody has asked to be erased. */
export async function suppressionOf(db: Db): Promise<Suppression | null> {
	const suppressed = new Map((await selectSuppressed(db)).map((one) => [one.hash, one]));
	if (suppressed.size === 0) return null;
	const secret = (await selectSecret(db))!;
	const hashOf = (mark: Mark) => keyedHash(secret, mark.kind, markText(mark));
	const learned: Suppressed[] = [];

	function isErased(customerKey: string, contactKey: string | null, email: string | null): boolean {
		const byEmail = email === null ? undefined : suppressed.get(hashOf({ kind: 'e-mail', email }));
		if (contactKey === null) return byEmail !== undefined;
		const hash = hashOf({ kind: 'contact', customerKey, contactKey });
		if (suppressed.has(hash)) return true;
		if (!byEmail) return false;
		const also: Suppressed = { hash, kind: 'contact', standsIn: null, actId: byEmail.actId };
		suppressed.set(hash, also);
		learned.push(also);
		return true;
	}

	return {
		isErased,
		learned,
		standIn: (customerKey) => suppressed.get(hashOf({ kind: 'customer', customerKey }))?.standsIn ?? null,
		idSince: (id) => (id.startsWith(madeId) ? madeId + keyedHash(secret, 'id', id) : id)
	};
}

/** Keeps the keys under which erased people came this time. */
export async function keepLearned(db: Db, { learned }: Suppression): Promise<void> {
	for (const one of learned) await insertSuppressed(db, one);
}
