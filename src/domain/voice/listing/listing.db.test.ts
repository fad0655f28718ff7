import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { seededRandom } from '#stats/index.ts';
import type { Random } from '#stats/index.ts';
import { test } from '#tests/db/test.ts';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { givenCorrected, givenErased, givenTakenBack } from '#tests/factories/words.ts';
import { cursorFrom } from '../feed.ts';
import { everything } from '../filter.ts';
import type { VoiceFilter } from '../filter.ts';
import { matches } from '../queries/matches.server.ts';
import type { By, Wanted } from '../queries/matches.server.ts';
import { selectPlaces } from '../queries/page.server.ts';
import type { Understood } from '../search.server.ts';
import { addStaffName, countAny, followedMore, markAllAsRead, understand, voice, voicePage } from '../server.ts';
import { changeTheme, makeTheme } from '../themes/server.ts';
import { fromLists } from './from-lists.server.ts';
import { listComments } from './keep-lists.server.ts';
import { blockSize } from './places.ts';

const now = new Date('2026-01-12T08:00:00Z');
/** So few words that begin alike are listed together, and so few comments make a row common, that chance meets both. */
const common = 12;
const list = (db: Db, thresholds = { manyWords: 3, common }) =>
	listComments(db, { least: 0, fewest: 1, fewestMarked: 1, ...thresholds });

const oneOf = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)];
const words = ['alpha', 'alphabet', 'beta', 'beta', 'beta', 'gamma', 'gammas', 'delta', 'Dana', 'segment', 'über'];

/** Comments of some customers on both sides of the end of a block, with all that a filter can ask for. */
async function givenComments(db: Db, random: Random, comments: number) {
	const customers = [
		await givenCustomer(db, { segment: 'Team', region: 'EMEA', plan: 'Pro' }),
		await givenCustomer(db, { segment: 'Team', region: 'APAC' }),
		await givenCustomer(db, { region: 'EMEA', plan: 'Basic' })
	];
	await givenRevenue(db, { customerId: customers[0], bookedOn: '2025-11-20', amountMinor: 10_000_00 });
	await givenRevenue(db, { customerId: customers[1], bookedOn: '2025-12-05', amountMinor: 999_99 });
	await db.execute(
		sql`alter table response alter column id restart with ${sql.raw(String(2 * blockSize - comments / 2))}`
	);
	const surveys = [{}, { name: 'S', kind: 'transactional', metric: 'csat', touchpoint: 'support' } as const];
	const given: { customerId: number; id: number }[] = [];
	for (let i = 0; i < comments; i++) {
		const survey = oneOf(random, surveys);
		const score = random() < 0.3 ? null : Math.floor(random() * 5) + 1;
		const said = Array.from({ length: 1 + Math.floor(random() * 6) }, () => oneOf(random, words)).join(' ');
		const respondedAt = new Date(Date.UTC(2025, 10, 1 + Math.floor(random() * 90), Math.floor(random() * 24)));
		const text = random() < 0.2 ? { title: said } : { comment: said };
		given.push(await givenResponse(db, { customerId: oneOf(random, customers), survey, score, respondedAt, ...text }));
	}
	return { customers, given };
}

const searches = [
	...[
		'alpha',
		'alph*',
		'gamma',
		'segment*',
		'über',
		'"beta"',
		'-alpha',
		'alpha -beta',
		'beta -alph*',
		'gamma -"beta alpha"'
	],
	...[
		'"beta gamma"',
		'"beta beta" alph*',
		'nothing',
		'alphabte',
		'bet* gam* -delta',
		'dana',
		'"gamma beta"',
		'beta beta'
	],
	...[
		'-"beta beta"',
		'"beta beta beta"',
		'-"beta beta beta" -"beta gamma"',
		'"beta beta beta beta" -"dana beta"',
		'alp*'
	],
	...[
		'"beta beta beta beta beta"',
		'"beta gamma beta beta"',
		'-alp* "beta delta"',
		'beta -"gamma gamma" -gam*',
		'-"nothing beta"'
	]
];
const filters = (theme: number): Partial<VoiceFilter>[] =>
	[
		...[{ score: 3 }, { group: 'low' }, { group: 'none' }, { group: 'middle' }, { segment: 'Team' }, { segment: '-' }],
		...[{ region: 'EMEA' }, { plan: 'Pro' }, { plan: '-' }, { survey: 'csat:support' }, { survey: 'nps:none' }],
		...[
			{ value: 'nothing' },
			{ value: 'small' },
			{ value: 'large' },
			{ value: 'largest' },
			{ theme },
			{ theme: theme + 1 }
		],
		...[{ followUp: 'any' }, { followUp: 'open' }, { unread: true }, { from: '2025-12-01' }, { to: '2025-12-31' }],
		...[
			{ from: '2025-11-15', to: '2026-01-10' },
			{ from: '2025-12-03', to: '2025-12-20' },
			{ from: '2026-01-02', to: '2026-01-01' }
		]
	] as Partial<VoiceFilter>[];

/** Asks for searches with filters and pages made up by chance, and compares with what looking at each comment says. */
async function expectSame(db: Db, by: By, random: Random, theme: number) {
	const [{ id: middle, at }] = await rows<{ id: number; at: string }>(
		db,
		sql`
			select response_id as id, to_char(responded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
			from searchable_comment order by responded_at, response_id offset 50 limit 1
		`
	);
	const after = cursorFrom(`${at}~${middle}`);
	const spans = [
		{ after: null, until: null, limit: 7 },
		{ after, until: null, limit: 7 },
		{ after: null, until: after, limit: 500 }
	];
	const maybe = (chance: number) => (random() < chance ? oneOf(random, filters(theme)) : {});
	let matching = 0;
	for (const search of ['', ...searches].filter(() => random() < 0.6)) {
		const filter = { ...everything, search, ...maybe(0.7), ...maybe(0.3) };
		const understood = await understand(db, filter);
		const which = matches(understood.wanted, by);
		const all = await row<{ n: number }>(
			db,
			sql`select count(*)::int as n from searchable_comment comment where ${which}`
		);
		const span = oneOf(random, spans);
		const how = oneOf(random, [{ common }, { common, mostLookedUp: 0 }]);
		const told = await fromLists(db, understood, by, { ...span, isWalked: random() < 0.5 }, how);
		const places = await selectPlaces(db, understood.wanted, by, span);
		expect(told, JSON.stringify({ ...filter, ...span, ...how })).toEqual({ matching: all.n, places });
		matching += all.n;
		if (random() < 0.4) await expectSameOfAny(db, by, understood, theme);
	}
	expect(matching).toBeGreaterThan(50);
}

/** Comments about a theme or with the words, of some days, by those who scored low: counted by lists and one by one. */
async function expectSameOfAny(db: Db, by: By, { wanted: { query }, search }: Understood, theme: number) {
	const wanted: Wanted = { ...everything, group: 'low', from: '2025-11-15', query: null };
	const except = sql`select response_id from read_receipt where response_id % 2 = 0`;
	const words = query === null ? sql`false` : sql`words @@ ${query}::tsquery`;
	const which = sql`
		${matches(wanted, by)} and response_id not in (${except})
		and (${words} or response_id in (select response_id from comment_theme where theme_id = ${theme}))
	`;
	const { n } = await row<{ n: number }>(
		db,
		sql`select count(*)::int as n from searchable_comment comment where ${which}`
	);
	const told = await countAny(db, { wanted, themes: [theme], search, except, which }, by, { common });
	expect(told, query ?? 'by the theme alone').toBe(n);
}

const listed = async (db: Db) =>
	(await rows<{ entry: string }>(db, sql`select distinct entry from comment_list where entry not like '=%'`)).map(
		({ entry }) => entry
	);

const marks = async (db: Db) =>
	(
		await rows<{ entry: string }>(
			db,
			sql`select distinct entry from comment_list where entry ~ '^=(read|theme)=' order by entry`
		)
	).map(({ entry }) => entry);

describe('lists of comments by their words and traits', () => {
	test('say what looking at each comment does, whatever comes, changes and goes', async ({ db }) => {
		const random = seededRandom(39);
		const { customers, given } = await givenComments(db, random, 120);
		const eve = await givenPerson(db);
		const by: By = { zone: 'Pacific/Auckland', currency: 'USD', reader: eve.id };
		const theme = await makeTheme(db, { name: 'T', rules: [{ language: '', text: 'delta gamma' }] }, { by: eve, now });
		await givenRefreshed(db);
		for (const [i, { customerId, id: responseId }] of given.entries()) {
			if (i % 3 === 0) await markAllAsRead(db, [{ customerId, responseId }], { by: eve, now });
			if (i % 5 === 0) await followedMore(db, { customerId, responseId }, 1);
			if (i % 10 === 0) await followedMore(db, { customerId, responseId }, -1);
		}
		const understood = await understand(db, everything);
		expect(await fromLists(db, understood, by, { after: null, until: null, limit: 7 })).toBeNull();
		await list(db);
		for (let turn = 0; turn < 2; turn++) await expectSame(db, by, random, theme);
		expect(await marks(db)).toEqual([`=read=${eve.id}`, `=theme=${theme}`]);

		const [one, other] = [given[1], given[3]].map(({ customerId, id: responseId }) => ({ customerId, responseId }));
		await markAllAsRead(db, [one], { by: eve, now });
		await db.execute(sql`delete from read_receipt where response_id = ${other.responseId}`);
		await changeTheme(db, theme, { name: 'T', rules: [{ language: '', text: 'beta' }] }, { by: eve, now });
		expect(await marks(db), 'a list that is no longer true is gone').toEqual([`=read=${eve.id}`]);
		await expectSame(db, by, random, theme);
		await list(db);
		await givenErased(db, (await givenWith(db, 'Dana')).id);
		await givenTakenBack(db, given[60].id);
		await givenCorrected(db, given[61].id, { comment: 'alpha secret' });
		await givenCorrected(db, given[2].id, { score: 5 });
		await db.execute(sql`update customer set segment = 'Solo' where id = ${customers[1]}`);
		await givenRevenue(db, { customerId: customers[2], bookedOn: '2025-11-01', amountMinor: 250_000_00 });
		await givenResponse(db, { customerId: customers[0], comment: 'beta gamma alphabet', respondedAt: now });
		await expectSame(db, by, random, theme);
		await givenRefreshed(db);
		await addStaffName(db, 'Dana', { by: eve, now });
		await expectSame(db, by, random, theme);
		expect(await listed(db)).not.toContain('dana');
		await list(db);
		await expectSame(db, by, random, theme);
		expect(await row(db, sql`select count(*)::int as n from unlisted_comment`)).toEqual({ n: 0 });
		expect(await listed(db)).toContain('secret');
	});

	test('lose the words of what is erased at once, and go whole where many comments go', async ({ db }) => {
		const one = await givenResponse(db, { comment: 'my secret plan' });
		await givenResponse(db, { comment: 'another plan' });
		await db.execute(sql`
			insert into response (customer_id, survey_id, metric, source_id, source_response_id, responded_at, comment, import_id)
			select customer_id, survey_id, metric, source_id, 'bulk ' || n, responded_at, 'same plan', 77
			from response cross join generate_series(1, 4500) n
			where id = ${one.id}
		`);
		await givenRefreshed(db);
		await list(db, { manyWords: 1, common: 1 });
		expect(await row(db, sql`select count(*)::int as n from comment_list where entry ~ 'my secret|=sec'`)).toEqual({
			n: 7
		});
		const { places } = await row<{ places: number }>(
			db,
			sql`select length(places) as places from comment_list where entry = 'plan'`
		);
		expect(places, 'a bit for each').toBe(8_192);
		await givenErased(db, one.id);
		expect((await listed(db)).sort()).toEqual(['another', 'plan', 'same']);
		expect(await row(db, sql`select count(*)::int as n from comment_list where entry ~ 'my|sec'`)).toEqual({ n: 0 });

		const asks = { zone: 'UTC', currency: 'USD', reader: await givenPerson(db) };
		const found = async () => (await voice(db, { ...everything, search: 'pla*' }, asks, null)).matching;
		expect(await found()).toBe(4_501);
		await db.execute(sql`
			delete from searchable_comment using response
			where response.id = response_id and response.customer_id = searchable_comment.customer_id and import_id = 77
		`);
		expect(await listed(db)).toEqual([]);
		expect(await found()).toBe(1);
		const page = await voicePage(db, { ...everything, search: 'pla*' }, asks, { after: null });
		expect(page.comments.map(({ comment }) => comment)).toEqual(['another plan']);
	});
});

const givenWith = (db: Db, word: string) =>
	row<{ id: number }>(db, sql`select id from response where comment like ${`%${word}%`} order by id limit 1`);
