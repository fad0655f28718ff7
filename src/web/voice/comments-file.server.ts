import type { RequestEvent } from '@sveltejs/kit';
import { byteOrderMark, csvRow } from '#domain/imports/files/write.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { cellsOf, columnsOfFile } from '#domain/voice/comments-file.ts';
import type { FileComment } from '#domain/voice/comments-file.ts';
import { filterFromUrl } from '#domain/voice/filter.ts';
import { commentsToDownload } from '#domain/voice/server.ts';
import { answering } from '../answering.ts';
import { asAttachment, streamOf } from '../download.server.ts';

/** All comments that the search and the filters of an address find, as a table that is safe in a spreadsheet. */
export const commentsFile = answering(async ({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) => {
	const { timeZone: zone, reportingCurrency: currency } = locals.organisation;
	const filter = filterFromUrl(url.searchParams);
	const portions = await commentsToDownload(locals.db, filter, { zone, currency, reader: locals.person! });
	return new Response(streamOf(linesOf(portions, zone)), {
		headers: asAttachment(`comments-${dayIn(new Date(), zone)}.csv`)
	});
});

async function* linesOf(portions: AsyncGenerator<FileComment[], void>, zone: string): AsyncGenerator<string, void> {
	yield byteOrderMark + csvRow(columnsOfFile);
	for await (const comments of portions) yield comments.map((comment) => csvRow(cellsOf(comment, zone))).join('');
}
