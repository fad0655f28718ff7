import type { FieldName } from './fields.ts';
import { fields } from './fields.ts';
import type { Mapping } from './mapping.ts';

const plain = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const byName = new Map<string, FieldName>(fields.map(({ name }) => [plain(name), name]));
const byAlias = new Map<string, FieldName>(
	fields.flatMap(({ name, alsoKnownAs }) => alsoKnownAs.map((alias) => [plain(alias), name]))
);

/** Which columns are probably which fields: our own names first, then what other tools call them; each field once. */
export function suggestColumns(headings: readonly string[]): Mapping['columns'] {
	const columns: Mapping['columns'] = {};
	const taken = new Set<FieldName>();
	for (const known of [byName, byAlias])
		for (const heading of headings) {
			const field = known.get(plain(heading));
			if (!field || columns[heading] || taken.has(field)) continue;
			columns[heading] = field;
			taken.add(field);
		}
	return columns;
}

/** Whether every heading is a field of ours by its own name: then it is one of our templates, or several in one. */
export const isTemplate = (headings: readonly string[]): boolean =>
	headings.includes('customer_id') && headings.every((heading) => byName.get(plain(heading)) === heading);
