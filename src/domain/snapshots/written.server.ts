import type { Db } from '#platform/db/connect.ts';
import type { SnapshotContent } from './content/content.ts';
import { readContent } from './content/shapes.ts';
import { asMayBeShown } from './content/still-there.server.ts';
import type { LetterKind, LettersOf } from './letters.ts';
import { makeLinks } from './links.server.ts';
import { editionPath, sharedEditionPath, unsubscribePath } from './links.ts';
import type { Addressed, Mail } from './mail/mail.server.ts';
import { selectContents } from './queries/posting.server.ts';
import type { Claimed } from './queries/posting.server.ts';
import { troubleMail } from './trouble.server.ts';

/** Makes the mail of an edition for one person. */
export type Compose = (content: SnapshotContent, addressed: Addressed) => Promise<Mail>;

/** What it takes to write a message. */
export type Writer = {
	compose: Compose;
	/** The message as it goes over the line. */
	write(
		mail: Mail,
		headers: { to: string; messageId: string; date: Date; unsubscribeUrl: string | null }
	): Promise<Uint8Array>;
	/** What is about no edition. */
	letters: LettersOf;
	/** The address of the product, for links. */
	origin: string;
	now(): Date;
};

/** What editions say, kept while a round lasts: whoever composes mails can keep pictures by it. Not longer: words are erased. */
export type Reading = Map<number, Promise<SnapshotContent>>;

/** The message as it would go to this recipient now, with links of its own. */
export async function written(
	db: Db,
	claimed: Pick<Claimed, 'id' | 'editionId' | 'kind' | 'recipientId' | 'hasAccount' | 'address' | 'messageId'>,
	{ compose, write, letters, origin, now }: Writer,
	reading: Reading
): Promise<Uint8Array> {
	const { id: deliveryId, editionId, kind, recipientId, hasAccount, address: to, messageId } = claimed;
	const headers = { to, messageId, date: now() };
	if (editionId === null) {
		const letter = letters[kind as LetterKind];
		const { mail, unsubscribeUrl } = await letter.write(db, { deliveryId, to }, { origin, now: headers.date });
		return write(mail, { ...headers, unsubscribeUrl });
	}
	if (kind === 'trouble') return write(await troubleMail(db, editionId, origin), { ...headers, unsubscribeUrl: null });

	const tokens = await makeLinks(db, { editionId, deliveryId, recipientId, hasAccount }, now());
	const editionUrl = origin + (tokens.read ? sharedEditionPath(tokens.read) : editionPath(editionId));
	const unsubscribeUrl = tokens.unsubscribe && origin + unsubscribePath(tokens.unsubscribe);
	const content = await contentsOf(db, editionId, reading);
	// A test has nobody to stop: its link leads to where one sees to schedules.
	const mail = await compose(content, {
		to,
		editionUrl,
		unsubscribeUrl: unsubscribeUrl ?? `${origin}/snapshots`,
		origin
	});
	return write(mail, { ...headers, unsubscribeUrl });
}

function contentsOf(db: Db, editionId: number, reading: Reading): Promise<SnapshotContent> {
	let found = reading.get(editionId);
	if (!found) {
		found = selectContents(db, editionId).then(({ contents }) => asMayBeShown(db, readContent(contents!)!));
		reading.set(editionId, found);
		found.catch(() => reading.delete(editionId));
	}
	return found;
}
