import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { test } from '#tests/db/test.ts';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { importText, now as later } from '#tests/factories/imports.ts';
import { givenPerson } from '#tests/factories/people.ts';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { askedOf } from '../customers/story/story.ts';
import { erase, undoImport } from '../imports/server.ts';
import { notKnown } from '../scope/scope.ts';
import {
	countOpenPromises,
	endFollowUp,
	followedEntries,
	followUp,
	followUps,
	followUpsOf,
	noteConversation,
	openPromises,
	spokeEntries
} from './server.ts';

const now = new Date('2026-02-03T10:00:00Z');
const promise = { kind: 'promise', what: 'The export by March', dueOn: '2026-02-28' } as const;
const theirs = (customerId: number, strand: 'followed' | 'spoke') => ({
	customerId,
	zone: 'UTC',
	before: askedOf(strand, null),
	limit: 10
});

test('what is owed is open until somebody ends it, once, with what came of it', async ({ db }) => {
	const cco = await givenPerson(db, { role: 'cco', name: 'Dana' });
	const { customerId, id } = await givenResponse(db, { score: 2, comment: 'Where is the export?' });
	await givenRevenue(db, { customerId, bookedOn: '2026-01-31', amountMinor: 500_00, reportingMinor: 500_00 });
	await givenRefreshed(db);
	const by = { by: cco, now };
	await followUp(db, { ...promise, customerId, responseId: id, ownerId: cco.id }, by);
	await followUp(
		db,
		{ customerId, responseId: null, kind: 'thank', what: 'For their patience', ownerId: cco.id, dueOn: '2026-02-01' },
		by
	);

	const before = await followUps(db, { ownerId: null, zone: 'UTC', now });
	expect(before.open.map(({ kind, perYearMinor }) => [kind, perYearMinor])).toEqual([
		['thank', 500_00],
		['promise', 500_00]
	]);
	expect(before.counts).toEqual({ open: 2, overdue: 1, done: 0, dropped: 0 });
	const everybody = { segment: null, region: null, plan: null };
	expect(await countOpenPromises(db, everybody, '2026-03-01')).toEqual({ open: 1, overdue: 1 });
	expect(await openPromises(db, everybody, 5)).toMatchObject([{ what: promise.what, owner: 'Dana' }]);
	// They are of no known segment: a page or a mail about another says nothing of them.
	expect(await openPromises(db, { ...everybody, segment: notKnown }, 5)).toHaveLength(1);
	expect(await openPromises(db, { ...everybody, segment: 'Team' }, 5)).toEqual([]);
	expect(await countOpenPromises(db, { ...everybody, segment: 'Team' }, '2026-03-01')).toEqual({ open: 0, overdue: 0 });

	const [thanks] = before.open;
	const ended = { customerId, id: thanks.id, state: 'done', outcome: 'Rang them; they were glad' } as const;
	await endFollowUp(db, ended, by);
	await expect(endFollowUp(db, { ...ended, state: 'dropped' }, by)).rejects.toThrow('Somebody has ended');
	expect((await followUps(db, { ownerId: null, zone: 'UTC', now })).counts).toMatchObject({ open: 1, done: 1 });
	expect(await followedEntries(db, theirs(customerId, 'followed'))).toMatchObject([
		{ state: 'done', words: 'Rang them; they were glad' },
		{ state: 'open', words: 'For their patience' },
		{ state: 'open', words: promise.what }
	]);
});

test('who only reads follows nothing up, and nobody points at another customer’s words', async ({ db }) => {
	const cco = await givenPerson(db, { role: 'cco' });
	const customerId = await givenCustomer(db);
	const { id } = await givenResponse(db, { score: 2 });
	const one = { ...promise, customerId, responseId: id, ownerId: cco.id };
	await expect(followUp(db, one, { by: cco, now })).rejects.toThrow('one of this customer’s');
	await expect(followUp(db, { ...one, responseId: null, ownerId: 0 }, { by: cco, now })).rejects.toThrow('can sign in');
	await expect(followUp(db, { ...one, responseId: null, customerId: 0 }, { by: cco, now })).rejects.toThrow('no such');
	const analyst = await givenPerson(db, { role: 'analyst' });
	expect(() => followUp(db, { ...one, responseId: null }, { by: analyst, now })).toThrow('Your role reads');

	const talk = { customerId, heldOn: '2026-02-04', channel: 'call', withWhom: null, heard: 'All is well' } as const;
	expect(() => noteConversation(db, talk, { by: cco, now, today: '2026-02-03' })).toThrow('still to come');
	expect(await followUpsOf(db, customerId)).toEqual([]);
});

const file =
	'customer_id,customer_name,started_on,contact_id,contact_name,contact_email,response_id,survey,survey_kind,metric,responded_at,score,comment\n' +
	'Alpha,Alpha Ltd,2024-01-01,Claire,Claire Moreau,claire@example.org,R1,Relationship,relationship,nps,2026-01-07T10:00:00Z,3,Claire was here\n';
const notes = (db: Db) =>
	rows<{ text: string }>(
		db,
		sql`
	select to_jsonb(t)::text as "text" from follow_up t union all select to_jsonb(t)::text from conversation t
`
	);

async function givenNotesOnClaire(db: Db) {
	const { id: importId } = await importText(db, { 'a.csv': file });
	const { customerId, responseId } = await row<{ customerId: number; responseId: number }>(
		db,
		sql`select customer_id as "customerId", id as "responseId" from response`
	);
	const by = await givenPerson(db, { role: 'executive' });
	await followUp(db, { ...promise, what: 'Her export', customerId, responseId, ownerId: by.id }, { by, now });
	await followUp(db, { ...promise, customerId, responseId: null, ownerId: by.id }, { by, now });
	for (const heard of ['claire moreau waits for it', 'The others are content'])
		await noteConversation(
			db,
			{ customerId, heldOn: '2026-02-02', channel: 'visit', withWhom: null, heard },
			{ by, now, today: '2026-02-03' }
		);
	return { importId, customerId };
}

test('a person who is erased is gone from what we noted of them, and the rest stays', async ({ db }) => {
	const { customerId } = await givenNotesOnClaire(db);
	const files = { holding: async () => ({ holding: [], unsearchable: [] }), forget: async () => {} };
	await erase(db, { by: 'e-mail', email: 'claire@example.org' }, { by: null, reason: 'They asked.', now, files });

	expect((await notes(db)).map(({ text }) => text).join()).not.toMatch(/claire|Her export/i);
	expect((await followUpsOf(db, customerId)).map(({ what }) => what).sort()).toEqual([promise.what, null]);
	expect((await spokeEntries(db, theirs(customerId, 'spoke'))).map(({ heard }) => heard)).toEqual([
		'The others are content',
		null
	]);
});

test('an undone import takes along what we noted on its customers, and says how much', async ({ db }) => {
	const { importId } = await givenNotesOnClaire(db);
	await undoImport(db, importId, { by: null, now: later });
	expect(await notes(db)).toEqual([]);
	expect(
		await rows(db, sql`select from audit_entry where subject like '%4 of our own notes on its customers%'`)
	).toHaveLength(1);
});
