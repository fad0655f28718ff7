import { error } from '@sveltejs/kit';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { log } from '#platform/log.ts';
import { safeError } from '#platform/safe-error.ts';

/** What a browser saves rather than shows. The name is ours, in plain letters. */
export const asAttachment = (name: string) => ({
	'content-type': 'text/csv; charset=utf-8',
	'content-disposition': `attachment; filename="${name}"`
});

const written = new TextEncoder();

/**
 * Sends text piece by piece, each made only when the one before has gone. Where one cannot be made the line breaks off,
 * so that no browser takes the beginning of a file for all of it.
 */
export const streamOf = (pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> =>
	new ReadableStream<Uint8Array>({
		async pull(controller) {
			try {
				const { done, value } = await pieces.next();
				if (done) controller.close();
				else controller.enqueue(written.encode(value));
			} catch (failed) {
				log.error({ error: safeError(failed) }, 'a download broke off');
				controller.error(failed);
			}
		},
		async cancel() {
			await pieces.return();
		}
	});

/** Sends a file of ours as a download. */
export async function download(path: string, name: string): Promise<Response> {
	const found = await stat(path).catch(() => null);
	if (!found) error(404, 'There is no such file.');
	const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
	return new Response(body, { headers: { ...asAttachment(name), 'content-length': String(found.size) } });
}
