import { parse } from 'csv-parse/sync';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Excel's own first line, 'sep=;', which says how the rest is separated and is no row. */
export function separatorLine(text: string): Delimiter | null {
	const named = /^sep=(.)\r?(?:\n|\r|$)/i.exec(text)?.[1];
	return delimiters.find((delimiter) => delimiter === named) ?? null;
}

/** `head`: whole records from the beginning of a file. The delimiter is the one that makes most of them alike. */
export function delimiterOf(head: string): Delimiter {
	const candidates = delimiters.map((delimiter) => ({ delimiter, ...fitOf(head, delimiter) }));
	const best = candidates.reduce((best, next) => (fitsBetter(next, best) ? next : best));
	return best.width > 1 ? best.delimiter : ',';
}

/** How a text looks under a delimiter. `strict`: no quote is out of place; `alike`: share of records as wide as the header. */
type Fit = { strict: boolean; alike: number; width: number };

const fitsBetter = (a: Fit, b: Fit): boolean => {
	if (a.strict !== b.strict) return a.strict;
	if (a.alike !== b.alike) return a.alike > b.alike;
	return a.width > b.width;
};

function fitOf(head: string, delimiter: Delimiter): Fit {
	const records: string[][] = [];
	const strict = collect(head, delimiter, records);
	const filled = records.filter((fields) => fields.some((field) => field !== ''));
	const header = filled.find((fields) => fields.filter((field) => field !== '').length > 1);
	if (!header) return { strict, alike: 0, width: 1 };
	return {
		strict,
		alike: filled.filter(({ length }) => length === header.length).length / filled.length,
		width: header.length
	};
}

/** Reads up to 200 records; false: only up to a quote that is out of place under this delimiter. */
function collect(head: string, delimiter: Delimiter, records: string[][]): boolean {
	try {
		parse(head, {
			delimiter,
			record_delimiter: ['\r\n', '\n', '\r'],
			relax_column_count: true,
			to: 200,
			on_record: (fields: string[]) => void records.push(fields)
		});
		return true;
	} catch {
		return false;
	}
}
