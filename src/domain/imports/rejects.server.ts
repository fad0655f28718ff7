import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { byReason } from './by-reason.ts';
import type { ByReason } from './by-reason.ts';
import type { Reject } from './import.ts';
import { byteOrderMark, csvRow } from './files/write.ts';

/** The same rows by their reasons, so that a page need not read millions of them. */
const groupedIn = (path: string): string => `${path}.json`;

/**
 * Writes rejected records to a CSV file, which exists only once there is one. Each is written before the next is taken:
 * a disk that is full then fails whoever adds, where a stream would tell nobody, and end the server. What was found
 * before stays in its place until all that is found now is written.
 */
export function rejectsFile(path: string) {
	const unfinished = `${path}.part`;
	const grouped = byReason();
	let file: FileHandle | null = null;

	return {
		async add(rejects: Reject[]): Promise<void> {
			if (!file) {
				await mkdir(dirname(path), { recursive: true });
				file = await open(unfinished, 'w');
				await file.writeFile(byteOrderMark + csvRow(['file', 'row', 'field', 'reason']));
			}
			await file.writeFile(rejects.map(({ file, row, field, reason }) => csvRow([file, row, field, reason])).join(''));
			rejects.forEach(grouped.add);
		},
		async keep(): Promise<void> {
			if (!file) return forget(path);
			await file.close();
			file = null;
			await rm(groupedIn(path), { force: true });
			await rename(unfinished, path);
			await writeFile(groupedIn(path), JSON.stringify(grouped.all()));
		},
		/** After `keep`, nothing; before it, what was written is given back to a disk that may be full. */
		async close(): Promise<void> {
			await file?.close();
			await rm(unfinished, { force: true });
		}
	};
}

async function forget(path: string): Promise<void> {
	for (const one of [path, groupedIn(path)]) await rm(one, { force: true });
}

/** Rejected rows by their reasons. What an earlier version has written is read through. */
export async function rejectsByReason(path: string): Promise<ByReason> {
	const kept = await readFile(groupedIn(path), 'utf8').catch(() => null);
	if (kept) return JSON.parse(kept) as ByReason;
	const grouped = byReason();
	if (!(await hasRejects(path))) return grouped.all();
	for await (const record of createReadStream(path).pipe(parse({ bom: true, from: 2 }))) {
		const [file, row, field, reason] = record as string[];
		grouped.add({ file, row: Number(row), field, reason });
	}
	return grouped.all();
}

export const hasRejects = async (path: string): Promise<boolean> => Boolean(await stat(path).catch(() => null));
