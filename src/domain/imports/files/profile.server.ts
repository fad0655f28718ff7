import { stat } from 'node:fs/promises';
import { bytesAt } from './bytes.server.ts';
import type { Delimiter } from './text/delimiter.ts';
import { sheetLayout } from './excel/excel.server.ts';
import type { FileProfile } from './file-profile.ts';
import { kindOf } from './kind.ts';
import type { Encoding, Layout } from './layout.ts';
import { isOldOffice, refuseOldOffice } from './excel/old-office.ts';
import { FileProblem } from './problem.ts';
import { textLayout } from './text/text-layout.server.ts';
import { surveyColumns } from './columns/survey.server.ts';

/** What somebody knows better than the file shows. `headerRow` counts as a spreadsheet does; `guarded` is true unless said. */
export type Overrides = {
	encoding?: Encoding;
	delimiter?: Delimiter;
	sheet?: string;
	headerRow?: number;
	guarded?: boolean;
};

/** Reads a file once through and says what it is and holds. Throws a `FileProblem` for what cannot be imported. */
export async function profileFile(path: string, overrides: Overrides = {}, signal?: AbortSignal): Promise<FileProfile> {
	const { size: bytes } = await stat(path);
	if (bytes === 0) throw new FileProblem('This file is empty.');
	const layout = await layoutOf(path, overrides, signal);
	return { layout, bytes, ...(await surveyColumns(path, layout, overrides.headerRow, signal)) };
}

async function layoutOf(path: string, overrides: Overrides, signal?: AbortSignal): Promise<Layout> {
	const head = await bytesAt(path, 0, 4_096);
	if (isOldOffice(head)) return refuseOldOffice(head, (position) => bytesAt(path, position, 4_096));
	return kindOf(head) === 'zip' ? sheetLayout(path, overrides) : textLayout(path, overrides, signal);
}
