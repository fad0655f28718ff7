import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { versionOfSums } from '#domain/money/server.ts';
import type { SnapshotContent } from '#domain/snapshots/content/content.ts';
import { gatherContent } from '#domain/snapshots/content/gather.server.ts';
import { mailOf, readEdition, wantedBy, weekNow } from '#domain/snapshots/server.ts';
import type { Mail } from '#domain/snapshots/server.ts';
import { remembered } from '../remembered.server.ts';
import { idOf, scheduleHere } from './schedule.server.ts';

type Event = Pick<RequestEvent<{ id: string }>, 'locals' | 'params' | 'url'>;

/** How a mail is looked at before it is sent. */
export const ways = ['light', 'dark', 'off', 'text'] as const;
export type Way = (typeof ways)[number];

const wayOf = (url: URL): Way => ways.find((way) => way === url.searchParams.get('as')) ?? 'light';

/** The mail that a schedule would send now, as it would go out to whoever looks. */
export async function previewOfSchedule(event: Event): Promise<Response> {
	const { db, organisation } = event.locals;
	const schedule = await scheduleHere(event);
	const now = new Date();
	const wanted = wantedBy(schedule, await weekNow(db, schedule, now));
	const key = JSON.stringify(['snapshot', await versionOfSums(db), organisation, wanted, minuteOf(now)]);
	const content = await remembered(key, () => gatherContent(db, wanted, { organisation, now }));
	return shown(event, content, '/snapshots');
}

/** Words and decisions change without the kept sums: a preview is at most a minute old. */
const minuteOf = (now: Date) => now.toISOString().slice(0, 16);

/** The mail of an edition, as it went out. */
export async function previewOfEdition(event: Event): Promise<Response> {
	const edition = await readEdition(event.locals.db, idOf(event));
	if (!edition?.content) error(404, 'There is no such edition to read.');
	return shown(event, edition.content, `/snapshots/editions/${edition.id}`);
}

/** As on the wire, but for the links, which are each recipient's own. */
async function shown(
	{ locals: { person }, url }: Event,
	content: SnapshotContent,
	editionPath: string
): Promise<Response> {
	const way = wayOf(url);
	const mail = await mailOf(content, {
		to: person!.email,
		editionUrl: url.origin + editionPath,
		unsubscribeUrl: `${url.origin}/unsubscribe`,
		origin: url.origin
	});
	return way === 'text' ? page(`text/plain`, mail.text) : page('text/html', inWay(mail, way));
}

/** A mail program's choice in the place of the browser's; its pictures are parts of the mail, here in their place. */
function inWay({ html, images }: Mail, way: Exclude<Way, 'text'>): string {
	const scheme = html.replace('(prefers-color-scheme:dark)', way === 'dark' ? 'all' : 'not all');
	return images.reduce((text, { cid, png }) => text.replace(`src="cid:${cid}"`, `src="${inPlace(png, way)}"`), scheme);
}

/** Blocked, it is a picture of nothing: what is written in its place is then seen. */
const inPlace = (png: Uint8Array, way: Way): string =>
	way === 'off' ? 'data:,' : `data:image/png;base64,${Buffer.from(png).toString('base64')}`;

/** Seen in a frame of ours alone, where nothing runs, nothing is fetched and no link leads anywhere. */
const page = (type: string, body: string): Response =>
	new Response(body, {
		headers: {
			'content-type': `${type}; charset=utf-8`,
			'content-security-policy':
				"default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox"
		}
	});
