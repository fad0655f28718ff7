import { setImmediate as immediately } from 'node:timers/promises';
import { readRecords } from '../files/read.server.ts';
import type { PlannedFile } from '../plan.ts';
import type { TranslatedBatch } from '../translated.ts';
import { cells } from './cells.ts';
import { readingOf } from './questions.ts';
import { translator } from './translate.ts';

/** The records of mapped files, one file after the other. */
export async function* mappedBatches(files: PlannedFile[], signal?: AbortSignal): AsyncGenerator<TranslatedBatch> {
	for (const { path, name, profile, mapping } of files) {
		const headings = profile.columns.map((column) => column.name);
		const translate = translator(cells(headings, mapping), readingOf(profile, mapping));
		for await (const { records, bytes } of readRecords(path, profile, { signal })) {
			yield { file: name, records: records.map((record) => translate(record, headings)), bytes };
			// Lets the database's answers in between: it should never wait for us.
			await immediately();
		}
	}
}
