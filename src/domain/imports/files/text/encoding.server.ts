import { isAscii, isUtf8 } from 'node:buffer';
import { bytesOf } from '../bytes.server.ts';
import { FileProblem } from '../problem.ts';
import type { Encoding } from '../layout.ts';
import { countSequences, incompleteTail } from './utf8.ts';

/** `damaged`: bytes that mean nothing in the encoding occur, and the records that hold them cannot be taken in. */
export type Encoded = { encoding: Encoding; damaged: boolean };

/** By its mark, by the zeros of UTF-16, else by whether all its bytes are UTF-8: the head alone may hold no umlaut. */
export async function encodingOf(path: string, head: Buffer, signal?: AbortSignal): Promise<Encoded> {
	const encoding = marked(head) ?? byZeros(head);
	if (encoding === 'utf-16le' || encoding === 'utf-16be')
		return { encoding, damaged: !(await decodes(path, encoding, signal)) };
	const { valid, invalid } = await utf8Sequences(path, signal);
	if (encoding === 'utf-8' || valid >= invalid) return { encoding: 'utf-8', damaged: invalid > 0 };
	return { encoding: 'windows-1252', damaged: false };
}

/** The same for an encoding that somebody chose. */
export async function encodedAs(path: string, encoding: Encoding, signal?: AbortSignal): Promise<Encoded> {
	return { encoding, damaged: encoding !== 'windows-1252' && !(await decodes(path, encoding, signal)) };
}

function marked(head: Buffer): Encoding | null {
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
	return null;
}

/** Western text in UTF-16 is zeros in every other byte. Zeros elsewhere, or many control characters, are no text at all. */
function byZeros(head: Buffer): Encoding | null {
	const even = share(head, (byte, i) => byte === 0 && i % 2 === 0);
	const odd = share(head, (byte, i) => byte === 0 && i % 2 === 1);
	if (odd > 0.2 && even < 0.025) return 'utf-16le';
	if (even > 0.2 && odd < 0.025) return 'utf-16be';

	const controls = share(head, (byte) => byte < 9 || (byte > 13 && byte < 27));
	if (controls > Math.max(0.02, 10 / head.length))
		throw new FileProblem('This file is not text; save the table as .xlsx or CSV and import that.');
	return null;
}

const share = (bytes: Buffer, counts: (byte: number, i: number) => boolean): number =>
	bytes.reduce((count, byte, i) => count + (counts(byte, i) ? 1 : 0), 0) / bytes.length;

async function decodes(path: string, encoding: Encoding, signal?: AbortSignal): Promise<boolean> {
	const decoder = new TextDecoder(encoding, { fatal: true });
	try {
		for await (const bytes of bytesOf(path, signal)) decoder.decode(bytes, { stream: true });
		decoder.decode();
		return true;
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
}

/**
 * How many characters beyond ASCII are well written in UTF-8, and how many bytes are not. One slip in a long UTF-8 file
 * must not turn every umlaut of the file into two wrong characters, so the majority decides. Counted from the first slip
 * on; before that, each stretch that is UTF-8 and not ASCII counts for one.
 */
async function utf8Sequences(path: string, signal?: AbortSignal): Promise<{ valid: number; invalid: number }> {
	let [valid, invalid] = [0, 0];
	let tail = Buffer.alloc(0);
	const look = (bytes: Buffer) => {
		if (invalid === 0 && isUtf8(bytes)) {
			valid += isAscii(bytes) ? 0 : 1;
			return;
		}
		const counted = countSequences(bytes);
		valid += counted.valid;
		invalid += counted.invalid;
	};
	for await (const bytes of bytesOf(path, signal)) {
		const all = tail.length === 0 ? bytes : Buffer.concat([tail, bytes]);
		const whole = all.length - incompleteTail(all);
		tail = Buffer.from(all.subarray(whole));
		look(all.subarray(0, whole));
		if (invalid > 1_000 && invalid > 10 * valid) break;
	}
	look(tail);
	return { valid, invalid };
}
