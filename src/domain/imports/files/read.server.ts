import { stat } from 'node:fs/promises';
import type { FileProfile } from './file-profile.ts';
import { FileProblem } from './problem.ts';
import { isEmptyLine, type Row } from './row.ts';
import { rowsOf } from './rows.server.ts';

/** A record with a problem cannot be taken in; all others have exactly one value for each column. */
export type FileRecord = Row;

/** `bytes`: how much of the file had been read by then. */
export type RecordBatch = { records: FileRecord[]; bytes: number };

const batchSize = 2_000;

/**
 * The records below a file's header, in batches. What is wrong with one record is said at the record, and reading goes on;
 * what makes the rest of the file unreadable is thrown as a `FileProblem`. Empty lines are no records.
 */
export async function* readRecords(
	path: string,
	profile: FileProfile,
	{ signal }: { signal?: AbortSignal } = {}
): AsyncGenerator<RecordBatch> {
	if ((await stat(path)).size !== profile.bytes)
		throw new FileProblem('This file has changed since it was looked at; import it again.');
	const width = profile.columns.length;
	for await (const { rows, bytes } of rowsOf(path, profile.layout, signal)) {
		const records = rows.filter((row) => row.row > profile.header.lastRow && !isEmptyLine(row, width));
		for (const record of records) if (record.fields.length !== width) fit(record, width, profile);
		for (let from = 0; from < records.length; from += batchSize)
			yield { records: records.slice(from, from + batchSize), bytes };
	}
}

/** Cells at the end of a sheet's row may just not be there; in CSV a missing value means that others stand in wrong columns. */
function fit(record: FileRecord, width: number, { layout }: FileProfile) {
	const { length } = record.fields;
	if (layout.format === 'excel') while (record.fields.length < width) record.fields.push('');
	else record.problem ??= { column: null, problem: misfit(length, width, layout.delimiter) };
}

const misfit = (length: number, width: number, delimiter: string): string =>
	`This row has ${length} values and the header ${width}; ` +
	(length > width
		? `a value that contains “${delimiter === '\t' ? 'a tab' : delimiter}” needs quotes around it.`
		: 'a value is missing, or a line end within a value needs quotes around it.');
