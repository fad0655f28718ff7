import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { test } from '#tests/db/test.ts';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue, givenSurvey } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { insightOf, makeInsight, endInsight } from '../insights/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { addMonths } from '../scope/calendar.ts';
import { keptFiles } from '#platform/imported-files.ts';
import { erase } from '../imports/server.ts';
import {
	allBets,
	betOf,
	changeBet,
	drawAgain,
	experimentFor,
	judgeBet,
	judgeDue,
	makeBet,
	makeGroups,
	membersOf,
	plansOf,
	powerOf,
	progressOf,
	stopBet,
	whysOf,
	writeWhys
} from './server.ts';
import type { NewPlan } from './server.ts';

const now = new Date('2025-06-20T08:00:00Z');
const afterwards = new Date('2026-11-23T08:00:00Z');
const organisation = { timeZone: 'UTC', margin: null, demoSince: null };
const everybody = { segment: null, region: null, plan: null, customers: null };
const zone = 'UTC';
const seed = () => 'a seed that nobody chose';
const nowhere = { insight: null, about: '', ofDemo: false };

const planned = (ownerId: number, given: Partial<NewPlan> = {}): NewPlan => ({
	...{ hypothesis: 'Calling back within a day makes them stay', ownerId, costMinor: 500_000, currency: 'USD' },
	...{ startsOn: '2025-07-01', endsOn: '2025-12-31', whom: everybody, comparison: { kind: 'draw', share: 0.5 } },
	...{ measure: 'revenue', series: 'nps:relationship', months: 12 },
	forecast: { value: 20_000, low: 5_000, high: 40_000, worthMinor: 400_000 },
	...given
});

/** What a customer pays more in a month than in others: up to 20, the same in each run. */
const scatter = sql`('x' || substr(md5(key || month::date), 1, 4))::bit(16)::int % 2000`;

/** Customers who pay 100 a month, more or less, from 2024 on. */
async function givenCompany(db: Db, accounts: number): Promise<number[]> {
	const ids: number[] = [];
	for (let i = 0; i < accounts; i++)
		ids.push(
			await givenCustomer(db, {
				key: `C${String(i).padStart(3, '0')}`,
				region: i % 4 === 0 ? 'EMEA' : `R${i % 4}`,
				startedOn: '2023-01-01'
			})
		);
	await db.execute(sql`
		insert into revenue_line
			(customer_id, source_id, source_line_id, kind, amount_minor, currency, reporting_minor, booked_on, served_from,
			 served_to, import_id)
		select id, source_id, key || month, 'recurring', 10000 + 37 * (substr(key, 2)::int % 9), 'USD',
			10000 + 37 * (substr(key, 2)::int % 9) + ${scatter}, month, month,
			(month + interval '1 month')::date, 1
		from customer
		cross join generate_series('2024-01-01'::date, '2025-06-01'::date, interval '1 month') month
	`);
	return ids;
}

/** What came in after June 2025: who is in the list pays so much more a month, and answers so many points higher. */
async function givenAfterwards(db: Db, got: readonly number[], { more, points }: { more: number; points: number }) {
	const surveyId = await givenSurvey(db);
	await db.execute(sql`
		insert into revenue_line
			(customer_id, source_id, source_line_id, kind, amount_minor, currency, reporting_minor, booked_on, served_from,
			 served_to, import_id)
		select id, source_id, key || month, 'recurring', 10000, 'USD',
			10000 + 37 * (substr(key, 2)::int % 9) + ${scatter}
				+ case when id in (select jsonb_array_elements_text(${JSON.stringify(got)}::jsonb)::int) then ${more}::int else 0 end,
			month, month, (month + interval '1 month')::date, 1
		from customer
		cross join generate_series('2025-07-01'::date, '2026-10-01'::date, interval '1 month') month
	`);
	await db.execute(sql`
		insert into response
			(customer_id, survey_id, metric, source_id, source_response_id, responded_at, score, import_id)
		select id, ${surveyId}, 'nps', source_id, 'after-' || key, '2025-12-10T12:00:00Z',
			5 + substr(key, 2)::int % 3 + case when id in (select jsonb_array_elements_text(${JSON.stringify(got)}::jsonb)::int)
				then ${points}::int else 0 end, 1
		from customer
		where substr(key, 2)::int % 10 <> 3
	`);
	// Something booked at the end of October, so that the books know it whole.
	await givenRevenue(db, { customerId: got[0], bookedOn: '2026-11-02', amountMinor: 1 });
	await givenRefreshed(db);
}

const given = async (db: Db, plan: Partial<NewPlan> = {}, accounts = 60) => {
	const dana = await givenPerson(db, { role: 'cco', name: 'Dana' });
	const ids = await givenCompany(db, accounts);
	await givenSurvey(db);
	await givenResponse(db, { customerId: ids[0], respondedAt: new Date('2025-05-02T12:00:00Z'), score: 8 });
	await givenRefreshed(db);
	const number = await makeBet(db, planned(dana.id, plan), nowhere, { by: dana, now });
	return { dana, ids, number };
};

const got = async (db: Db, number: number, is = true) =>
	(await membersOf(db, number)).filter(({ gets }) => gets === is).map(({ customerId }) => customerId);

describe('a bet', () => {
	test('is written before the start, stays with all its versions, and never changes once the groups are made', async ({
		db
	}) => {
		const { dana, number } = await given(db);
		const analyst = await givenPerson(db, { role: 'analyst', name: 'Ann' });
		const reader = await givenPerson(db);
		const by = { by: dana, now };
		await expect(makeBet(db, planned(dana.id), nowhere, { by: reader, now })).rejects.toThrow('chief customer officer');
		const unlikely = planned(dana.id, { forecast: { value: 9, low: 1, high: 2, worthMinor: 0 } });
		await expect(makeBet(db, unlikely, nowhere, by)).rejects.toThrow('between the two ends');
		const unknown = planned(dana.id, { whom: { ...everybody, customers: ['C001', 'nobody'] } });
		await expect(makeBet(db, unknown, nowhere, by)).rejects.toThrow('1 of the 2 keys');
		const kept = planned(dana.id, {
			measure: 'staying',
			comparison: { kind: 'group', slice: 'region', value: 'EMEA' }
		});
		await expect(makeBet(db, kept, nowhere, by)).rejects.toThrow('only be judged by a draw');

		const plan = planned(dana.id, { forecast: { value: 30_000, low: 10_000, high: 50_000, worthMinor: 1 } });
		await changeBet(db, { number, seen: 1, plan }, by);
		await expect(changeBet(db, { number, seen: 1, plan }, by)).rejects.toThrow('Dana has meanwhile written');
		expect((await plansOf(db, number)).map(({ version, forecast }) => [version, forecast.value])).toEqual([
			[2, 30_000],
			[1, 20_000]
		]);
		const { detectable, accounts } = await powerOf(db, (await betOf(db, number)).plan, { zone, now });
		expect(accounts).toBe(60);
		if (detectable.status !== 'ok') throw new Error(detectable.reason);

		const late = { by: analyst, now: new Date('2025-07-02T08:00:00Z') };
		await expect(makeGroups(db, { number, seen: 2 }, { zone, seed }, late)).rejects.toThrow('The start has passed');
		await expect(makeGroups(db, { number, seen: 1 }, { zone, seed }, { by: analyst, now })).rejects.toThrow(
			'Read it again'
		);
		await expect(makeGroups(db, { number, seen: 2 }, { zone, seed }, { by: reader, now })).rejects.toThrow('analyst');
		await makeGroups(db, { number, seen: 2 }, { zone, seed }, { by: analyst, now });
		expect(await betOf(db, number)).toMatchObject({
			start: { by: 'Ann', seed: 'a seed that nobody chose', gets: 30, others: 30, detectable: detectable.value }
		});
		expect(await drawAgain(db, number)).toBe(true);

		await expect(changeBet(db, { number, seen: 2, plan }, by)).rejects.toThrow('the forecast stays');
		const refused = (statement: ReturnType<typeof sql>) =>
			db
				.transaction((tx) => tx.execute(statement))
				.then(
					() => 'taken',
					(error: { cause: Error }) => error.cause.message
				);
		expect(await refused(sql`update bet_version set expected = 0, expected_low = -1`)).toContain('never changed');
		expect(
			await refused(sql`
				insert into bet_version
				select (jsonb_populate_record(latest, '{"version": 3}')).* from bet_version latest
				where bet_id = ${number} and version = 2
			`)
		).toContain('its forecast and its groups stay');
		expect(await refused(sql`insert into bet_member values (${number}, 999999, 'x', 'x', true)`)).toContain(
			'stay as they are'
		);
		expect(await refused(sql`delete from bet_member where bet_id = ${number}`)).toContain('never changed');

		await writeWhys(db, { number, seen: 0, whys: ['They wait', 'Nobody is told'] }, by);
		await expect(writeWhys(db, { number, seen: 0, whys: ['Mine'] }, by)).rejects.toThrow(
			'“They wait” – “Nobody is told”'
		);
		expect(await whysOf(db, number)).toMatchObject([{ version: 1, whys: ['They wait', 'Nobody is told'], by: 'Dana' }]);

		// Where a customer is the person and is erased, their key goes, and what was said of them; the draw still holds.
		await writeWhys(db, { number, seen: 1, whys: ['They wait', 'Mrs Hall of C007 says so'] }, by);
		await db.execute(sql`update customer set name = 'Mrs Hall' where key = 'C007'`);
		const files = keptFiles('/nowhere/at/all');
		await erase(db, { by: 'customer', customerKey: 'C007' }, { by: null, reason: 'Asked for', now: afterwards, files });
		const whole = JSON.stringify([await membersOf(db, number), await plansOf(db, number), await whysOf(db, number)]);
		expect(whole).not.toMatch(/"C007"|Mrs Hall/);
		expect(whole).toContain('erasure of 23 Nov 2026] of C007 says so');
		expect(await membersOf(db, number)).toHaveLength(60);
		expect(await drawAgain(db, number)).toBe(true);
		await stopBet(db, { number, why: 'The supplier left' }, by);
		expect(await allBets(db, false)).toMatchObject([{ number, stopped: { why: 'The supplier left', by: 'Dana' } }]);
		expect(await judgeDue(db, organisation, afterwards)).toEqual([]);
	});

	test('is what an insight ends with, and knows where it came from', async ({ db }) => {
		const dana = await givenPerson(db, { role: 'cco' });
		const by = { by: dana, now };
		const seen = { week: '2025-W20', population: '', ofDemo: false };
		const insight = await makeInsight(db, { claim: 'Waiting annoys', ownerId: dana.id, words: '' }, seen, by);
		const number = await makeBet(db, planned(dana.id), { ...nowhere, insight }, by);
		const end = { kind: 'bet', text: 'Call back within a day', bet: number } as const;
		await endInsight(db, { number: insight, seen: 1, end }, by);
		expect(await insightOf(db, insight)).toMatchObject({ current: { state: 'ended', end } });
		expect(await betOf(db, number)).toMatchObject({ insight });
	});
});

describe('a draw', () => {
	test('with a planted effect is judged once its outcomes are complete, kept, and tells what a point is worth', async ({
		db
	}) => {
		const { dana, number } = await given(db);
		await makeGroups(db, { number, seen: 1 }, { zone, seed }, { by: dana, now });
		const early = { zone, now: new Date('2025-09-10T08:00:00Z') };
		const bet = await betOf(db, number);
		expect(await progressOf(db, bet, early)).toMatchObject({ complete: false, of: 12 });
		await expect(judgeBet(db, number, organisation, { by: dana, now: early.now })).rejects.toThrow(
			'of 12 months are in'
		);

		await givenAfterwards(db, await got(db, number), { more: 2_000, points: 2 });
		expect(await judgeDue(db, organisation, afterwards)).toEqual([number]);
		expect(await judgeDue(db, organisation, afterwards)).toEqual([]);
		const { verdict } = await betOf(db, number);
		if (verdict?.effect.status !== 'ok' || verdict.perPoint?.status !== 'ok') throw new Error('it can be told');
		expect(verdict).toMatchObject({ grade: 'A', gets: 30, others: 30, by: null, at: afterwards, excluded: [] });
		expect(verdict.effect.low).toBeLessThan(24_000);
		expect(verdict.effect.high).toBeGreaterThan(24_000);
		expect(verdict.effect.low).toBeGreaterThan(20_000);
		expect(verdict.onScore).toMatchObject({ status: 'ok' });
		expect(verdict.perPoint.low).toBeLessThan(12_000);
		expect(verdict.perPoint.high).toBeGreaterThan(12_000);

		const week = { week: '2026-W47', ...everybody, survey: null };
		expect(await experimentFor(db, week, { id: 'nps:relationship' })).toMatchObject({
			bet: number,
			perPoint: { value: verdict.perPoint.value }
		});
		expect(await experimentFor(db, { ...week, region: 'EMEA' }, { id: 'nps:relationship' })).toMatchObject({
			perPoint: { reason: 'no finished bet with a hold-out' }
		});
		await expect(db.transaction((tx) => tx.execute(sql`update bet_verdict set value = 0`))).rejects.toMatchObject({
			cause: { message: expect.stringContaining('never changed') }
		});
	});

	test('without any effect is not detectable, and moves no price', async ({ db }) => {
		const { dana, number } = await given(db, { measure: 'score' });
		await makeGroups(db, { number, seen: 1 }, { zone, seed }, { by: dana, now });
		await givenAfterwards(db, await got(db, number), { more: 0, points: 0 });
		await judgeDue(db, organisation, afterwards);
		const { verdict } = await betOf(db, number);
		if (verdict?.effect.status !== 'ok') throw new Error('it can be told');
		expect(verdict.effect.low).toBeLessThan(0);
		expect(verdict.effect.high).toBeGreaterThan(0);
		expect(verdict.excluded).toMatchObject([{ why: 'customers who gave no answer' }]);
		expect(verdict.perPoint).toMatchObject({ reason: 'the score did not move beyond noise' });
	});
});

describe('a comparison over time', () => {
	const byRegion = { comparison: { kind: 'group', slice: 'region', value: 'EMEA' } as const, months: 3 };

	test('finds the planted effect beside the months before, by region', async ({ db }) => {
		const { dana, number } = await given(db, byRegion, 56);
		await makeGroups(db, { number, seen: 1 }, { zone, seed }, { by: dana, now });
		expect(await betOf(db, number)).toMatchObject({ start: { seed: null, gets: 14, others: 42 } });
		await givenAfterwards(db, await got(db, number), { more: 2_000, points: 0 });
		await judgeDue(db, organisation, afterwards);
		const { verdict } = await betOf(db, number);
		if (verdict?.effect.status !== 'ok') throw new Error('it can be told');
		expect(verdict).toMatchObject({
			grade: 'B',
			preTrend: { periods: 6 },
			rollOut: { units: 4, p: 0.25 },
			perPoint: null
		});
		expect(verdict.effect.low).toBeLessThan(6_000);
		expect(verdict.effect.high).toBeGreaterThan(6_000);
		expect(verdict.effect.low).toBeGreaterThan(4_000);
		expect(addMonths('2025-07-01', verdict.months.length - 7)).toBe('2025-09-01');
	});

	test('of answers is refused where nobody answered in the months before', async ({ db }) => {
		const { dana, number } = await given(db, { ...byRegion, measure: 'score' }, 56);
		await makeGroups(db, { number, seen: 1 }, { zone, seed }, { by: dana, now });
		await givenAfterwards(db, await got(db, number), { more: 0, points: 2 });
		await judgeDue(db, organisation, afterwards);
		expect((await betOf(db, number)).verdict).toMatchObject({
			effect: { reason: expect.stringContaining('0 months before the start show both groups') }
		});
	});
});
