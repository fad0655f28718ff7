import type { Reject } from './import.ts';
import type { Mapping } from './mapping/mapping.ts';

type Read = { name: string; mapping: Pick<Mapping, 'columns'> };

/** Names a rejected row's field as its file does, with ours behind it: whoever mends the file looks for that heading. */
export function namedAsIn(files: readonly Read[]): (reject: Reject) => Reject {
	const headings = new Map(
		files.map(({ name, mapping }) => [
			name,
			new Map(
				Object.entries(mapping.columns).flatMap(([heading, fields]) =>
					[fields].flat().map((field) => [field as string, heading] as const)
				)
			)
		])
	);
	return (reject) => {
		const heading = headings.get(reject.file)?.get(reject.field);
		return !heading || heading === reject.field ? reject : { ...reject, field: `${heading} (${reject.field})` };
	};
}
