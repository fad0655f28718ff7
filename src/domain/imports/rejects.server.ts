import { parse } from 'csv-parse';
import { createReadStream, createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { once } from 'node:events';
import type { Reject } from './import.ts';
import { byteOrderMark, csvRow } from './files/write.ts';

/** Writes rejected records to a CSV file, which exists only once there is one. */
export function rejectsFile(path: string) {
	let stream: WriteStream | null = null;

	return {
		async add(rejects: Reject[]): Promise<void> {
			if (!stream) {
				await mkdir(dirname(path), { recursive: true });
				stream = createWriteStream(path);
				stream.write(byteOrderMark + csvRow(['file', 'row', 'field', 'reason']));
			}
			const lines = rejects.map(({ file, row, field, reason }) => csvRow([file, row, field, reason])).join('');
			if (!stream.write(lines)) await once(stream, 'drain');
		},
		async close(): Promise<void> {
			if (!stream) return;
			stream.end();
			await once(stream, 'close');
		}
	};
}

/** The first of what was rejected, for a page. */
export async function firstRejects(path: string, most: number): Promise<Reject[]> {
	if (!(await hasRejects(path))) return [];
	const found: Reject[] = [];
	for await (const record of createReadStream(path).pipe(parse({ bom: true, from: 2, to: most + 1 }))) {
		const [file, row, field, reason] = record as string[];
		found.push({ file, row: Number(row), field, reason });
	}
	return found;
}

export const hasRejects = async (path: string): Promise<boolean> => Boolean(await stat(path).catch(() => null));
