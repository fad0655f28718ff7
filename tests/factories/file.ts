import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FileProfile } from '#domain/imports/files/file-profile.ts';
import { profileFile, type Overrides } from '#domain/imports/files/profile.server.ts';
import { readRecords, type FileRecord } from '#domain/imports/files/read.server.ts';

/** A file that is there until the test is over. */
export async function givenFile(content: string | Uint8Array): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'empty-chair-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const path = join(folder, 'file');
	await writeFile(path, content);
	return path;
}

export async function allRecords(path: string, profile: FileProfile): Promise<FileRecord[]> {
	const records: FileRecord[] = [];
	for await (const batch of readRecords(path, profile)) records.push(...batch.records);
	return records;
}

/** What the importer makes of a file that holds this. */
export async function readGiven(content: string | Uint8Array, overrides?: Overrides) {
	const path = await givenFile(content);
	const profile = await profileFile(path, overrides);
	const records = await allRecords(path, profile);
	return {
		profile,
		records,
		names: profile.columns.map(({ name }) => name),
		fields: records.map(({ fields }) => fields)
	};
}
