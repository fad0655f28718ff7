import { sql } from 'drizzle-orm';
import { makeRoomForTouched, sourceNamed } from '#domain/customers/server.ts';
import { cursorFrom, cursorText } from '#domain/voice/feed.ts';
import type { Cursor } from '#domain/voice/feed.ts';
import { everything } from '#domain/voice/filter.ts';
import type { VoiceFilter } from '#domain/voice/filter.ts';
import { keepSearchable, listComments, voice, voicePage } from '#domain/voice/server.ts';
import { connect } from '#platform/db/connect.ts';
import type { Db } from '#platform/db/connect.ts';
import { copyInto, copyLine } from '#platform/db/copy.ts';
import { openDatabase } from '#platform/db/database.ts';
import { settingsFrom } from '#platform/settings.ts';
import { seededRandom } from '#stats/index.ts';
import { givenPerson } from '#tests/factories/people.ts';
import type { Measured } from './measure.ts';
import { quantile, repeated, timed } from './measure.ts';

const goals = { feed: 20, search: 150 };
const times = 40;

/** So many comments in a database of their own, read and searched as the Voice page does. */
export async function voicePages(dataDir: string, comments: number): Promise<Measured[]> {
	const database = await openDatabase({ ...settingsFrom({}), dataDir }, { onLost: () => process.exit(1) });
	const { db, close } = connect(database.url, { connections: 4, name: 'empty-chair bench' });
	try {
		const filled = await timed(() => db.transaction((tx) => fill(tx, comments)));
		const listed = await timed(() => listComments(db));
		await db.execute(sql`vacuum analyze`);
		return [
			{
				part: 'voice',
				what: `${comments.toLocaleString('en-US')} comments made findable`,
				value: filled.result / 1000,
				unit: 's'
			},
			{ part: 'voice', what: 'and then listed by their words, beside', value: listed.ms / 1000, unit: 's' },
			...(await read(db)),
			...(await search(db))
		];
	} finally {
		await close();
		await database.leave();
	}
}

const segments = ['Enterprise', 'Team', 'Solo', null];
const days = 1_096;

/** Made-up customers and words, these as common as words are: the tenth a tenth as often as the first. */
async function fill(db: Db, comments: number): Promise<number> {
	const random = seededRandom(1);
	const sourceId = await sourceNamed(db, 'bench');
	const customers = Math.ceil(comments / 5);
	await db.execute(sql`
		insert into customer (key, name, segment, region, plan, started_on, source_id, import_id)
		select 'C' || n, 'Customer ' || n, (${JSON.stringify(segments)}::jsonb ->> (n % 4)),
			case when n % 97 = 0 then 'Antarctica' else 'EMEA' end, 'Pro', '2020-01-01', ${sourceId}, 1
		from generate_series(1, ${customers}::int) n
	`);
	await db.execute(sql`
		insert into survey (source_id, name, kind, metric) values (${sourceId}, 'Relationship', 'relationship', 'nps')
	`);
	const ids = await db.execute(sql`select min(id) as "first", (select id from survey) as "survey" from customer`);
	const { first, survey } = ids[0] as { first: number; survey: number };

	await copyInto(
		db,
		'response (customer_id, survey_id, metric, source_id, source_response_id, responded_at, score, comment, language, import_id)',
		lines()
	);
	await db.execute(sql`analyze response, customer`);
	await makeRoomForTouched(db);
	await db.execute(sql`insert into touched select id, true, true from customer`);
	return (await timed(() => keepSearchable(db, 'UTC'))).ms;

	function* lines() {
		const from = Date.UTC(2023, 0, 1);
		for (let n = 0; n < comments; n++) {
			const at = new Date(from + Math.floor((n / comments) * days * 86_400_000)).toISOString();
			const said = Array.from({ length: 25 }, () => wordOf(random()));
			if (random() < 0.2) said.push('common');
			if (n < comments / 200) said.push('bygone');
			const customer = first + Math.floor(random() * customers);
			yield copyLine([
				customer,
				survey,
				'nps',
				sourceId,
				`R${n}`,
				at,
				n % 13 > 10 ? null : n % 11,
				said.join(' '),
				'en',
				1
			]);
		}
	}
}

/** Ranks of 1 to 30,000, each about as common as its rank is small; no word is in more than a fifth of the comments. */
const wordOf = (chance: number) => `w${Math.floor(70 * (430 ** chance - 1))}`;

const reading = async (db: Db) => ({ zone: 'Europe/London', currency: 'USD', reader: await givenPerson(db) });

async function read(db: Db): Promise<Measured[]> {
	const by = await reading(db);
	const measured: Measured[] = [];
	const bare = quantile(await repeated(times, () => bareRows(db, null)), 0.95);
	measured.push(
		await measure('a page at the top, with how many there are, p95', 'feed', bare, () =>
			voice(db, everything, by, null)
		)
	);
	for (const [depth, share] of [
		['half-way down', 0.5],
		['near the end', 0.01]
	] as const) {
		const after = await placeAt(db, share);
		const limit = quantile(await repeated(times, () => bareRows(db, after)), 0.95);
		measured.push(await measure(`a page ${depth}, p95`, 'feed', limit, () => voicePage(db, everything, by, { after })));
	}
	return measured;
}

async function search(db: Db): Promise<Measured[]> {
	const by = await reading(db);
	const asked: [string, Partial<VoiceFilter>][] = [
		['a common word', { search: 'common' }],
		['a middling word', { search: 'w300' }],
		['a rare word', { search: 'w29000' }],
		['a word of long ago', { search: 'bygone' }],
		['a phrase', { search: '"common bygone"' }],
		['two words, one excluded', { search: 'common w5 -w2' }],
		['a beginning', { search: 'w123*' }],
		['a beginning that most have', { search: 'w12*' }],
		['all but a common word', { search: '-common' }],
		['a typing error', { search: 'bygoen' }],
		['a common word, in a rare region', { search: 'common', region: 'Antarctica' }],
		['a beginning, of some months, unread', { search: 'w123*', from: '2024-02-10', to: '2025-01-09', unread: true }],
		['filters alone', { region: 'Antarctica', group: 'low', segment: 'Solo' }]
	];
	const measured: Measured[] = [];
	for (const [what, filter] of asked) {
		const wanted = { ...everything, ...filter };
		const { matching } = await voice(db, wanted, by, null);
		measured.push(
			await measure(`${what}, ${matching.toLocaleString('en-US')} found, p95`, 'search', null, () =>
				voice(db, wanted, by, null)
			)
		);
	}
	const deep = await placeAt(db, 0.01);
	for (const [what, asks] of [
		['a common word, near the end, p95', 'common'],
		['a beginning, near the end, p95', 'w123*']
	])
		measured.push(
			await measure(what, 'search', null, () => voicePage(db, { ...everything, search: asks }, by, { after: deep }))
		);
	return measured;
}

async function measure(
	what: string,
	goal: keyof typeof goals,
	limit: number | null,
	ask: () => Promise<unknown>
): Promise<Measured> {
	const value = quantile(await repeated(times, ask), 0.95);
	return {
		...{ part: 'voice', what, value, unit: 'ms' as const },
		...(limit === null ? {} : { limit, limitIs: 'bare rows' }),
		...{ goal: `≤ ${goals[goal]} ms`, met: value <= goals[goal] }
	};
}

/** Behind so large a share of all comments, seen from the oldest. */
async function placeAt(db: Db, share: number): Promise<Cursor> {
	const at = new Date(Date.UTC(2023, 0, 1) + share * days * 86_400_000).toISOString();
	const [found] = await db.execute(sql`
		select to_char(responded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, response_id as id
		from searchable_comment where responded_at >= ${at} order by responded_at, response_id limit 1
	`);
	return cursorFrom(cursorText({ at: String(found.at), responseId: Number(found.id) }))!;
}

const bareRows = (db: Db, after: Cursor | null) =>
	db.execute(sql`
		select * from response
		where (comment is not null or title is not null)
		  and ${after ? sql`(responded_at, id) < (${after.at}::timestamptz, ${after.responseId}::bigint)` : sql`true`}
		order by responded_at desc, id desc
		limit 31
	`);
