import type { Db } from '#platform/db/connect.ts';
import { eraseFromAlerts } from '../alerts/server.ts';
import { audit, forgetLinksTo } from '../auth/server.ts';
import { refreshKeptSums } from '../money/server.ts';
import { eraseNotes } from '../officer/server.ts';
import type { Noted } from '../officer/server.ts';
import { Refusal } from '../refusal.ts';
import { organisationOf } from '../scope/server.ts';
import { dayIn } from '../scope/zone.ts';
import { eraseFromSnapshots } from '../snapshots/server.ts';
import { erasePerson, findPerson, suppressionOf } from '../voice/server.ts';
import type { PersonFound, PersonSought } from '../voice/keeping/person-sought.ts';
import { importsOfLines, remakeLineIds } from './queries/erasure.server.ts';
import { deleteUnusedRun, lockImports, selectRun } from './queries/runs.server.ts';
import { takeOut, writtenAbout } from './staff-words.server.ts';
import type { WrittenAbout } from './staff-words.server.ts';

/** The files of imports as this machine keeps them. */
export type KeptFiles = {
	/** Which imports' files are known to hold somebody, or hold one of these texts; and which cannot be searched. */
	holding(texts: string[], known: readonly number[]): Promise<{ holding: number[]; unsearchable: number[] }>;
	forget(importIds: number[]): Promise<void>;
};

/** A person and all there is of them, the files in which they came included. */
export type WouldGo = PersonFound & {
	/** Imports whose files would be deleted. */
	files: number[];
	/** Imports whose files nobody can search by machine: a person has to look. */
	unsearchable: number[];
	/** What our own people wrote that names them or repeats their words. */
	written: WrittenAbout[];
};

/** What would go, should a person be erased. Nothing is changed. */
export async function wouldErase(db: Db, sought: PersonSought, files: KeptFiles): Promise<WouldGo> {
	const person = await findPerson(db, sought);
	const ofLines = person.customer ? await importsOfLines(db, person.customer.id) : [];
	const { holding, unsearchable } = await files.holding(textsOf(person), [...person.imports, ...ofLines]);
	return { ...person, files: holding.sort((a, b) => a - b), unsearchable, written: await writtenAbout(db, person) };
}

/** What went; `passages`: how many of what our own people wrote. */
export type Gone = WouldGo & { passages: number };

type Erasing = {
	by: { id: number } | null;
	reason: string;
	now: Date;
	files: KeptFiles;
	/** Texts of ours that somebody looked at and leaves as they are, since they are about somebody else. */
	leave?: readonly string[];
};

/**
 * Erases a person: words, contact and, where the customer is the person, name and key; what our own people wrote of
 * them; and the files in which they came. The log learns that it was done and why, and nothing of the person. All of it
 * or nothing: the files go last.
 */
export const erase = (db: Db, sought: PersonSought, { by, reason, now, files, leave = [] }: Erasing): Promise<Gone> =>
	db.transaction(async (tx) => {
		await lockImports(tx);
		const { timeZone: zone } = await organisationOf(tx);
		// What we noted of them goes whole, and is no passage.
		const notes = await eraseNotesOf(tx, await findPerson(tx, sought), now);
		const gone = await wouldErase(tx, sought, files);
		refuseTelling(reason, gone);
		let passages = 0;
		const elsewhere = async () => {
			const addresses = addressesOf(gone);
			await eraseFromSnapshots(tx, { addresses, now });
			await forgetLinksTo(tx, addresses, now);
			await eraseFromAlerts(tx);
			passages = await takeOut(tx, gone, { written: gone.written, leave, on: dayIn(now, zone), now });
		};
		await erasePerson(tx, gone, { by, reason, now, zone, elsewhere });
		// What is kept of their words for themes and search goes with them.
		await refreshKeptSums(tx, { customers: customersOf(gone) }, { zone, now: () => now });
		if (gone.customer) await remakeLineIds(tx, gone.customer.id, (await suppressionOf(tx))!.idSince);
		for (const id of gone.files) if (await selectRun(tx, id)) await deleteUnusedRun(tx, id);
		await audit(tx, by, 'erased a person', `${sizeOf(gone)}, notes: ${notes}, passages: ${passages}. ${reason}`);
		await files.forget(gone.files);
		return { ...gone, passages };
	});

const addressesOf = ({ contacts }: PersonFound): string[] => contacts.flatMap(({ email }) => email ?? []);

const customersOf = ({ contacts, customer }: PersonFound): number[] => [
	...new Set([...contacts.map(({ customerId }) => customerId), ...(customer ? [customer.id] : [])])
];

/** What we noted about them ourselves goes too, while it still can be told whom it was about. */
async function eraseNotesOf(db: Db, { contacts, customer }: PersonFound, now: Date): Promise<number> {
	const noted: Noted[] = contacts.map(({ customerId, contactId, name, email }) => ({
		customerId,
		contactIds: [contactId],
		// A shorter name stands in too many words that are not it.
		names: [name, email].filter((text): text is string => (text?.length ?? 0) > 2)
	}));
	if (customer) noted.push({ customerId: customer.id, contactIds: null, names: [] });
	let erased = 0;
	for (const one of noted) erased += await eraseNotes(db, one, now);
	return erased;
}

const sizeOf = ({ comments, answers, contacts, files }: WouldGo): string =>
	`comments: ${comments}, answers: ${answers}, contacts: ${contacts.length}, imports whose files went: ${files.length}`;

/** The reason is kept for ever, so it must not say who it was. */
function refuseTelling(reason: string, { contacts, customer }: PersonFound): void {
	const said = reason.toLowerCase();
	const names = [...contacts.flatMap(({ name, email }) => [name, email]), customer?.name];
	if (names.some((name) => name && name.length > 2 && said.includes(name.toLowerCase())))
		throw new Refusal('invalid', 'The reason names the person. It is kept for ever: say why without saying who.');
}

/** By what a file that holds the person is found; shorter texts stand in every file. */
const textsOf = ({ contacts, customer }: PersonFound): string[] => {
	const texts = contacts.flatMap(({ email, name, contactKey }) => [email, name, contactKey]);
	return [...texts, customer?.name, customer?.key].filter((text): text is string => (text?.length ?? 0) >= 6);
};
