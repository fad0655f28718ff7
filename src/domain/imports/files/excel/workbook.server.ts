import type { Epoch } from '../values/excel-serial.ts';
import { builtInKind, kindOf, type DateKind } from './excel-format.ts';
import { FileProblem } from '../problem.ts';
import { unescaped } from './excel-text.ts';
import { textStore, type SharedTexts } from './shared-texts.ts';
import { readXml } from './xml.server.ts';
import type { Archive } from './zip.server.ts';

export type Sheet = { name: string; part: string; visible: boolean };

export type Workbook = {
	epoch: Epoch;
	sheets: Sheet[];
	/** Texts that cells point to by number. */
	sharedTexts: string | null;
	styles: string | null;
};

const megabyte = 2 ** 20;
const mostShared = 256 * megabyte;
const notAWorkbook = 'This is a zip archive, not a workbook; unpack it and import the tables inside one by one.';

/** Finds the parts of a workbook the way Excel does: by relations, not by their usual names. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
	const root = await relations(archive, '');
	const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.target;
	if (!main || archive.sizeOf(main) === null) throw new FileProblem(await whatElse(archive));
	if (main.endsWith('.bin'))
		throw new FileProblem('This is a binary workbook (.xlsb); save it as .xlsx or CSV and import that.');

	const related = await relations(archive, main);
	const sheets: Sheet[] = [];
	let epoch: Epoch = 1900;
	await readXml(archive.unpack(main, 32 * megabyte), {
		open(name, attributes) {
			if (name === 'workbookPr') epoch = /^(?:1|true)$/.test(attributes.date1904 ?? '') ? 1904 : 1900;
			if (name !== 'sheet') return;
			const relation = related.get(attribute(attributes, 'id') ?? '');
			// Sheets of charts and old dialogs are sheets too, and hold no cells.
			if (relation?.type === 'worksheet')
				sheets.push({
					name: unescaped(attributes.name),
					part: relation.target,
					visible: (attributes.state ?? 'visible') === 'visible'
				});
		}
	});
	const partOf = (wanted: string) => [...related.values()].find(({ type }) => type === wanted)?.target ?? null;
	return { epoch, sheets, sharedTexts: partOf('sharedStrings'), styles: partOf('styles') };
}

/** The relation's id has a prefix that files choose freely; the sheet's own id has none and is called 'sheetId'. */
const attribute = (attributes: Record<string, string>, local: string): string | undefined =>
	Object.entries(attributes).find(([name]) => name.endsWith(`:${local}`))?.[1];

type Relation = { type: string; target: string };

async function relations(archive: Archive, part: string): Promise<Map<string, Relation>> {
	const folder = part.slice(0, part.lastIndexOf('/') + 1);
	const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
	const found = new Map<string, Relation>();
	if (archive.sizeOf(file) === null) return found;
	await readXml(archive.unpack(file, 32 * megabyte), {
		open(name, { Id, Type = '', Target = '', TargetMode }) {
			if (name !== 'Relationship' || TargetMode === 'External') return;
			found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) });
		}
	});
	return found;
}

function resolve(folder: string, target: string): string {
	const steps: string[] = [];
	for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
		if (step === '..') steps.pop();
		else if (step !== '' && step !== '.') steps.push(step);
	}
	return steps.join('/').toLowerCase();
}

async function whatElse(archive: Archive): Promise<string> {
	if (archive.sizeOf('mimetype') === null) return notAWorkbook;
	let type = '';
	for await (const bytes of archive.unpack('mimetype', 1_000)) type += bytes.toString('latin1');
	return type.includes('opendocument.spreadsheet')
		? 'This is an OpenDocument spreadsheet (.ods); save it as .xlsx or CSV and import that.'
		: notAWorkbook;
}

/** The texts that cells point to by number. */
export async function readSharedTexts(archive: Archive, part: string | null): Promise<SharedTexts> {
	const size = part === null ? null : archive.sizeOf(part);
	if (part === null || size === null) return { at: () => undefined };
	// XML escapes and tags only ever take more bytes than what they stand for.
	const store = textStore(Math.min(size, mostShared));
	let text = '';
	let [inText, phonetic] = [false, false];
	await readXml(archive.unpack(part, mostShared), {
		open(name) {
			if (name === 'si') text = '';
			else if (name === 'rPh') phonetic = true;
			else if (name === 't') inText = !phonetic;
		},
		text(piece) {
			if (inText) text += piece;
		},
		close(name) {
			if (name === 'si') store.add(unescaped(text));
			else if (name === 'rPh') phonetic = false;
			else if (name === 't') inText = false;
		}
	});
	return store;
}

/** For each style a cell can have: whether it makes a number a date. */
export async function readDateKinds(archive: Archive, part: string | null): Promise<DateKind[]> {
	const kinds: DateKind[] = [];
	if (part === null || archive.sizeOf(part) === null) return kinds;
	const formats = new Map<number, DateKind>();
	let inCells = false;
	await readXml(archive.unpack(part, 64 * megabyte), {
		open(name, { numFmtId, formatCode }) {
			if (name === 'numFmt') formats.set(Number(numFmtId), kindOf(formatCode ?? ''));
			else if (name === 'cellXfs') inCells = true;
			else if (name === 'xf' && inCells) kinds.push(formats.get(Number(numFmtId)) ?? builtInKind(Number(numFmtId)));
		},
		close(name) {
			if (name === 'cellXfs') inCells = false;
		}
	});
	return kinds;
}
