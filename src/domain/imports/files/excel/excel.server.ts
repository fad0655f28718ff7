import { stat } from 'node:fs/promises';
import type { SheetLayout } from '../layout.ts';
import { FileProblem, shown } from '../problem.ts';
import type { Rows } from '../row.ts';
import { sheetListener, type Context } from './sheet.server.ts';
import { readDateKinds, readSharedTexts, readWorkbook, type Sheet } from './workbook.server.ts';
import { listenTo } from './xml.server.ts';
import { openArchive, type Archive } from './zip.server.ts';

/** The sheet that was asked for, or the first one that can be seen and is not empty. */
export async function sheetLayout(path: string, said: { sheet?: string; guarded?: boolean }): Promise<SheetLayout> {
	const archive = await openArchive(path);
	try {
		const workbook = await readWorkbook(archive);
		const visible = workbook.sheets.filter((sheet) => sheet.visible);
		const chosen = said.sheet === undefined ? await firstFilled(archive, visible) : named(workbook.sheets, said.sheet);
		return {
			format: 'excel',
			guarded: said.guarded ?? true,
			sheet: chosen.name,
			sheets: visible.map(({ name }) => name)
		};
	} finally {
		archive.close();
	}
}

/** The rows of a sheet, in pieces that do not grow with it; only the texts that cells share are kept whole. */
export async function* sheetRows(path: string, layout: SheetLayout, signal?: AbortSignal): AsyncGenerator<Rows> {
	const { size } = await stat(path);
	const archive = await openArchive(path);
	try {
		const workbook = await readWorkbook(archive);
		const sheet = named(workbook.sheets, layout.sheet);
		const unpacked = archive.sizeOf(sheet.part) || 1;
		const dateKinds = await readDateKinds(archive, workbook.styles);
		const sharedTexts = await readSharedTexts(archive, workbook.sharedTexts);
		const context = { epoch: workbook.epoch, dateKinds, sharedTexts, guarded: layout.guarded };
		for await (const { rows, read } of rowsIn(archive, sheet, context)) {
			signal?.throwIfAborted();
			yield { rows, bytes: Math.round((size * read) / unpacked) };
		}
	} finally {
		archive.close();
	}
}

async function* rowsIn(archive: Archive, sheet: Sheet, context: Context) {
	const listener = sheetListener(context);
	let read = 0;
	for await (read of listenTo(archive.unpack(sheet.part), listener)) yield { rows: listener.take(), read };
	yield { rows: listener.take(), read };
}

function named(sheets: readonly Sheet[], name: string): Sheet {
	const found = sheets.find((sheet) => sheet.name === name);
	if (found) return found;
	throw new FileProblem(
		`This workbook has no sheet ${shown(name)}; it has ${sheets.map((sheet) => shown(sheet.name)).join(', ') || 'none'}.`
	);
}

async function firstFilled(archive: Archive, sheets: readonly Sheet[]): Promise<Sheet> {
	// What the texts say does not matter yet, and they can be most of the file.
	const context: Context = { epoch: 1900, dateKinds: [], sharedTexts: { at: () => 'some text' }, guarded: false };
	for (const sheet of sheets) {
		for await (const { rows } of rowsIn(archive, sheet, context)) if (rows.length > 0) return sheet;
	}
	throw new FileProblem(
		'This workbook has no cells that can be seen; show the sheet that holds the table and save it again.'
	);
}
