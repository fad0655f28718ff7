import type { Delimiter } from './text/delimiter.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type LineEnds = 'LF' | 'CRLF' | 'CR' | 'mixed';

/** `guarded`: whether text that begins like a formula has a quote before it, as `guard.ts` says, which is to be taken off. */
type Guarded = { guarded: boolean };

/** How delimited text is written. */
export type TextLayout = Guarded & {
	format: 'text';
	encoding: Encoding;
	/** Bytes that mean nothing in the encoding occur; the rows that hold them cannot be taken in. */
	damaged: boolean;
	delimiter: Delimiter;
	/** Whether the first line is Excel's 'sep=;', which spreadsheets do not count as a row. */
	separatorLine: boolean;
	lineEnds: LineEnds;
};

/** Which sheet of a workbook is read. */
export type SheetLayout = Guarded & { format: 'excel'; sheet: string; sheets: string[] };

export type Layout = TextLayout | SheetLayout;
