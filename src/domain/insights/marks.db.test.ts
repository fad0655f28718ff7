import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { ChartPlaces } from '#ui/charts/places.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { can } from '../auth/roles.ts';
import { holderOfToken, makeToken } from '../auth/server.ts';
import { isResolved } from './mark.ts';
import {
	marksOf,
	mentionOf,
	mentionsOf,
	noteTold,
	placeMark,
	replyToMark,
	rewordMark,
	seeMentions,
	settleMark,
	unseenMentions,
	untoldMentions
} from './server.ts';

const now = new Date('2026-11-23T08:00:00Z');
const months: ChartPlaces = {
	chart: 'by-month',
	name: 'NPS by month',
	places: ['Sep', 'Oct', 'Nov'].map((name, x) => ({
		key: `month:2026-${x + 9 < 10 ? '0' : ''}${x + 9}`,
		name: `${name} 2026`,
		at: { x, y: null },
		says: `NPS ${40 + x}`
	}))
};
const curves: ChartPlaces = {
	chart: 'who-stays',
	name: 'Who stays',
	places: ['high', 'low'].map((key, i) => ({ key: `group:${key}`, name: key, at: { x: 24, y: i }, says: null }))
};
const where = { population: 'survey=nps%3Arelationship', week: '2026-W47', ofDemo: false };

const onlyMark = async (db: Db) => (await marksOf(db, { charts: null, ofDemo: false }))[0];

describe('a mark', () => {
	test('keeps where it is, of whom, what was seen, and every wording and answer', async ({ db }) => {
		const dana = await givenPerson(db, { role: 'cco', name: 'Dana' });
		const eve = await givenPerson(db, { role: 'executive', name: 'Eve' });
		const id = await placeMark(
			db,
			months,
			{ ...where, from: 'month:2026-11', to: 'month:2026-10', text: 'Billing letter' },
			{ by: dana, now }
		);
		await rewordMark(db, { id, seen: 1, text: 'Billing letter, second run' }, { by: dana, now });
		await replyToMark(db, { id, text: 'To whom?' }, { by: eve, now });
		await settleMark(db, { id, kind: 'resolved', text: 'Stopped' }, { by: dana, now });

		const mark = await onlyMark(db);
		expect(mark).toMatchObject({
			...{ id, chart: 'by-month', from: 'month:2026-10', to: 'month:2026-11', pointsAt: 'Oct 2026 to Nov 2026' },
			...{ population: where.population, week: '2026-W47', saw: 'Oct 2026: NPS 41; Nov 2026: NPS 42', through: null },
			text: { version: 2, text: 'Billing letter, second run', by: 'Dana', at: now },
			earlier: [{ version: 1, text: 'Billing letter' }],
			said: [
				{ kind: 'said', text: 'To whom?', by: 'Eve' },
				{ kind: 'resolved', text: 'Stopped', by: 'Dana' }
			]
		});
		expect(isResolved(mark)).toBe(true);
		expect(await marksOf(db, { charts: ['who-stays'], ofDemo: false })).toEqual([]);
		expect(await marksOf(db, { charts: null, ofDemo: true })).toEqual([]);

		for (const [table, column] of Object.entries({ mark: 'saw', mark_text: 'text', mark_reply: 'text' }))
			for (const change of [`delete from ${table}`, `update ${table} set ${column} = 'x'`])
				await expect(db.transaction((tx) => tx.execute(sql.raw(change)))).rejects.toMatchObject({
					cause: { message: expect.stringContaining('never changed or deleted') }
				});
		expect(await onlyMark(db)).toEqual(mark);
	});

	test('is reworded only by who has seen what it says, and settled once', async ({ db }) => {
		const [dana, eve] = [await givenPerson(db, { role: 'cco', name: 'Dana' }), await givenPerson(db, { role: 'cco' })];
		const id = await placeMark(db, months, { ...where, from: 'month:2026-10', text: 'Outage' }, { by: dana, now });
		await rewordMark(db, { id, seen: 1, text: 'Outage of two hours' }, { by: dana, now });
		await expect(rewordMark(db, { id, seen: 1, text: 'A release' }, { by: eve, now })).rejects.toThrow(
			'Dana has meanwhile written “Outage of two hours”'
		);
		await expect(rewordMark(db, { id, seen: 9, text: 'A release' }, { by: eve, now })).rejects.toThrow('meanwhile');
		await settleMark(db, { id, kind: 'resolved', text: '' }, { by: eve, now });
		await expect(settleMark(db, { id, kind: 'resolved', text: '' }, { by: dana, now })).rejects.toThrow('meanwhile');
		expect((await onlyMark(db)).earlier).toHaveLength(1);
	});

	test('is put only on points that the chart has, and on one curve at a time', async ({ db }) => {
		const by = await givenPerson(db, { role: 'administrator' });
		const put = (chart: ChartPlaces, from: string, to?: string) =>
			placeMark(db, chart, { ...where, from, to, text: 'x' }, { by, now });
		await expect(put(months, 'month:2020-01')).rejects.toThrow('no such point');
		await expect(put(curves, 'group:high', 'group:low')).rejects.toThrow('by itself');
		await expect(put(curves, 'group:low')).resolves.toBeGreaterThan(0);
		expect((await onlyMark(db)).saw).toBeNull();
	});

	test('is the chief customer officer’s to put, and everybody’s to answer', async ({ db }) => {
		const dana = await givenPerson(db, { role: 'cco' });
		const id = await placeMark(db, months, { ...where, from: 'month:2026-10', text: 'x' }, { by: dana, now });
		for (const role of ['executive', 'analyst'] as const) {
			const by = await givenPerson(db, { role });
			const put = placeMark(db, months, { ...where, from: 'month:2026-10', text: 'x' }, { by, now });
			await expect(put).rejects.toThrow('chief customer officer');
			await expect(rewordMark(db, { id, seen: 1, text: 'y' }, { by, now })).rejects.toThrow('chief customer officer');
			await expect(settleMark(db, { id, kind: 'resolved', text: '' }, { by, now })).rejects.toThrow('officer');
			await replyToMark(db, { id, text: `As ${role}` }, { by, now });
		}
		await expect(replyToMark(db, { id, text: '' }, { by: dana, now })).rejects.toThrow('sentence');
		await expect(replyToMark(db, { id: id + 1, text: 'x' }, { by: dana, now })).rejects.toThrow('no such mark');
		expect((await onlyMark(db)).said).toHaveLength(2);
	});

	test('comes from a program whose token was made for it', async ({ db }) => {
		const by = await givenPerson(db, { role: 'cco' });
		const holder = async (scopes?: ('read' | 'mark')[]) =>
			(await holderOfToken(db, await makeToken(db, { name: 'deploys', scopes, by }), now))!;
		const reader = await holder();
		expect([can(reader, 'read'), can(reader, 'mark'), can(reader, 'write')]).toEqual([true, false, false]);
		const put = (person: typeof by) =>
			placeMark(
				db,
				months,
				{ ...where, from: 'month:2026-11', text: 'Release 4.2', through: 'deploys' },
				{ by: person, now }
			);
		await expect(put(reader)).rejects.toThrow('chief customer officer');
		const marker = await holder(['read', 'mark']);
		expect([can(marker, 'mark'), can(marker, 'write'), can(marker, 'data')]).toEqual([true, false, false]);
		await put(marker);
		expect(await onlyMark(db)).toMatchObject({ through: 'deploys', text: { text: 'Release 4.2' } });
	});
});

describe('who is mentioned', () => {
	test('sees it until they have said so or answered, and is told once', async ({ db }) => {
		const dana = await givenPerson(db, { role: 'cco', name: 'Dana' });
		const eve = await givenPerson(db, { name: 'Eve Moss', email: 'eve@example.com' });
		const id = await placeMark(
			db,
			months,
			{ ...where, from: 'month:2026-10', text: '@Eve Moss and @Dana: look' },
			{ by: dana, now }
		);
		expect(await unseenMentions(db, dana.id)).toBe(0);
		expect(await unseenMentions(db, eve.id)).toBe(1);
		const [untold] = await untoldMentions(db, 10);
		expect(untold).toMatchObject({ kind: 'mark', id, personId: eve.id });
		expect(await mentionOf(db, untold.number)).toMatchObject({ by: 'Dana', seenAt: null, to: { name: 'Eve Moss' } });
		await noteTold(db, untold.number, now);
		expect(await untoldMentions(db, 10)).toEqual([]);

		await replyToMark(db, { id, text: 'I see it, @dana' }, { by: eve, now });
		expect(await unseenMentions(db, eve.id)).toBe(0);
		expect(await mentionsOf(db, eve.id, 10)).toMatchObject([{ number: untold.number, seenAt: now }]);
		expect(await unseenMentions(db, dana.id)).toBe(1);
		await seeMentions(db, dana.id, now);
		expect(await unseenMentions(db, dana.id)).toBe(0);
		// Seen before any mail went: there is nothing to tell any more.
		expect(await untoldMentions(db, 10)).toEqual([]);
	});
});
