import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { template } from '#domain/imports/mapping/template.ts';
import { importFolder, rejectsIn } from '#platform/imported-files.ts';
import { asAttachment, download } from '../download.server.ts';
import { runOf } from './import.server.ts';

/** One of our own files, to be filled in. */
export function sendTemplate({ params }: RequestEvent<{ name: string }>): Response {
	const text = template(params.name);
	if (text === null) error(404, 'There is no such template.');
	return new Response(text, { headers: asAttachment(`empty-chair-${params.name}.csv`) });
}

/** Every row that an import left out, with its reason. */
export async function sendRejects(event: RequestEvent<{ id: string }>): Promise<Response> {
	const { id } = await runOf(event);
	return download(rejectsIn(importFolder(event.locals.dataDir, id)), `rejected-by-import-${id}.csv`);
}
