import { createHash } from 'node:crypto';

/** What a leaf's hash covers: one version of a comment, whose it is, and when and how it was said. */
export type Leaf = {
	customerId: number;
	responseId: number;
	version: number;
	surveyId: number;
	/** Microseconds since 1970, as the database keeps moments. */
	respondedAt: bigint;
	score: number | null;
	title: string | null;
	comment: string | null;
};

const bytesOf = (text: string | null): string => (text === null ? '-' : String(Buffer.byteLength(text)));

/**
 * The text that is hashed: numbers between bars, then title and comment one behind the other. Their lengths in bytes
 * stand before them ('-': there is none), so that no two comments have the same text. The queries write the same in SQL.
 */
export const leafText = ({ title, comment, ...leaf }: Leaf): string =>
	[
		leaf.customerId,
		leaf.responseId,
		leaf.version,
		leaf.surveyId,
		leaf.respondedAt,
		leaf.score ?? '-',
		bytesOf(title),
		bytesOf(comment),
		`${title ?? ''}${comment ?? ''}`
	].join('|');

/** SHA-256 of the salt's 16 bytes and the text in UTF-8. */
export const leafHash = (leaf: Leaf, salt: string): Buffer =>
	createHash('sha256')
		.update(Buffer.from(salt.replaceAll('-', ''), 'hex'))
		.update(leafText(leaf))
		.digest();

/** What a seal's hash covers besides the hash of the seal before. */
export type SealContent = { id: number; day: string; actId: number | null; comments: number; root: Uint8Array };

/** Before the first seal there is nothing. */
export const noSeal = new Uint8Array(32);

/** SHA-256 of the hash before, and of what this seal says, in one text between bars. */
export const sealHash = (previous: Uint8Array, { id, day, actId, comments, root }: SealContent): Buffer =>
	createHash('sha256')
		.update(previous)
		.update([id, day, actId ?? '-', comments, Buffer.from(root).toString('hex')].join('|'))
		.digest();
