import { listenTo } from '#platform/db/listen.ts';
import type { Sql } from '#platform/db/connect.ts';
import { log } from '#platform/log.ts';
import { safeError } from '#platform/safe-error.ts';

/*
 * Tells open pages that comments have come in. One connection of this process listens to the database, for all pages;
 * it is opened for the first of them. Pages only learn that there is something: what it is they ask for themselves, as
 * whoever they are.
 */

let database: Sql | null = null;
let listening: Promise<unknown> | null = null;
const pages = new Set<() => void>();

/** Says where news will come from. */
export const liveFrom = (sql: Sql): void => void (database = sql);

function listen(): void {
	if (!database || listening) return;
	listening = listenTo(database, 'comments', () => pages.forEach((tell) => tell()));
	listening.catch((error: unknown) => {
		listening = null;
		log.error({ error: safeError(error) }, 'new comments will not be announced');
	});
}

/** Proxies close a line on which nothing is said. */
const sayingEveryMs = 25_000;
/** Then the browser comes back by itself, and has to show again who it is. */
const atMostMs = 15 * 60_000;

const said = new TextEncoder();

/** A line that stays open, and says 'comments' whenever some have come in. */
export function liveLine(): Response {
	let end = () => {};
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			const say = (text: string) => controller.enqueue(said.encode(text));
			const tell = () => say('event: comments\ndata:\n\n');
			const breath = setInterval(() => say(':\n\n'), sayingEveryMs);
			const enough = setTimeout(() => (end(), controller.close()), atMostMs);
			end = () => {
				pages.delete(tell);
				clearInterval(breath);
				clearTimeout(enough);
			};
			pages.add(tell);
			say('retry: 3000\n\n');
			listen();
		},
		cancel: () => end()
	});
	return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' } });
}
