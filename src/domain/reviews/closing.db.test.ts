import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { placeMark, replyToMark, rewordMark } from '../insights/server.ts';
import { organisationOf } from '../scope/server.ts';
import { inAct, wholeComment } from '../voice/server.ts';
import type { Scope } from '../scope/scope.ts';
import {
	answerForCustomers,
	closeAsShown,
	closeOverdueWeeks,
	decide,
	decisionsOf,
	editionOf,
	endDecision,
	giveSeat,
	noteAttendance,
	noteGuest,
	addEvent,
	agendaOf,
	headlineOf,
	leaveStoryToChance,
	seriesInScope,
	sinceClosed,
	storyOf,
	tellStory,
	weeklyReview,
	writeHeadline
} from './server.ts';
import { asKept } from './promises.server.ts';
import { marksTouchedSince } from './review-charts.ts';
import { reviewPlaces } from './view/review-places.ts';

const scope: Scope = { week: '2026-W47', segment: null, region: null, plan: null, survey: null };
const now = new Date('2026-11-23T08:00:00Z');
const today = '2026-11-23';

async function givenCompany(db: Db) {
	for (let i = 0; i < 40; i++) {
		const customerId = await givenCustomer(db, { segment: i < 15 ? 'Team' : 'Solo' });
		await givenRevenue(db, {
			customerId,
			kind: 'recurring',
			bookedOn: '2026-01-01',
			servedFrom: '2026-01-01',
			servedTo: '2027-01-01',
			amountMinor: 120_00
		});
		const comment = i < 3 ? `words ${i}` : null;
		await givenResponse(db, { customerId, score: i % 11, comment, respondedAt: new Date('2026-11-18T12:00:00Z') });
	}
	await givenRefreshed(db);
}

const liveReview = async (db: Db) =>
	(await weeklyReview(db, scope, await organisationOf(db), await seriesInScope(db, scope), today))!;

async function shown(db: Db) {
	const agenda = await agendaOf(db, scope, { organisation: await organisationOf(db), today });
	const { arrangement, ...said } = agenda;
	return { review: await liveReview(db), parts: arrangement.parts, ...said };
}

const close = async (db: Db, by: Awaited<ReturnType<typeof givenPerson>> | null) =>
	closeAsShown(db, scope.week, { organisation: await organisationOf(db), by, now });

const decided = { what: 'Ring the ten largest', why: 'They are silent', dueOn: '2026-11-27', expected: 'Two stay' };

describe('the story that a meeting opens with', () => {
	test('is drawn unless somebody chose it, who is named; a closed week keeps it', async ({ db }) => {
		await givenCompany(db);
		const dana = await givenPerson(db, { role: 'cco', name: 'Dana' });
		const words = await rows<{ customerId: number; responseId: number }>(
			db,
			sql`
				select customer_id as "customerId", id as "responseId" from response
				where comment is not null order by comment
			`
		);
		const choosing = { by: dana, now, zone: 'UTC' };
		const drawn = await storyOf(db, scope.week, 'UTC');
		expect(drawn).toMatchObject({ chosenBy: null, seed: expect.stringMatching(/^[0-9a-f]{64}$/) });

		await tellStory(db, { week: scope.week, ...words[1] }, choosing);
		expect(await storyOf(db, scope.week, 'UTC')).toEqual({ ...words[1], chosenBy: 'Dana', seed: null });
		expect((await wholeComment(db, words[1], { zone: 'UTC', currency: 'USD', reader: dana }))!.told).toEqual({
			week: scope.week,
			by: 'Dana'
		});
		await expect(tellStory(db, { week: '2026-W46', ...words[1] }, choosing)).rejects.toThrow('no such words');
		const eve = { ...choosing, by: await givenPerson(db, { role: 'cco', name: 'Eve' }) };
		await expect(tellStory(db, { week: scope.week, ...words[0] }, eve)).rejects.toThrow('Dana has chosen other words');
		await tellStory(db, { week: scope.week, ...words[0], instead: true }, eve);
		expect(await storyOf(db, scope.week, 'UTC')).toMatchObject({ ...words[0], chosenBy: 'Eve' });
		await tellStory(db, { week: scope.week, ...words[1], instead: true }, choosing);

		const executive = await givenPerson(db, { role: 'executive' });
		await expect(leaveStoryToChance(db, scope.week, { by: executive })).rejects.toThrow('chooses the story');

		await close(db, dana);
		expect((await editionOf(db, scope.week))!.story).toEqual({ ...words[1], chosenBy: 'Dana', seed: null });
		await expect(leaveStoryToChance(db, scope.week, { by: dana })).rejects.toThrow('is closed');
	});
});

describe('the headline', () => {
	test('is written over only by who has seen it', async ({ db }) => {
		const [dana, eve] = [await givenPerson(db, { role: 'cco' }), await givenPerson(db, { role: 'cco', name: 'Eve' })];
		await writeHeadline(db, { week: scope.week, text: 'Loyalty held', seen: 0 }, { by: dana, now });
		const late = writeHeadline(db, { week: scope.week, text: 'All is well', seen: 0 }, { by: eve, now });
		await expect(late).rejects.toThrow('has meanwhile written “Loyalty held”');

		await writeHeadline(db, { week: scope.week, text: 'Loyalty held; onboarding leaks', seen: 1 }, { by: eve, now });
		expect(await headlineOf(db, scope.week)).toMatchObject({
			text: 'Loyalty held; onboarding leaks',
			version: 2,
			writtenBy: 'Eve'
		});
	});

	test('is not an executive’s to write', async ({ db }) => {
		const by = await givenPerson(db, { role: 'executive' });
		await expect(writeHeadline(db, { week: scope.week, text: 'x', seen: 0 }, { by, now })).rejects.toThrow(
			'chief customer officer'
		);
	});
});

describe('decisions', () => {
	test('carry how many customers they touch, and what those pay a year', async ({ db }) => {
		await givenCompany(db);
		const by = await givenPerson(db, { role: 'cco', name: 'Dana' });
		const place = { organisation: await organisationOf(db), by, now };
		await decide(
			db,
			{ ...decided, ownerId: by.id, forCustomers: null },
			{ scope: { ...scope, segment: 'Team' }, ...place }
		);

		const { ofTheWeek, earlier } = await decisionsOf(db, scope, 'UTC', today);
		expect(earlier).toEqual([]);
		expect(ofTheWeek).toMatchObject([
			{
				...decided,
				owner: 'Dana',
				touches: { segment: 'Team', region: null, plan: null },
				customers: 15,
				perYearMinor: 15 * 120_00,
				state: 'open',
				forCustomers: null
			}
		]);
	});

	test('that are open come back in the next reviews until they end, and then are told once more', async ({ db }) => {
		const by = await givenPerson(db, { role: 'cco' });
		const place = { organisation: await organisationOf(db), by, now };
		await decide(db, { ...decided, ownerId: by.id, forCustomers: 'an answer' }, { scope, ...place });
		const openIn = async (week: string) => (await decisionsOf(db, { ...scope, week }, 'UTC', '2026-12-31')).earlier;

		const [{ id }] = await openIn('2026-W48');
		expect(await openIn('2026-W49')).toHaveLength(1);
		const ended = { id, state: 'kept' as const, outcome: 'Eight were rung' };
		await endDecision(db, ended, { by, now: new Date('2026-12-08T10:00:00Z') });

		expect(await openIn('2026-W50')).toMatchObject([{ state: 'kept', outcome: 'Eight were rung' }]);
		expect(await openIn('2026-W51')).toEqual([]);
		expect((await decisionsOf(db, { ...scope, week: '2026-W51' }, 'UTC', '2026-12-31')).followThrough).toEqual({
			due: 1,
			inTime: 0,
			late: 1,
			dropped: 0,
			open: 0
		});
		await expect(endDecision(db, ended, { by, now })).rejects.toThrow('Somebody has ended this decision');
	});
});

describe('a closed week', () => {
	test('shows the same whatever happens afterwards, and says what did', async ({ db }) => {
		await givenCompany(db);
		const by = await givenPerson(db, { role: 'cco', name: 'Dana' });
		await writeHeadline(db, { week: scope.week, text: 'Loyalty held', seen: 0 }, { by, now });
		await addEvent(db, { kind: 'outage', what: 'Two hours', fromDay: '2026-11-17', toDay: '2026-11-17' }, { by, now });
		await giveSeat(db, { week: scope.week, personId: by.id, seen: null }, { by, now });
		// Whoever gives the seat without having seen who holds it is told first.
		const eve = await givenPerson(db, { role: 'cco', name: 'Eve' });
		const toEve = { week: scope.week, personId: eve.id };
		await expect(giveSeat(db, { ...toEve, seen: null }, { by: eve, now })).rejects.toThrow('Dana has meanwhile');
		await noteAttendance(db, { week: scope.week, personId: by.id, isThere: true }, { by, now });
		await noteGuest(db, { week: scope.week, guest: 'Omar Haddad' }, { by, now });
		const places = reviewPlaces(await liveReview(db), 'USD');
		const byMonth = places.find(({ chart }) => chart === 'by-month')!;
		const where = { from: 'month:2026-11', population: 'survey=nps%3Arelationship', week: scope.week, ofDemo: false };
		const mark = await placeMark(db, byMonth, { ...where, text: 'A letter went out' }, { by, now });
		const before = await shown(db);
		expect(before.seat).toBe('Dana');
		expect(before.marks).toMatchObject([{ id: mark, saw: expect.stringContaining('40 answers'), said: [] }]);
		await close(db, by);
		const frozen = await editionOf(db, scope.week);
		expect(frozen).toMatchObject({ closedBy: 'Dana', closedAt: now });
		const { promises, attendees: _, ...rest } = before;
		expect(frozen).toMatchObject({ ...rest, promises: asKept(promises) });
		expect(frozen!.words).toHaveLength(3);
		expect(frozen!.attendance).toEqual([{ name: 'Dana' }, { guest: 'Omar Haddad' }]);
		await expect(noteGuest(db, { week: scope.week, guest: 'Late' }, { by, now })).rejects.toThrow('closed');

		const afterwards = new Date('2026-11-24T08:00:00Z');
		await replyToMark(db, { id: mark, text: 'To whom?' }, { by, now: afterwards });
		await rewordMark(db, { id: mark, seen: 1, text: 'Two letters' }, { by, now: afterwards });
		for (let i = 0; i < 20; i++)
			await givenResponse(db, { score: 0, comment: 'late', respondedAt: new Date('2026-11-19T12:00:00Z') });
		const undo = { kind: 'undo', by: null, reason: 'The wrong file.', importId: 1, at: now, zone: 'UTC' } as const;
		await inAct(db, undo, () => db.execute(sql`delete from response where comment = 'words 1'`));
		await givenRefreshed(db);

		const later = await editionOf(db, scope.week);
		expect(later).toEqual(frozen);
		expect(later!.marks).toMatchObject([{ text: { text: 'A letter went out' }, said: [] }]);
		const { marks } = await shown(db);
		expect(marksTouchedSince(marks, later!.closedAt)).toMatchObject([{ id: mark, text: { text: 'Two letters' } }]);
		expect(marksTouchedSince(marks, afterwards)).toEqual([]);
		const since = await sinceClosed(db, scope, { edition: later!, review: await liveReview(db), today });
		expect(since.moved.map(({ then }) => then.definition.id)).toContain('nps');
		expect(since).toMatchObject({ wordsLater: 20, wordsGone: 1 });
	});

	test('can be neither changed nor deleted, by whatever asks the database', async ({ db }) => {
		await givenCompany(db);
		await close(db, null);
		const tampering = [sql`update edition set contents = '[]'`, sql`delete from edition`, sql`truncate edition`];
		for (const attempt of tampering)
			await expect(db.transaction((tx) => tx.execute(attempt))).rejects.toMatchObject({
				cause: { message: expect.stringMatching(/never changed or deleted/) }
			});
		expect(await editionOf(db, scope.week)).toMatchObject({ closedBy: null });
	});

	test('is closed once, and takes nothing more', async ({ db }) => {
		await givenCompany(db);
		const by = await givenPerson(db, { role: 'cco' });
		await close(db, by);
		await expect(close(db, by)).rejects.toThrow('closed');
		await expect(writeHeadline(db, { week: scope.week, text: 'x', seen: 0 }, { by, now })).rejects.toThrow('closed');
		const place = { organisation: await organisationOf(db), by, now };
		await expect(decide(db, { ...decided, ownerId: by.id, forCustomers: null }, { scope, ...place })).rejects.toThrow(
			'closed'
		);
	});

	test('is not closed before each decision says what is in it for customers', async ({ db }) => {
		await givenCompany(db);
		const by = await givenPerson(db, { role: 'cco' });
		const place = { organisation: await organisationOf(db), by, now };
		await decide(db, { ...decided, ownerId: by.id, forCustomers: null }, { scope, ...place });
		await expect(close(db, by)).rejects.toThrow('what is in it for our customers');

		const [{ id }] = (await decisionsOf(db, scope, 'UTC', today)).ofTheWeek;
		await answerForCustomers(db, id, 'Somebody listens', { by, now });
		await expect(answerForCustomers(db, id, 'Mine', { by, now })).rejects.toThrow('answered “Somebody listens”');
		await close(db, by);
		expect((await editionOf(db, scope.week))!.decisions.ofTheWeek[0].forCustomers).toBe('Somebody listens');
		await expect(answerForCustomers(db, id, 'x', { by, now })).rejects.toThrow('closed');
	});

	test('is not an executive’s to close', async ({ db }) => {
		await givenCompany(db);
		await expect(close(db, await givenPerson(db, { role: 'executive' }))).rejects.toThrow('chief customer officer');
	});

	test('closes by itself a week later, once, and says so', async ({ db }) => {
		await givenCompany(db);
		await db.execute(sql`
			insert into organisation (name, time_zone, reporting_currency, created_at)
			values ('Alpha', 'UTC', 'USD', '2026-11-17T00:00:00Z')
			on conflict (id) do update set created_at = excluded.created_at
		`);
		const closeAt = async (day: string) =>
			closeOverdueWeeks(db, await organisationOf(db), new Date(`${day}T06:00:00Z`));
		expect(await closeAt('2026-11-29')).toEqual([]);
		expect(await closeAt('2026-11-30')).toEqual(['2026-W47']);
		expect(await closeAt('2026-11-30')).toEqual([]);
		expect(await editionOf(db, '2026-W47')).toMatchObject({ closedBy: null });
	});
});
