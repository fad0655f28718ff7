import type { RequestEvent } from '@sveltejs/kit';
import { byteOrderMark, csvRow } from '#domain/imports/files/write.ts';
import { Refusal } from '#domain/refusal.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { cellsOf, columnsOfFile } from '#domain/voice/comments-file.ts';
import type { FileComment } from '#domain/voice/comments-file.ts';
import { filterFromUrl } from '#domain/voice/filter.ts';
import { commentsToDownload } from '#domain/voice/server.ts';
import { answering } from '../answering.ts';
import { atMost } from '../at-most.ts';
import { asAttachment, streamOf } from '../download.server.ts';

/** Each file is a pass over all that is found, and more than somebody reads in that time. */
const mayDownload = atMost(20, 10 * 60_000);

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'>;

/** All comments that the search and the filters of an address find, as a table that is safe in a spreadsheet. */
export const commentsFile = answering(async ({ locals, url, request }: Event) => {
	const now = new Date();
	const { timeZone: zone, reportingCurrency: currency } = locals.organisation;
	const headers = asAttachment(`comments-${dayIn(now, zone)}.csv`);
	// Whoever asks what there is to download has not downloaded it.
	if (request.method === 'HEAD') return new Response(null, { headers });
	if (!mayDownload(String(locals.person!.id), now.getTime()))
		throw new Refusal('too-often', 'Those are many files in a short time. Wait ten minutes.');
	const filter = filterFromUrl(url.searchParams);
	const portions = await commentsToDownload(locals.db, filter, { zone, currency, reader: locals.person! });
	return new Response(streamOf(linesOf(portions, zone)), { headers });
});

async function* linesOf(portions: AsyncGenerator<FileComment[], void>, zone: string): AsyncGenerator<string, void> {
	yield byteOrderMark + csvRow(columnsOfFile);
	for await (const comments of portions) yield comments.map((comment) => csvRow(cellsOf(comment, zone))).join('');
}
