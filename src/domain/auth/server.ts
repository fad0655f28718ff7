import type { Db } from '#platform/db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { Person } from './person.ts';
import { weakness } from './person.ts';
import {
	anybodyThere,
	countAdministrators,
	deleteSetupLinks,
	insertAuditEntry,
	insertLink,
	insertPerson,
	lockAdministrators,
	selectLink,
	selectPerson,
	selectPersonByEmail,
	setDisabled,
	updatePassword,
	updateRole,
	useLink
} from './queries.server.ts';
import type { LinkRecord } from './queries.server.ts';
import type { Role } from './roles.ts';
import { hashOfPassword, hashOfToken, newToken, passwordMatches } from './secrets.server.ts';
import { endAllSessions, startSession } from './sessions.server.ts';

export { feedTokenOf, holderOfFeedToken, makeFeedToken, withdrawFeedToken } from './feed-tokens.server.ts';
export { holderOfToken, makeToken, withdrawToken } from './api-tokens.server.ts';
export { linkForNewPassword, renewPassword, whoseNewPassword } from './new-password.server.ts';
export { openLinks, withdrawLink } from './open-links.server.ts';
export type { OpenLink } from './open-links.server.ts';
export { signIn } from './sign-in.server.ts';
export { endAllSessions, endSession, forgetExpiredSessions, startSession, whoHolds } from './sessions.server.ts';
export { deleteLinksTo as forgetLinksTo } from './queries/links.server.ts';
export { replaceInLog as takeOutOfLog, selectWrittenInLog as writtenInLog } from './queries/log.server.ts';
export {
	anybodyThere,
	selectAuditEntries as auditLog,
	selectPeople as people,
	selectTokens as apiTokens
} from './queries.server.ts';

const hours = 3_600_000;
const setupLasts = 24 * hours;
const invitationLasts = 7 * 24 * hours;

/** Writes down who did what. Call it in the transaction that does it. */
export const audit = (db: Db, who: Pick<Person, 'id'> | null, action: string, subject: string, detail?: unknown) =>
	insertAuditEntry(db, { personId: who?.id ?? null, action, subject, detail });

/** A link with which whoever reads the console becomes the first administrator; null once somebody is there. */
export async function setupToken(db: Db, now: Date): Promise<string | null> {
	if (await anybodyThere(db)) return null;
	const token = newToken();
	await deleteSetupLinks(db);
	await insertLink(db, {
		id: hashOfToken(token),
		purpose: 'setup',
		email: null,
		role: 'administrator',
		invitedBy: null,
		expiresAt: new Date(now.getTime() + setupLasts)
	});
	return token;
}

/** A link that lets somebody in with a role; it works once, for a week. */
export async function invite(db: Db, { email, role, by, now }: { email: string; role: Role; by: Person; now: Date }) {
	if (await selectPersonByEmail(db, email)) throw new Refusal('conflict', `${email} can already sign in.`);
	const token = newToken();
	await insertLink(db, {
		id: hashOfToken(token),
		purpose: 'invitation',
		email,
		role,
		invitedBy: by.id,
		expiresAt: new Date(now.getTime() + invitationLasts)
	});
	await audit(db, by, 'invited', `${email} as ${role}`);
	return token;
}

/** The set-up link or invitation behind a token. */
export async function linkBehind(db: Db, token: string, now: Date): Promise<LinkRecord | null> {
	const link = await selectLink(db, hashOfToken(token), now);
	return link?.purpose === 'new-password' ? null : link;
}

type NewPerson = { email: string; name: string; password: string };

/** Takes up a set-up link or an invitation: the person exists and is signed in, or nothing has happened. */
export function takeUpLink(db: Db, token: string, { email, name, password }: NewPerson, now: Date) {
	return db.transaction(async (tx) => {
		const link = await linkBehind(tx, token, now);
		if (!link || !(await useLink(tx, hashOfToken(token), now)))
			throw new Refusal('not-found', 'This link was used already or has expired. Ask for a new one.');

		const own = { email: link.email ?? email, name };
		const weak = weakness(password, own);
		if (weak) throw new Refusal('invalid', weak);
		if (await selectPersonByEmail(tx, own.email)) throw new Refusal('conflict', `${own.email} can already sign in.`);

		const id = await insertPerson(tx, { ...own, role: link.role, passwordHash: await hashOfPassword(password) });
		await audit(tx, { id }, link.purpose === 'setup' ? 'set up this installation' : 'took up an invitation', own.email);
		return startSession(tx, id);
	});
}

/** Asks for the old password again, and ends every other session. */
export function changePassword(db: Db, person: Person, { from, to }: { from: string; to: string }) {
	return db.transaction(async (tx) => {
		const record = await selectPerson(tx, person.id);
		if (!(await passwordMatches(from, record?.passwordHash)))
			throw new Refusal('invalid', 'That is not your present password.');
		const weak = weakness(to, person);
		if (weak) throw new Refusal('invalid', weak);

		await updatePassword(tx, person.id, await hashOfPassword(to));
		await endAllSessions(tx, person.id);
		await audit(tx, person, 'changed their password', person.email);
		return startSession(tx, person.id);
	});
}

/** Changes what somebody may do, or whether they may come in at all. The last administrator stays one. */
export function changePerson(
	db: Db,
	{ id, role, disabled, by, now }: { id: number; role: Role; disabled: boolean; by: Person; now: Date }
) {
	return db.transaction(async (tx) => {
		// Two administrators who demote each other at once take turns, or there would be none.
		await lockAdministrators(tx);
		const before = await selectPerson(tx, id);
		if (!before) throw new Refusal('not-found', 'There is no such person.');

		await updateRole(tx, id, role);
		await setDisabled(tx, id, disabled ? (before.disabledAt ?? now) : null);
		if ((await countAdministrators(tx)) === 0)
			throw new Refusal('conflict', 'Somebody has to stay administrator. Make another person one first.');
		if (disabled || role !== before.role) await endAllSessions(tx, id);
		await audit(tx, by, disabled ? 'closed an account' : 'set a role', `${before.email}: ${role}`);
	});
}
