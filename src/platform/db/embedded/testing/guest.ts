// A process that opens the database, as the app or an import would. Says what happens to it in lines of JSON.
import { writeSync } from 'node:fs';
import postgres from 'postgres';
import type { EmbeddedOptions } from '#platform/db/embedded/embedded.ts';
import { embeddedDatabase, EmbeddedProblem } from '#platform/db/embedded/embedded.ts';

export type Errand = { writes?: boolean };
export type News = {
	opened?: { url: string; startedHere: boolean; found: number; last: number };
	wrote?: number;
	interrupted?: number;
	left?: true;
	lost?: true;
	problem?: string;
};

const { writes, ...options } = JSON.parse(process.argv[2]) as EmbeddedOptions & Errand;

// Synchronous, so that what was said before a kill has been said.
const say = (news: News) => writeSync(1, JSON.stringify(news) + '\n');

const embedded = await embeddedDatabase({ ...options, onLost }).catch((error: unknown) => {
	if (!(error instanceof EmbeddedProblem)) throw error;
	say({ problem: error.message });
	process.exit(1);
});
const sql = postgres(embedded.url, { max: 1, fetch_types: false, onnotice: () => {} });

// Two that come at once may both find no table and both make it.
await sql`create table if not exists written (number integer primary key)`.catch(() => {});
const [{ found, last }] = await sql<{ found: number; last: number }[]>`
	select count(*)::int as "found", coalesce(max(number), 0) as "last" from written
`;
process.stdin.once('data', leave);
process.once('SIGINT', async () => {
	const [{ answer }] = await sql<{ answer: number }[]>`select 42 as "answer"`;
	say({ interrupted: answer });
	await leave();
});

say({ opened: { url: embedded.url, startedHere: embedded.startedHere, found, last } });
if (writes) await write(last).catch(() => {}); // what becomes of us then is for onLost to say

async function write(from: number): Promise<never> {
	for (let number = from + 1; ; number++) {
		await sql`insert into written values (${number})`;
		say({ wrote: number });
	}
}

async function leave() {
	await sql.end({ timeout: 1 });
	await embedded.leave();
	say({ left: true });
	process.exit(0);
}

function onLost() {
	say({ lost: true });
	process.exit(3);
}
