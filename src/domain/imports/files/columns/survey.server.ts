import { number } from '#ui/format/number.ts';
import { columnEvidence } from './evidence.ts';
import type { FileProfile } from '../file-profile.ts';
import { headerOf, widened, type Header } from './header.ts';
import type { Layout } from '../layout.ts';
import { lookOf } from './looks.ts';
import { FileProblem } from '../problem.ts';
import { rowsOf } from '../rows.server.ts';
import { isBlank, isEmptyLine, type Row } from '../row.ts';

/** How far down a header is looked for. */
const mostTitles = 60;

type Survey = Pick<FileProfile, 'header' | 'columns' | 'records' | 'warnings'>;

/** Finds the header and reads all rows below it, for what its columns hold. */
export async function surveyColumns(
	path: string,
	layout: Layout,
	headerRow: number | undefined,
	signal?: AbortSignal
): Promise<Survey> {
	const opening: Row[] = [];
	let table: ReturnType<typeof tableSurvey> | null = null;
	const begin = () => {
		if (!opening.some((row) => !isBlank(row))) throw new FileProblem('This file is empty.');
		const begun = tableSurvey(headerOf(opening, headerRow), layout);
		opening.forEach(begun.add);
		return begun;
	};
	for await (const { rows } of rowsOf(path, layout, signal)) {
		for (const row of rows) {
			if (table) table.add(row);
			else opening.push(row);
		}
		if (!table && opening.length >= Math.max(mostTitles, (headerRow ?? 0) + 3)) table = begin();
	}
	return (table ?? begin()).result();
}

function tableSurvey(header: Header, layout: Layout) {
	const evidence = header.headings.map(columnEvidence);
	let [records, misfits, unreadable] = [0, 0, 0];

	const add = (row: Row) => {
		if (row.row <= header.lastRow || isEmptyLine(row, evidence.length)) return;
		records++;
		if (row.problem) unreadable++;
		if (layout.format === 'excel') while (evidence.length < row.fields.length) evidence.push(columnEvidence());
		else if (row.fields.length !== evidence.length) {
			misfits++;
			return;
		}
		for (let i = 0; i < row.fields.length; i++) evidence[i].add(row.fields[i]);
	};

	const result = (): Survey => {
		if (records === 0) throw new FileProblem('This file has a header and no rows below it.');
		const warnings = [...header.warnings];
		const headings = widened(header.headings, evidence.length, warnings);
		warnings.push(...headings.flatMap(({ name }, i) => evidence[i].warnings(name)));
		if (looksLikeData(header))
			warnings.push('The names of the columns look like values; if this file has no header, add one.');
		if (misfits > 0)
			warnings.push(
				`${number(misfits)} of ${number(records)} rows do not have ${headings.length} values, as the header does; they will be refused.`
			);
		if (unreadable > 0)
			warnings.push(
				`${number(unreadable)} of ${number(records)} rows hold something that cannot be read; they will be refused.`
			);
		if (layout.format === 'text' && layout.encoding === 'windows-1252')
			warnings.push('This file is not in UTF-8 and was read as Windows-1252; check the samples for wrong letters.');
		return {
			header: { firstRow: header.firstRow, lastRow: header.lastRow },
			columns: headings.map((heading, i) => ({ ...heading, ...evidence[i].facts() })),
			records,
			warnings
		};
	};
	return { add, result };
}

/**
 * Half of the names being numbers or days means that the first record was taken for the header. Names that begin with a
 * letter are names, as survey tools number their questions: Q1, Q2.
 */
const looksLikeData = ({ headings }: Header): boolean =>
	headings.filter(({ name }) => /^\P{L}/u.test(name) && lookOf(name) !== 'text').length >= headings.length / 2;
