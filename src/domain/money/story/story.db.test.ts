import { describe, expect } from 'vitest';
import { givenCustomer, givenInvitation, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { givenCorrected, givenErased } from '#tests/factories/words.ts';
import { test } from '#tests/db/test.ts';
import { contact } from '#domain/customers/tables.server.ts';
import { accountEntries, accountOf } from '#domain/customers/server.ts';
import { askedOf, placeFrom, woven } from '#domain/customers/story/story.ts';
import type { Place } from '#domain/customers/story/story.ts';
import { contactsHeard, relativesOf, silentEntries } from '#domain/surveys/server.ts';
import { lastScoreOf, saidEntries, scoreMarksOf, whatTheySaid } from '#domain/voice/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { customersMoney, paidEntries, valueEntries } from '../server.ts';

const at = (moment: string) => new Date(`2026-01-${moment}Z`);
const newest = { at: '9999-12-31T00:00:00.000000Z', id: Number.MAX_SAFE_INTEGER };

const givenContact = async (db: Db, customerId: number, key: string, decides = false) =>
	(await db.insert(contact).values({ customerId, key, decides, importId: 1 }).returning({ id: contact.id }))[0].id;

describe('what a customer said', () => {
	test('is told newest first, with what they paid then; scores without words unless only words are asked for', async ({
		db
	}) => {
		const customerId = await givenCustomer(db, { startedOn: '2025-12-01' });
		await givenRevenue(db, { customerId, bookedOn: '2025-12-10', amountMinor: 480_00 });
		await givenResponse(db, { customerId, score: 3, comment: '<b>no</b>', respondedAt: at('05T12:00:00') });
		await givenResponse(db, { customerId, score: 9, respondedAt: at('06T12:00:00') });
		await givenResponse(db, { comment: 'somebody else', respondedAt: at('06T12:00:00') });
		await givenRefreshed(db);

		const asked = { customerId, zone: 'UTC', before: newest, limit: 9 };
		expect(await saidEntries(db, { ...asked, onlyWords: false })).toMatchObject([
			{ score: 9, comment: null, at: '2026-01-06T12:00:00.000000Z' },
			{ score: 3, comment: '<b>no</b>', perYearMinor: 480_00, moment: at('05T12:00:00') }
		]);
		expect(await saidEntries(db, { ...asked, onlyWords: true })).toMatchObject([{ comment: '<b>no</b>' }]);
		expect(await whatTheySaid(db, customerId)).toEqual({ answers: 2, withWords: 1 });
		expect(await lastScoreOf(db, customerId)).toMatchObject({ score: 9, about: 'relationship' });
		expect(await scoreMarksOf(db, customerId, { zone: 'UTC', from: '2026-01-01' })).toMatchObject([
			{ month: '2026-01-01', score: 3 },
			{ month: '2026-01-01', score: 9 }
		]);
	});

	test('leaves a gap in its place where it was erased, and shows what its source corrected', async ({ db }) => {
		const customerId = await givenCustomer(db);
		const said = async (comment: string, day: string) =>
			(await givenResponse(db, { customerId, comment, score: 2, respondedAt: at(`${day}T12:00:00`) })).id;
		await givenErased(db, await said('Forget me', '05'));
		await givenCorrected(db, await said('Ring +49 30 901820', '06'), { comment: 'Ring me' });

		const asked = { customerId, zone: 'UTC', before: newest, limit: 9 };
		for (const onlyWords of [false, true])
			expect(await saidEntries(db, { ...asked, onlyWords })).toMatchObject([
				{ comment: 'Ring me', erasedAt: null, earlier: [{ comment: 'Ring [phone number hidden]' }] },
				{ comment: null, score: 2, erasedAt: expect.any(Date), earlier: [] }
			]);
	});
});

describe('who stayed silent', () => {
	test('was asked and gave no answer; what never arrived is told as that', async ({ db }) => {
		const customerId = await givenCustomer(db);
		const [ann, bo] = [await givenContact(db, customerId, 'ann', true), await givenContact(db, customerId, 'bo')];
		await givenInvitation(db, { customerId, contactId: ann, sourceInvitationId: 'answered' });
		await givenResponse(db, { customerId, contactId: ann, sourceInvitationId: 'answered' });
		await givenInvitation(db, { customerId, contactId: bo, sentAt: at('06T12:00:00') });
		await givenInvitation(db, { customerId, sentAt: at('07T12:00:00'), bouncedAt: at('07T12:00:01') });

		expect(await silentEntries(db, { customerId, before: newest, limit: 9 })).toMatchObject([
			{ contact: null, bounced: true },
			{ contact: 'bo', bounced: false, about: 'relationship' }
		]);
		expect(await contactsHeard(db, customerId)).toMatchObject([
			{ contact: 'ann', decides: true, asked: 1, answers: 1 },
			{ contact: 'bo', decides: false, asked: 1, answers: 0, lastAnswer: null }
		]);
	});

	test('is told of the other customers of the account', async ({ db }) => {
		const parentId = await givenCustomer(db, { name: 'Group' });
		const customerId = await givenCustomer(db, { parentId });
		const sister = await givenCustomer(db, { name: 'Sister', parentId });
		const part = await givenCustomer(db, { name: 'Part', parentId: customerId });
		await givenInvitation(db, { customerId: sister });
		await givenResponse(db, { customerId: part, respondedAt: at('08T12:00:00') });
		await givenCustomer(db, { name: 'Stranger' });
		await givenRevenue(db, { customerId: sister, bookedOn: '2026-01-02', amountMinor: 70_00 });
		await givenRefreshed(db);

		expect(await relativesOf(db, customerId, { day: '2026-01-10', since: at('01T00:00:00') })).toMatchObject([
			{ name: 'Group', relation: 'parent', asked: 0, answers: 0, perYearMinor: null },
			{ name: 'Part', relation: 'part of it', answers: 1 },
			{ name: 'Sister', relation: 'same parent', asked: 1, answers: 0, perYearMinor: 70_00 }
		]);
	});
});

describe('what a customer pays', () => {
	test('is told line by line in its own currency, and each time the yearly revenue changes', async ({ db }) => {
		const customerId = await givenCustomer(db);
		const yearly = { customerId, kind: 'recurring' as const };
		await givenRevenue(db, {
			...yearly,
			bookedOn: '2024-01-01',
			servedFrom: '2024-01-01',
			servedTo: '2025-01-01',
			amountMinor: 366_00
		});
		await givenRevenue(db, {
			customerId,
			bookedOn: '2024-03-01',
			kind: 'refund',
			amountMinor: -20_00,
			currency: 'EUR'
		});
		await givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: '2026-01-02' });
		await givenRefreshed(db);

		const asked = { customerId, zone: 'UTC', before: newest, limit: 9 };
		expect(await paidEntries(db, asked)).toMatchObject([
			{ kind: 'refund', amountMinor: -20_00, currency: 'EUR', day: '2024-03-01' },
			{ kind: 'recurring', servedTo: '2025-01-01', at: '2024-01-01T00:00:00.000000Z' }
		]);
		const values = await valueEntries(db, { ...asked, through: '2026-01-31' });
		expect(values).toHaveLength(2);
		expect(values[1]).toMatchObject({ day: '2024-01-01', thenMinor: 0 });
		expect(values[1].nowMinor).toBeGreaterThan(0);
		expect(values[0]).toMatchObject({ nowMinor: 0, thenMinor: values[1].nowMinor });
	});

	test('is a dash with its reason where there are no books, and a lifetime value too', async ({ db }) => {
		const id = await givenCustomer(db);
		await givenResponse(db, { customerId: id });
		await givenRefreshed(db);
		const money = await customersMoney(db, (await accountOf(db, id))!, { today: '2026-01-31' });
		expect(money).toMatchObject({ perYearMinor: null, on: null, months: [] });
		expect(money.likeThem).toMatchObject({
			alike: { segment: null, region: null, plan: null },
			value: { estimate: { status: 'not_estimable' } }
		});
	});
});

describe('the whole story', () => {
	test('goes on page by page without repeating or leaving out anything', async ({ db }) => {
		const customerId = await givenCustomer(db, { startedOn: '2025-01-01', endedOn: '2026-01-09', endedWhy: 'moved' });
		for (let i = 0; i < 40; i++) {
			await givenRevenue(db, { customerId, bookedOn: `2026-01-0${1 + (i % 8)}` });
			await givenResponse(db, { customerId, respondedAt: at(`0${1 + (i % 8)}T00:00:00`) });
		}
		await givenRefreshed(db);
		const page = async (behind: Place | null, limit: number) => {
			const common = (strand: Place['strand']) => ({
				customerId,
				zone: 'UTC',
				onlyWords: false,
				through: '2026-01-31',
				before: askedOf(strand, behind),
				limit: limit + 1
			});
			const all = await Promise.all([
				saidEntries(db, common('said')),
				valueEntries(db, common('value')),
				paidEntries(db, common('paid')),
				accountEntries(db, customerId, common('account'))
			]);
			return woven<Place>(all, limit);
		};
		const key = ({ strand, id }: Place) => `${strand} ${id}`;
		const whole = (await page(null, 1_000)).entries.map(key);
		const told: string[] = [];
		let behind: Place | null = null;
		for (;;) {
			const { entries, next } = await page(behind, 7);
			told.push(...entries.map(key));
			if (next === null) break;
			behind = placeFrom(next);
		}
		expect(told).toEqual(whole);
		expect(new Set(told).size).toBe(told.length);
		expect(whole.filter((one) => one.startsWith('paid'))).toHaveLength(40);
		expect(whole[0]).toBe('account 2');
		expect(whole.at(-1)).toBe('account 1');
	});
});

test('an account is introduced as the files have it', async ({ db }) => {
	const parentId = await givenCustomer(db, { name: 'Group' });
	const id = await givenCustomer(db, { key: 'A-1', name: 'Alpha', segment: 'Team', parentId, cameBy: 'recommended' });
	expect(await accountOf(db, id)).toMatchObject({
		key: 'A-1',
		name: 'Alpha',
		segment: 'Team',
		region: null,
		endedOn: null,
		cameBy: 'recommended',
		parent: { id: parentId, name: 'Group' },
		source: 'test'
	});
	expect(await accountOf(db, id + 1_000_000)).toBeNull();
});
