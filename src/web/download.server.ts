import { error } from '@sveltejs/kit';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** What a browser saves rather than shows. The name is ours, in plain letters. */
export const asAttachment = (name: string) => ({
	'content-type': 'text/csv; charset=utf-8',
	'content-disposition': `attachment; filename="${name}"`
});

/** Sends a file of ours as a download. */
export async function download(path: string, name: string): Promise<Response> {
	const found = await stat(path).catch(() => null);
	if (!found) error(404, 'There is no such file.');
	const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
	return new Response(body, { headers: { ...asAttachment(name), 'content-length': String(found.size) } });
}
