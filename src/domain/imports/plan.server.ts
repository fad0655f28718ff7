import { createHash } from 'node:crypto';
import type { Db } from '#platform/db/connect.ts';
import { organisationOf } from '../scope/server.ts';
import { FileProblem, shown } from './files/problem.ts';
import { profileFile } from './files/profile.server.ts';
import type { FileProfile } from './files/file-profile.ts';
import type { Mapping } from './mapping/mapping.ts';
import { carries, missingFrom } from './mapping/missing.ts';
import { openQuestions, periodWarnings } from './mapping/questions.ts';
import { mappedBatches } from './mapping/read-mapped.server.ts';
import { isTemplate, suggestColumns } from './mapping/suggest.ts';
import { isOlist, planOlist } from './olist/olist.server.ts';
import type { FileOnDisk, Plan, PlannedFile } from './plan.ts';
import { selectKeptMapping } from './queries/runs.server.ts';

type Wishes = {
	preset?: string;
	/** Instead of the one kept for a file's headings. */
	mapping?: Mapping;
	/** How a file is looked at; whoever plans more than once looks only once. */
	profileOf?: (file: FileOnDisk) => Promise<FileProfile>;
};

/** The presets that can be asked for by name. Without a name, a file is recognised by its headings. */
export const presets = ['template', 'olist'] as const;

/** Looks at files and says how they will be read: by a preset, by a mapping that was kept or given, or not yet. */
export async function planImport(db: Db, files: FileOnDisk[], wishes: Wishes = {}): Promise<Plan> {
	const { preset, mapping, profileOf = ({ path }) => profileFile(path) } = wishes;
	if (preset !== undefined && !presets.some((known) => known === preset))
		throw new FileProblem(`There is no preset “${preset}”; the presets are ${presets.join(' and ')}.`);
	if (preset === 'olist' || (!preset && !mapping && isOlist(files))) return planOlist(files);

	const { timeZone } = await organisationOf(db);
	const planned: PlannedFile[] = [];
	for (const file of files) {
		const profile = await profileOf(file);
		planned.push({ ...file, profile, mapping: mapping ?? (await mappingFor(db, profile, timeZone)) });
	}
	if (mapping) refuseUnknownHeadings(mapping, planned);
	planned.sort((a, b) => orderOf(a) - orderOf(b));
	return planOf(planned);
}

/** A mapping that somebody wrote may name a heading that no file has; nobody should have to guess that from its rejected rows. */
function refuseUnknownHeadings({ columns }: Mapping, files: readonly PlannedFile[]): void {
	const headings = files.flatMap(({ profile }) => profile.columns.map(({ name }) => name));
	const unknown = Object.keys(columns).find((heading) => !headings.includes(heading));
	if (unknown !== undefined)
		throw new FileProblem(`There is no column ${shown(unknown)}; there are ${headings.map(shown).join(', ')}.`);
}

/** The mapping kept for these headings, or the likeliest one. */
async function mappingFor(db: Db, profile: FileProfile, timeZone: string): Promise<Mapping> {
	const headings = profile.columns.map(({ name }) => name);
	const kept = await selectKeptMapping(db, headingsKey(headings));
	return (
		kept ?? {
			columns: suggestColumns(headings),
			constants: {},
			source: isTemplate(headings) ? 'template' : '',
			timeZone
		}
	);
}

export const headingsKey = (headings: readonly string[]): string =>
	createHash('sha256').update(JSON.stringify(headings)).digest('hex');

/** Customers come first, then what they said, then what they paid. */
const orderOf = ({ mapping }: PlannedFile): number => {
	const { customer, answer, money } = carries(mapping);
	return customer ? 0 : answer ? 1 : money ? 2 : 3;
};

function planOf(files: PlannedFile[]): Plan {
	const named = (file: PlannedFile, sentence: string) => (files.length > 1 ? `${file.name}: ${sentence}` : sentence);
	return {
		preset: files.every(({ profile }) => isTemplate(profile.columns.map(({ name }) => name))) ? 'template' : 'mapped',
		source: files[0].mapping.source,
		timeZone: files[0].mapping.timeZone,
		files,
		questions: [
			...files.flatMap((file) =>
				[...missingFrom(file.mapping), ...openQuestions(file.profile, file.mapping)].map((question) =>
					named(file, question)
				)
			),
			...(new Set(files.map(({ mapping }) => mapping.source.trim())).size > 1
				? ['These files name different sources: give them one, or import them one after the other.']
				: [])
		],
		warnings: files.flatMap((file) =>
			[...file.profile.warnings, ...periodWarnings(file.profile, file.mapping)].map((warning) => named(file, warning))
		),
		records: files.reduce((sum, { profile }) => sum + profile.records, 0),
		batches: (signal) => mappedBatches(files, signal)
	};
}
