import type { RequestEvent } from '@sveltejs/kit';
import { apiTokens } from '#domain/auth/server.ts';
import { importRuns, importSources } from '#domain/imports/server.ts';
import { templateNames } from '#domain/imports/mapping/template.ts';
import { whatIsKnown } from '#domain/money/server.ts';

const importsShown = 50;

/** What the Data page shows: what there is and how fresh it is, and every import. */
export async function loadData({ locals: { db, organisation } }: Pick<RequestEvent, 'locals'>) {
	const [runs, sources, known, tokens] = await Promise.all([
		importRuns(db, importsShown),
		importSources(db),
		whatIsKnown(db),
		apiTokens(db)
	]);
	return { runs, sources, known, tokens, templates: templateNames, zone: organisation.timeZone };
}
