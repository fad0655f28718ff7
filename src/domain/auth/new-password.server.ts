import type { Db } from '#platform/db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { Person } from './person.ts';
import { weakness } from './person.ts';
import {
	insertAuditEntry,
	insertLink,
	selectLink,
	selectPersonByEmail,
	updatePassword,
	useLink
} from './queries.server.ts';
import type { PersonRecord } from './queries.server.ts';
import { deleteLinksFor } from './queries/links.server.ts';
import { hashOfPassword, hashOfToken, newToken } from './secrets.server.ts';
import { endAllSessions, startSession } from './sessions.server.ts';

const linkLasts = 24 * 3_600_000;

/**
 * A link with which somebody who has forgotten their password chooses a new one: once, for a day; the one before is void.
 * `by` is null where it is made at the console, by whoever runs this installation.
 */
export async function linkForNewPassword(
	db: Db,
	email: string,
	{ by, now }: { by: Pick<Person, 'id'> | null; now: Date }
): Promise<string> {
	const person = await selectPersonByEmail(db, email);
	if (!person) throw new Refusal('not-found', `Nobody signs in as ${email}.`);
	if (person.disabledAt) throw new Refusal('conflict', `${person.email} may not sign in: an administrator opens that.`);

	const token = newToken();
	await db.transaction(async (tx) => {
		await deleteLinksFor(tx, person.email, 'new-password');
		await insertLink(tx, {
			id: hashOfToken(token),
			purpose: 'new-password',
			email: person.email,
			role: person.role,
			invitedBy: by?.id ?? null,
			expiresAt: new Date(now.getTime() + linkLasts)
		});
		await insertAuditEntry(tx, {
			personId: by?.id ?? null,
			action: 'made a link for a new password',
			subject: person.email
		});
	});
	return token;
}

/** Whose new password this link is for; null: it was used already, has expired, or is for nobody who may come in. */
export async function whoseNewPassword(db: Db, token: string, now: Date): Promise<PersonRecord | null> {
	const link = await selectLink(db, hashOfToken(token), now);
	if (link?.purpose !== 'new-password') return null;
	const person = await selectPersonByEmail(db, link.email!);
	return person && !person.disabledAt ? person : null;
}

/** Takes the new password, and ends every session that the old one began. */
export const renewPassword = (db: Db, token: string, password: string, now: Date) =>
	db.transaction(async (tx) => {
		const person = await whoseNewPassword(tx, token, now);
		if (!person || !(await useLink(tx, hashOfToken(token), now)))
			throw new Refusal('not-found', 'This link was used already or has expired. Ask for a new one.');
		const weak = weakness(password, person);
		if (weak) throw new Refusal('invalid', weak);

		await updatePassword(tx, person.id, await hashOfPassword(password));
		await endAllSessions(tx, person.id);
		await insertAuditEntry(tx, { personId: person.id, action: 'chose a new password by link', subject: person.email });
		return startSession(tx, person.id);
	});
