import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { givenRefreshed, givenResponse } from '#tests/factories/given.ts';
import { importText } from '#tests/factories/imports.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { test } from '#tests/db/test.ts';
import { rows } from '#platform/db/rows.ts';
import { roles } from '../../auth/roles.ts';
import { commentFromJson } from '../feed.ts';
import type { FeedScope } from '../feed.ts';
import { everything } from '../filter.ts';
import { addStaffName, feed, removeStaffName, staffNames, unmask, voice } from '../server.ts';
import { commentsAbout, makeTheme } from '../themes/server.ts';

const january: FeedScope = {
	from: '2026-01-01',
	to: '2026-01-31',
	segment: null,
	region: null,
	plan: null,
	series: null,
	scores: null
};
const now = new Date('2026-02-01T08:00:00Z');
const secret = 'Ask Dana on +49 30 901820 or at dana@example.org.';

describe('what readers are sent', () => {
	test.for(roles)('nothing hidden goes to a %s, title and earlier versions included', async (role, { db }) => {
		const reader = await givenPerson(db, { role });
		await addStaffName(db, 'Dana', { by: reader, now });
		await givenResponse(db, { title: secret, comment: secret });
		const head = 'customer_id,started_on,response_id,survey,survey_kind,metric,responded_at,score,comment\n';
		const said = (comment: string) =>
			`A,2024-01-01,R1,Relationship,relationship,nps,2026-01-07T10:00:00Z,3,${comment}\n`;
		await importText(db, { 'a.csv': head + said(secret) });
		await importText(db, { 'a.csv': head + said('Never mind Dana.') });

		const sent = JSON.stringify(await feed(db, january, { zone: 'UTC', reader }));
		expect(sent).not.toMatch(/Dana|901820|dana@/);
		const { comments } = JSON.parse(sent) as Awaited<ReturnType<typeof feed>>;
		const [corrected, other] = comments.map(commentFromJson).sort((a, b) => b.earlier.length - a.earlier.length);
		expect(other.title).toBe('Ask [colleague’s name hidden] on [phone number hidden] or at [e-mail address hidden].');
		expect(other.hidden.comment.map(({ from, to, kind }) => [other.comment!.slice(from, to), kind])).toEqual([
			['[colleague’s name hidden]', 'colleague’s name'],
			['[phone number hidden]', 'phone number'],
			['[e-mail address hidden]', 'e-mail address']
		]);
		expect(corrected).toMatchObject({
			comment: 'Never mind [colleague’s name hidden].',
			earlier: [{ comment: other.comment }]
		});
		expect(corrected.earlier[0].replacedAt).toBeInstanceOf(Date);
	});

	test('the original is kept, and shown again as soon as a name leaves the list', async ({ db }) => {
		const reader = await givenPerson(db);
		await givenResponse(db, { comment: 'Thank Dana.' });
		await addStaffName(db, 'dana', { by: reader, now });
		await expect(addStaffName(db, 'DANA', { by: reader, now })).rejects.toThrow('on the list already');
		const words = async () => (await feed(db, january, { zone: 'UTC', reader })).comments[0].comment;
		expect(await words()).toBe('Thank [colleague’s name hidden].');

		const [{ id }] = await rows<{ id: number }>(db, sql`select id from staff_name`);
		await removeStaffName(db, id, { by: reader });
		expect(await words()).toBe('Thank Dana.');
	});
});

describe('what is hidden', () => {
	test('is found by nobody, in any way, for as long as it is hidden', async ({ db }) => {
		const reader = await givenPerson(db, { role: 'cco' });
		const theme = await makeTheme(db, { name: 'Dana', rules: [{ language: '', text: 'dana' }] }, { by: reader, now });
		await givenResponse(db, { comment: secret, language: 'en' });
		await givenResponse(db, { title: 'dana\u200bx', comment: 'Late again' });
		const hits = async (search: string) =>
			(await voice(db, { ...everything, search }, { zone: 'UTC', currency: 'USD', reader }, null)).matching;
		const themed = async () => (await commentsAbout(db, theme, null)).all;
		const finding = ['dana', 'dan*', '"ask dana"', 'danna', 'ask -late'];

		await addStaffName(db, 'Dana', { by: reader, now });
		await givenRefreshed(db);
		expect(await Promise.all(['901820', 'example', '"30 901820"', ...finding].map(hits))).toEqual([
			0, 0, 0, 0, 0, 0, 0, 1
		]);
		expect(await themed()).toBe(0);
		const names = async () => (await staffNames(db)).map(({ id }) => id);

		await removeStaffName(db, (await names())[0], { by: reader });
		expect(await Promise.all(finding.map(hits))).toEqual([2, 2, 1, 1, 1]);
		expect(await themed()).toBe(1);

		await addStaffName(db, 'DANA', { by: reader, now });
		expect(await Promise.all(finding.map(hits))).toEqual([0, 0, 0, 0, 1]);
		expect(await hits('-dana')).toBe(2);
		expect(await themed()).toBe(0);
		expect(await rows(db, sql`select word from comment_word where word like '%dana%'`)).toEqual([]);
	});
});

describe('unmasking', () => {
	test.for([
		['executive', false],
		['cco', true],
		['analyst', false],
		['administrator', true]
	] as const)('by role: %s', async ([role, may], { db }) => {
		const by = await givenPerson(db, { role });
		const { customerId, id: responseId } = await givenResponse(db, { comment: secret });
		const asked = unmask(db, { customerId, responseId, by });
		if (may) expect(await asked).toEqual({ title: null, comment: secret });
		else await expect(asked).rejects.toMatchObject({ reason: 'not-allowed' });
	});

	test('is logged each time, without the words', async ({ db }) => {
		const by = await givenPerson(db, { role: 'cco' });
		const { customerId, id: responseId } = await givenResponse(db, { comment: secret });
		await unmask(db, { customerId, responseId, by });
		await unmask(db, { customerId, responseId, by });
		const entry = { by: by.id, subject: `answer ${responseId} of customer ${customerId}`, detail: null };
		expect(
			await rows(
				db,
				sql`select person_id as "by", subject, detail from audit_entry where action = 'unmasked a comment' order by id`
			)
		).toEqual([entry, entry]);
	});

	test('finds no words where there are none', async ({ db }) => {
		const by = await givenPerson(db, { role: 'cco' });
		const { customerId, id } = await givenResponse(db, { score: 9 });
		await expect(unmask(db, { customerId, responseId: id, by })).rejects.toMatchObject({ reason: 'not-found' });
		await expect(unmask(db, { customerId: customerId + 1, responseId: id, by })).rejects.toThrow('no such comment');
	});
});
