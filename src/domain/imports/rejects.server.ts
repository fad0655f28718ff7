import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Reject } from './import.ts';
import { byteOrderMark, csvRow } from './files/write.ts';

/**
 * Writes rejected records to a CSV file, which exists only once there is one. Each is written before the next is taken:
 * a disk that is full then fails whoever adds, where a stream would tell nobody, and end the server.
 */
export function rejectsFile(path: string) {
	let file: FileHandle | null = null;

	return {
		async add(rejects: Reject[]): Promise<void> {
			if (!file) {
				await mkdir(dirname(path), { recursive: true });
				file = await open(path, 'w');
				await file.writeFile(byteOrderMark + csvRow(['file', 'row', 'field', 'reason']));
			}
			await file.writeFile(rejects.map(({ file, row, field, reason }) => csvRow([file, row, field, reason])).join(''));
		},
		close: async (): Promise<void> => file?.close()
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
