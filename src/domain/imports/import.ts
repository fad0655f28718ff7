/** What somebody said about where a file's table is: which sheet, and in which row its headings are. */
export type WhereInFile = { sheet?: string; headerRow?: number };

/** A file as it was handed over. */
export type ImportFile = { name: string; bytes: number; sha256: string; where?: WhereInFile };

/** What became of the rows of one kind. Added, changed, unchanged: rows of the database. */
export type KindCounts = { added: number; changed: number; unchanged: number };

export const kinds = ['customers', 'invitations', 'responses', 'revenue'] as const;
export type Kind = (typeof kinds)[number];

/** What became of an import. `rows`: records read; `rejected`: records left out, each with its reason. */
export type ImportCounts = Record<Kind, KindCounts> & { rows: number; rejected: number };

export const noCounts = (): ImportCounts => ({
	rows: 0,
	rejected: 0,
	customers: { added: 0, changed: 0, unchanged: 0 },
	invitations: { added: 0, changed: 0, unchanged: 0 },
	responses: { added: 0, changed: 0, unchanged: 0 },
	revenue: { added: 0, changed: 0, unchanged: 0 }
});

export function addCounts(counts: ImportCounts, kind: Kind, { added, changed, unchanged }: KindCounts): void {
	counts[kind].added += added;
	counts[kind].changed += changed;
	counts[kind].unchanged += unchanged;
}

/** A record that was left out, or taken in incompletely, and why. `row` counts as a spreadsheet does. */
export type Reject = { file: string; row: number; field: string; reason: string };
