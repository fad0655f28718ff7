import { sheetRows } from './excel/excel.server.ts';
import type { Layout } from './layout.ts';
import type { Rows } from './row.ts';
import { textRows } from './text/text-rows.server.ts';

/** All rows of a file, the header's included. */
export const rowsOf = (path: string, layout: Layout, signal?: AbortSignal): AsyncGenerator<Rows> =>
	layout.format === 'text' ? textRows(path, layout, signal) : sheetRows(path, layout, signal);
