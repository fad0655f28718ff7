import { createHash } from 'node:crypto';
import type { Db } from '#platform/db/connect.ts';
import { Refusal } from '../refusal.ts';
import { forgetAttempts, insertAuditEntry, noteAttempt, selectPersonByEmail } from './queries.server.ts';
import { passwordMatches } from './secrets.server.ts';
import { startSession } from './sessions.server.ts';

const minutes = 60_000;
const countedFor = 15 * minutes;

/** Failed attempts within the time above: for one account from one address, for one account, from one address. */
const allowed = { accountAndAddress: 5, account: 20, address: 100 };

type Attempt = { email: string; password: string; address: string; now: Date };

/** Signs in. Says the same, after the same work, whether the account is unknown, closed, or the password wrong. */
export async function signIn(db: Db, { email, password, address, now }: Attempt) {
	const subjects = subjectsOf(email, address);
	await refuseWhenTooOften(db, subjects, now);

	const person = await selectPersonByEmail(db, email);
	const matches = await passwordMatches(password, person?.passwordHash);
	if (!matches || !person || person.disabledAt) {
		await insertAuditEntry(db, { personId: person?.id ?? null, action: 'failed to sign in', subject: address });
		throw new Refusal('invalid', 'E-mail or password is wrong.');
	}

	await forgetAttempts(db, [subjects.accountAndAddress, subjects.account], new Date(now.getTime() - 24 * 60 * minutes));
	await insertAuditEntry(db, { personId: person.id, action: 'signed in', subject: address });
	return startSession(db, person.id);
}

function refuseWhenTooOften(db: Db, subjects: Record<keyof typeof allowed, string>, now: Date) {
	const since = new Date(now.getTime() - countedFor);
	return db
		.transaction(async (tx) => {
			const counts: [keyof typeof allowed, number][] = [];
			for (const kind of ['accountAndAddress', 'account', 'address'] as const)
				counts.push([kind, await noteAttempt(tx, subjects[kind], now, since)]);
			return counts;
		})
		.then((counts) => {
			if (counts.some(([kind, count]) => count > allowed[kind]))
				throw new Refusal('too-often', 'Too many attempts. Wait a quarter of an hour and try again.');
		});
}

/** Hashed, so that the table holds no list of who tried to come in. */
function subjectsOf(email: string, address: string) {
	const hash = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');
	const account = email.trim().toLowerCase();
	return {
		accountAndAddress: hash('account and address', account, address),
		account: hash('account', account),
		address: hash('address', address)
	};
}
