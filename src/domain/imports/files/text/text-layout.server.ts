import { lastRecordEnd, countQuotes } from './csv-boundaries.ts';
import { longestRecord } from './csv.server.ts';
import { bytesAt } from '../bytes.server.ts';
import { delimiterOf, separatorLine, type Delimiter } from './delimiter.ts';
import { encodedAs, encodingOf } from './encoding.server.ts';
import type { Encoding, LineEnds, TextLayout } from '../layout.ts';

const usualHead = 262_144;

/** How a text file is written: what was said of it, and of the rest what the file itself shows. */
export async function textLayout(
	path: string,
	said: { encoding?: Encoding; delimiter?: Delimiter; guarded?: boolean },
	signal?: AbortSignal
): Promise<TextLayout> {
	const start = await bytesAt(path, 0, usualHead);
	const encoded = said.encoding ? await encodedAs(path, said.encoding, signal) : await encodingOf(path, start, signal);
	const head = await headOf(path, start, encoded.encoding);
	const separator = separatorLine(head);
	return {
		format: 'text',
		guarded: said.guarded ?? true,
		...encoded,
		delimiter: said.delimiter ?? separator ?? delimiterOf(head),
		separatorLine: separator !== null,
		lineEnds: lineEndsOf(head)
	};
}

/** Whole records from the beginning of the file: more of it where the first record is very long. */
async function headOf(path: string, start: Buffer, encoding: Encoding): Promise<string> {
	const text = new TextDecoder(encoding).decode(start, { stream: true });
	if (start.length < usualHead) return text;
	const end = lastRecordEnd(text, countQuotes(text));
	if (end > 0) return text.slice(0, end);
	const more = new TextDecoder(encoding).decode(await bytesAt(path, 0, longestRecord), { stream: true });
	return more.slice(0, lastRecordEnd(more, countQuotes(more)) || undefined);
}

/** Outside of quoted values, which have line ends of their own. */
function lineEndsOf(head: string): LineEnds {
	const outside = head.replace(/"[^"]*"/g, '');
	const found: LineEnds[] = [];
	if (/\r\n/.test(outside)) found.push('CRLF');
	if (/(?<!\r)\n/.test(outside)) found.push('LF');
	if (/\r(?!\n)/.test(outside)) found.push('CR');
	return found.length > 1 ? 'mixed' : (found[0] ?? 'LF');
}
