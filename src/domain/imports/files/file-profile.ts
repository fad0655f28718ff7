import type { ColumnFacts } from './columns/evidence.ts';
import type { Heading } from './columns/header.ts';
import type { Layout } from './layout.ts';

export type Column = Heading & ColumnFacts;

/** What a file is and holds, as far as it can be known without asking. Where it says 'unknown', somebody must be asked. */
export type FileProfile = {
	layout: Layout;
	bytes: number;
	/** Rows of the header, from the first to the last. */
	header: { firstRow: number; lastRow: number };
	columns: Column[];
	/** Records below the header, those that will be refused included. */
	records: number;
	/** Sentences for whoever imports: what was repaired, assumed, or will be refused. */
	warnings: string[];
};
