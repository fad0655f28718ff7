import type { RequestEvent } from '@sveltejs/kit';
import { apiTokens } from '#domain/auth/server.ts';
import { importRuns, importSources, whatWasBroughtIn } from '#domain/imports/server.ts';
import { templateNames } from '#domain/imports/mapping/template.ts';
import { versionOfSums, whatIsKnown } from '#domain/money/server.ts';
import { remembered } from '../remembered.server.ts';

const importsShown = 50;

/** What the Data page shows: what there is and how fresh it is, and every import. */
export async function loadData({ locals: { db, organisation } }: Pick<RequestEvent, 'locals'>) {
	const [runs, sources, known, books, tokens] = await Promise.all([
		importRuns(db, importsShown),
		importSources(db),
		whatIsKnown(db),
		versionOfSums(db).then((version) => remembered(JSON.stringify(['books', version]), () => whatWasBroughtIn(db))),
		apiTokens(db)
	]);
	return { runs, held: { sources, known, books }, tokens, templates: templateNames, zone: organisation.timeZone };
}
