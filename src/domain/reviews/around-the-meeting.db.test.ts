import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { changeInsight, insightOf, makeInsight } from '../insights/server.ts';
import { rows } from '#platform/db/rows.ts';
import { feedTokenOf, holderOfFeedToken, makeFeedToken, withdrawFeedToken } from '../auth/server.ts';
import { removeDemoFor } from '../imports/server.ts';
import { followUp } from '../officer/server.ts';
import { organisationOf, saveOrganisation } from '../scope/server.ts';
import { markAllAsRead } from '../voice/server.ts';
import { atomFeed } from './atom.ts';
import { attendeesOf } from './attendance.server.ts';
import { pieces } from './found.ts';
import { insertEdition } from './queries/editions.server.ts';
import {
	addEvent,
	agendaOf,
	answerForCustomers,
	archivePage,
	arrange,
	closeAsShown,
	decide,
	decisionNames,
	decisionsOf,
	editionOf,
	endDecision,
	giveSeat,
	noteAttendance,
	noteGuest,
	readingOf,
	searchReviews,
	settleWeeks,
	signOffWeek,
	takeGuestOff,
	tellStory,
	writeHeadline
} from './server.ts';

const week = '2026-W47';
const scope = { week, segment: null, region: null, plan: null, survey: null };
const now = new Date('2026-11-23T08:00:00Z');
const zone = 'UTC';

async function givenComments(db: Db, comments: number) {
	const ids = [];
	for (let i = 0; i < comments; i++) {
		const customerId = await givenCustomer(db);
		await givenRevenue(db, { customerId, bookedOn: '2026-10-01' });
		const said = { customerId, score: i % 11, comment: `words ${i}`, respondedAt: new Date('2026-11-18T12:00:00Z') };
		const { id: responseId } = await givenResponse(db, said);
		ids.push({ customerId, responseId });
	}
	await givenRefreshed(db);
	return ids;
}

const close = async (db: Db, by: Awaited<ReturnType<typeof givenPerson>>) =>
	closeAsShown(db, week, { organisation: await organisationOf(db), by, now });

describe('the order of the page', () => {
	test('is the chief customer officer’s, is written over only by who has seen it, and is kept', async ({ db }) => {
		await givenComments(db, 3);
		const [dana, eve] = [await givenPerson(db, { role: 'cco', name: 'Dana' }), await givenPerson(db, { role: 'cco' })];
		const arranged = async () =>
			(await agendaOf(db, scope, { organisation: await organisationOf(db), today: '2026-11-23' })).arrangement;
		expect(await arranged()).toMatchObject({ version: 0, arrangedBy: null });

		await arrange(db, { week, parts: ['fix', 'decisions'], seen: 0 }, { by: dana, now });
		const late = arrange(db, { week, parts: ['events'], seen: 0 }, { by: eve, now });
		await expect(late).rejects.toThrow('Dana has arranged the page meanwhile: “What to fix first” leads now.');
		await expect(arrange(db, { week, parts: ['events'], seen: 1 }, { by: await givenPerson(db), now })).rejects.toThrow(
			'The chief customer officer arranges the page.'
		);
		expect((await arranged()).parts.slice(0, 3)).toEqual(['fix', 'decisions', 'figures']);

		await close(db, dana);
		expect((await editionOf(db, week))!.parts.slice(0, 2)).toEqual(['fix', 'decisions']);
		await expect(arrange(db, { week, parts: ['events'], seen: 1 }, { by: dana, now })).rejects.toThrow('closed');
	});
});

describe('reading before the meeting', () => {
	test('is told per person, with what each has left, and kept with the minutes', async ({ db }) => {
		const comments = await givenComments(db, 4);
		const cco = await givenPerson(db, { role: 'cco', name: 'Dana' });
		const [ana, ben] = [await givenPerson(db, { name: 'Ana' }), await givenPerson(db, { name: 'Ben' })];
		await markAllAsRead(db, comments.slice(0, 3), { by: ana, now });
		await writeHeadline(db, { week, text: 'Loyalty held', seen: 0 }, { by: cco, now });

		await expect(signOffWeek(db, { week, seen: 0, zone }, { by: ana, now })).rejects.toThrow(
			'The headline is another by now: “Loyalty held”, by Dana.'
		);
		await signOffWeek(db, { week, seen: 1, zone }, { by: ana, now });
		const reading = await readingOf(db, week, zone);
		expect(reading).toMatchObject({ comments: 4, unreadByAll: 1 });
		expect(reading.readers).toMatchObject([
			{ name: 'Ana', unread: 1, signed: { at: now, headlineVersion: 1, unread: 1 } },
			{ name: 'Ben', unread: 4, signed: null },
			{ name: 'Dana', unread: 4, signed: null }
		]);

		await writeHeadline(db, { week, text: 'Loyalty held; billing leaks', seen: 1 }, { by: cco, now });
		const later = new Date('2026-11-23T09:00:00Z');
		await signOffWeek(db, { week, seen: 2, zone }, { by: ana, now: later });
		await close(db, cco);
		await expect(signOffWeek(db, { week, seen: 2, zone }, { by: ben, now: later })).rejects.toThrow(
			'who had read it by then stays'
		);
		await markAllAsRead(db, comments, { by: ben, now: later });
		expect((await editionOf(db, week))!.readers).toMatchObject([
			{ name: 'Ana', signed: { at: later, headlineVersion: 2 } },
			{ name: 'Ben', unread: 4, signed: null },
			{ name: 'Dana', signed: null }
		]);
	});
});

describe('who is in the meeting', () => {
	test('is noted by a gesture for each, loses nothing when two note at once, and is anybody’s to say of themselves', async ({
		db
	}) => {
		const dana = await givenPerson(db, { role: 'cco', name: 'Dana' });
		const eve = await givenPerson(db, { role: 'executive', name: 'Eve' });
		const [byDana, byEve] = [dana, eve].map((by) => ({ by, now }));
		const there = async () => (await attendeesOf(db, week)).map(({ name }) => name);
		const note = (personId: number, isThere: boolean, by = byDana) =>
			noteAttendance(db, { week, personId, isThere }, by);
		for (const by of [byDana, byEve]) await note(eve.id, true, by);
		await noteGuest(db, { week, guest: 'Omar Haddad' }, byDana);
		await note(dana.id, true);
		expect(await there()).toEqual(['Dana', 'Eve', 'Omar Haddad']);
		await expect(noteGuest(db, { week, guest: 'omar haddad' }, byDana)).rejects.toThrow('noted already');
		await expect(note(dana.id, false, byEve)).rejects.toThrow('chief customer officer');
		await expect(noteGuest(db, { week, guest: 'Ann' }, byEve)).rejects.toThrow('chief customer officer');
		await expect(note(eve.id + 1_000, true)).rejects.toThrow('can sign in');

		const guest = (await attendeesOf(db, week)).at(-1)!;
		await takeGuestOff(db, { week, id: guest.id }, byDana);
		for (const isThere of [false, false]) await note(eve.id, isThere, byEve);
		expect(await there()).toEqual(['Dana']);
	});
});

describe('a decision that follows from an insight', () => {
	test('ends it in the same step, or neither, and each names the other', async ({ db }) => {
		await givenComments(db, 2);
		const [dana, eve] = [await givenPerson(db, { role: 'cco', name: 'Dana' }), await givenPerson(db, { role: 'cco' })];
		const by = { by: dana, now };
		const claimed = { claim: 'Invoices annoy whom we want to keep', ownerId: dana.id, words: '' };
		const number = await makeInsight(db, claimed, { week, population: '', ofDemo: false }, by);
		const place = { scope, organisation: await organisationOf(db), ...by };
		const what = { what: 'One invoice a year', why: 'They ask for it', ownerId: dana.id, dueOn: '2026-12-04' };
		const decided = { ...what, expected: 'Fewer calls', forCustomers: 'Less paper' };
		const ofTheWeek = async () => (await decisionsOf(db, scope, 'UTC', '2026-11-23')).ofTheWeek;

		await changeInsight(db, { number, seen: 1, change: { ...claimed, state: 'being worked on' } }, { by: eve, now });
		await expect(
			db.transaction((tx) => decide(tx, { ...decided, insight: { number, seen: 1 } }, place))
		).rejects.toThrow('has meanwhile written');
		expect(await ofTheWeek()).toEqual([]);

		await decide(db, { ...decided, insight: { number, seen: 2 } }, place);
		const [decision] = await ofTheWeek();
		expect(decision.insights).toEqual([{ number, claim: claimed.claim }]);
		expect((await insightOf(db, number)).current.end).toEqual({ kind: 'decision', decision: decision.id });
		expect((await searchReviews(db, 'annoying')).found).toMatchObject([
			{ kind: 'insight', decision: { week, what: 'One invoice a year' }, insights: [] }
		]);
		expect((await searchReviews(db, 'calls')).found).toMatchObject([{ insights: [{ number }], decision: null }]);

		await close(db, dana);
		const [archived] = (await archivePage(db, null)).weeks;
		const feed = { organisation: 'A', origin: 'https://a', self: 'https://a', next: null, now };
		expect(atomFeed([archived], feed)).toContain(`From insight ${number}: ${claimed.claim}`);
		// Taken up again, it is nobody's any more; what was closed stays.
		await changeInsight(db, { number, seen: 3, change: { ...claimed, state: 'open' } }, by);
		expect((await ofTheWeek())[0].insights).toEqual([]);
		expect((await editionOf(db, week))!.decisions.ofTheWeek[0].insights).toHaveLength(1);
	});
});

describe('the archive', () => {
	test('lists closed weeks, the latest first, a quarter of a year to a page', async ({ db }) => {
		await givenComments(db, 2);
		const cco = await givenPerson(db, { role: 'cco', name: 'Dana' });
		const weeks = Array.from({ length: 14 }, (_, i) => `2026-W${String(34 + i).padStart(2, '0')}`);
		await giveSeat(db, { week, personId: cco.id, seen: null }, { by: cco, now });
		await writeHeadline(db, { week, text: 'Loyalty held', seen: 0 }, { by: cco, now });
		await close(db, cco);
		// Weeks that were closed before editions kept who had read them.
		const contents = readFileSync('tests/reference/edition-shape-1.txt', 'utf8');
		for (const of of weeks.slice(0, -1))
			await insertEdition(db, { week: of, closedAt: now, closedBy: null, shape: 1, contents });

		const first = await archivePage(db, null);
		expect(first.weeks.map(({ week: of }) => of)).toEqual(weeks.slice(1).reverse());
		expect(first.weeks[0]).toMatchObject({
			week,
			headline: 'Loyalty held',
			seat: 'Dana',
			closedBy: 'Dana',
			answers: 2,
			signed: { signed: 0, of: 1 }
		});
		expect(first.weeks[1]).toMatchObject({ closedBy: null, headline: 'Loyalty held; support leaks', signed: null });
		expect(first.next).toBe('2026-W35');
		expect((await archivePage(db, first.next)).weeks.map(({ week: of }) => of)).toEqual(['2026-W34']);
		expect(await archivePage(db, '2026-W34')).toEqual({ weeks: [], next: null });
	});

	test('is searched in headlines, insights, decisions and events, by words in all their forms', async ({ db }) => {
		const cco = await givenPerson(db, { role: 'cco', name: 'Dana' });
		const by = { by: cco, now };
		await writeHeadline(db, { week, text: 'Onboarding leaks', seen: 0 }, by);
		await decide(
			db,
			{
				what: 'Ring the ten largest',
				why: 'They were silent since onboarding',
				dueOn: '2026-11-27',
				expected: 'Two stay',
				ownerId: cco.id,
				forCustomers: 'Somebody <b>listens</b>'
			},
			{ scope, organisation: await organisationOf(db), ...by }
		);
		const outage = { kind: 'outage', what: 'Dispatch was down', fromDay: '2027-01-03', toDay: '2027-01-04' } as const;
		await addEvent(db, outage, by);

		const seen = { week, population: '', ofDemo: false };
		const claimed = { claim: 'Zebras wait longest for an answer', ownerId: cco.id, words: '' };
		const number = await makeInsight(db, claimed, seen, by);
		await makeInsight(db, claimed, { ...seen, ofDemo: true }, by);

		const found = async (search: string) =>
			(await searchReviews(db, search)).found.map(({ kind, week: of, text }) => [
				kind,
				of,
				pieces(text).flatMap((piece) => (piece.found ? [piece.text] : []))
			]);
		expect(await found('onboarding')).toEqual([
			['decision', week, ['onboarding']],
			['headline', week, ['Onboarding']]
		]);
		expect(await found('leaking')).toEqual([['headline', week, ['leaks']]]);
		expect(await found('onboarding -leak')).toEqual([['decision', week, ['onboarding']]]);
		// The first days of January lie in week 53 of the year before.
		expect(await found('dispatch')).toEqual([['event', '2026-W53', ['Dispatch']]]);
		expect(await found('listen')).toEqual([['decision', week, ['listens']]]);
		expect((await searchReviews(db, 'zebra')).found).toMatchObject([{ kind: 'insight', number, about: 'Dana' }]);
		for (const nothing of ['giraffe', '', '   ', '"', "'; drop table decision; --", '\u0002', ':*&|!()'])
			expect(await found(nothing), nothing).toEqual([]);
	});
});

describe('an address for feed readers', () => {
	test('is one person’s, opens until it is withdrawn or they may no longer come in, and is kept as a hash', async ({
		db
	}) => {
		const ana = await givenPerson(db, { name: 'Ana' });
		const [first, second] = [await makeFeedToken(db, { by: ana, now }), await makeFeedToken(db, { by: ana, now })];
		expect(await holderOfFeedToken(db, first, now)).toBeNull();
		expect(await holderOfFeedToken(db, second, now)).toMatchObject({ id: ana.id, role: 'executive' });
		expect(await feedTokenOf(db, ana)).toMatchObject({ createdAt: now, lastUsedAt: now });
		const kept = await rows<{ row: string }>(db, sql`select to_jsonb(feed_token)::text as "row" from feed_token`);
		expect(kept.some(({ row }) => row.includes(first) || row.includes(second))).toBe(false);

		await db.execute(sql`update person set disabled_at = now() where id = ${ana.id}`);
		expect(await holderOfFeedToken(db, second, now)).toBeNull();
		await db.execute(sql`update person set disabled_at = null where id = ${ana.id}`);
		await withdrawFeedToken(db, { by: ana, now });
		expect(await holderOfFeedToken(db, second, now)).toBeNull();
		expect(await feedTokenOf(db, ana)).toBeNull();
	});
});

describe('when weeks close', () => {
	test('is an administrator’s to set, and stays when the made-up company goes', async ({ db }) => {
		const weeks = { closing: { weekday: 5, at: '18:00' }, fiscalYearStartsIn: 7 };
		await expect(settleWeeks(db, weeks, { by: await givenPerson(db, { role: 'cco' }) })).rejects.toThrow(
			'An administrator sets when weeks close.'
		);
		const by = await givenPerson(db, { role: 'administrator' });
		await settleWeeks(db, weeks, { by });
		await saveOrganisation(db, { ...(await organisationOf(db)), demoSince: now, provisional: false });
		await removeDemoFor(db, by, () => now);
		expect(await organisationOf(db)).toMatchObject({ ...weeks, demoSince: null, provisional: true });
	});
});

describe('what was noted about the made-up company', () => {
	test('is neither due, told, found nor in the way once it is gone, but for what a closed week keeps', async ({
		db
	}) => {
		const [words] = await givenComments(db, 3);
		const cco = await givenPerson(db, { role: 'cco', name: 'Dana' });
		const by = { by: cco, now };
		// Written before the made-up company came, and so about none of its weeks.
		await noteGuest(db, { week: '2026-W48', guest: 'Omar Haddad' }, { by: cco, now: new Date('2026-11-22T08:00:00Z') });
		const without = await organisationOf(db);
		await saveOrganisation(db, { ...without, demoSince: now, provisional: false });

		const decided = { what: 'Ring the zebras', why: 'They wait', dueOn: '2026-11-24', expected: 'They stay' };
		for (const of of [week, '2026-W48']) {
			const place = { scope: { ...scope, week: of }, organisation: await organisationOf(db), ...by };
			const forCustomers = of === week ? 'A zebra is heard' : null;
			await decide(db, { ...decided, ownerId: cco.id, forCustomers }, place);
			await writeHeadline(db, { week: of, text: `Zebras wait in ${of}`, seen: 0 }, by);
			await giveSeat(db, { week: of, personId: cco.id, seen: null }, by);
			await arrange(db, { week: of, parts: ['decisions'], seen: 0 }, by);
			await noteAttendance(db, { week: of, personId: cco.id, isThere: true }, by);
			await signOffWeek(db, { week: of, seen: 1, zone }, by);
		}
		await tellStory(db, { week, ...words }, { ...by, zone });
		const promised = { ...words, kind: 'promise', what: 'A call', ownerId: cco.id, dueOn: '2026-11-24' } as const;
		await followUp(db, promised, by);
		await addEvent(db, { kind: 'outage', what: 'Zebra crossing', fromDay: '2026-11-24', toDay: '2026-11-24' }, by);
		await close(db, cco);
		const kept = await editionOf(db, week);

		const told = async (of: string) => {
			const organisation = await organisationOf(db);
			const agenda = await agendaOf(db, { ...scope, week: of }, { organisation, today: '2026-11-30' });
			const { headline, seat, attendees, arrangement, decisions, promises, events } = agenda;
			const lists = [decisions.ofTheWeek, decisions.earlier, promises.told, events];
			const counts = lists.map(({ length }) => length);
			const signed = (await readingOf(db, of, zone)).readers.filter((reader) => reader.signed !== null);
			const there = attendees.map(({ name }) => name);
			return [
				headline?.version ?? 0,
				seat,
				there,
				arrangement.version,
				counts,
				decisions.followThrough.due,
				signed.length
			];
		};
		const found = async () => (await searchReviews(db, 'zebra')).found.map(({ kind }) => kind);
		expect(await told('2026-W48')).toEqual([1, 'Dana', ['Dana', 'Omar Haddad'], 1, [1, 1, 1, 1], 2, 1]);
		expect(await found()).toEqual(['decision', 'event', 'headline', 'decision', 'headline']);
		const [{ id }] = (await decisionsOf(db, { ...scope, week: '2026-W48' }, zone, '2026-11-30')).ofTheWeek;

		await removeDemoFor(db, cco, () => now);
		expect(await told('2026-W48')).toEqual([0, null, ['Omar Haddad'], 0, [0, 0, 0, 0], 0, 0]);
		expect(await found()).toEqual(['headline']);
		expect(await decisionNames(db, 10)).toEqual([]);
		expect(await decisionNames(db, 10, id)).toMatchObject([{ id }]);
		await expect(endDecision(db, { id, state: 'kept', outcome: 'x' }, by)).rejects.toThrow('no such decision');
		await expect(answerForCustomers(db, id, 'x', by)).rejects.toThrow('no such decision');
		expect(await editionOf(db, week)).toEqual(kept);

		// The unanswered decision about made-up customers keeps nobody from closing the real week.
		await givenComments(db, 3);
		await closeAsShown(db, '2026-W48', { organisation: await organisationOf(db), ...by });
		expect((await editionOf(db, '2026-W48'))!.decisions).toMatchObject({ ofTheWeek: [], earlier: [] });
	});
});

describe('weeks as nobody wishes them', () => {
	test('a week 53 in which nobody answered closes with the score of the weeks before, and no words', async ({ db }) => {
		await givenComments(db, 12);
		const organisation = await organisationOf(db);
		await closeAsShown(db, '2026-W53', { organisation, by: null, now: new Date('2027-01-05T08:00:00Z') });
		const { review, words, readers, closedBy } = (await editionOf(db, '2026-W53'))!;
		expect({ words, readers, closedBy, answers: review.answersThisWeek }).toEqual({
			words: [],
			readers: [],
			closedBy: null,
			answers: 0
		});
		expect(review.figures[0]).toMatchObject({
			definition: { id: 'nps' },
			estimate: { status: 'ok', n: 12 },
			period: { to: '2027-01-03' }
		});
	});

	test('where the clocks change, each comment is in one week, to the last minute of its Sunday', async ({ db }) => {
		const moments = ['2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'];
		for (const moment of moments) await givenResponse(db, { score: 9, comment: moment, respondedAt: new Date(moment) });
		await saveOrganisation(db, { ...(await organisationOf(db)), timeZone: 'Europe/Berlin' });
		await givenRefreshed(db);
		const counted = await Promise.all(
			['2026-W13', '2026-W14', '2026-W43', '2026-W44'].map(
				async (of) => (await readingOf(db, of, 'Europe/Berlin')).comments
			)
		);
		expect(counted).toEqual([1, 1, 1, 1]);
	});
});
