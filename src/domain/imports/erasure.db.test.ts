import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'devalue';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { test as base } from '#tests/db/test.ts';
import { importText, now } from '#tests/factories/imports.ts';
import { givenCustomer } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { givenSchedule } from '#tests/factories/schedules.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { importFolder, keptFiles } from '#platform/imported-files.ts';
import { invite, openLinks, withdrawLink } from '../auth/server.ts';
import { makeBet, writeWhys } from '../bets/server.ts';
import type { NewPlan } from '../bets/server.ts';
import { populationOfCustomer } from '../insights/mark.ts';
import { insightOf, makeInsight, marksOf, pinComment, placeMark, replyToInsight } from '../insights/server.ts';
import {
	addEvent,
	closeAsShown,
	decide,
	editionOf,
	noteGuest,
	searchReviews,
	sinceClosed,
	writeHeadline
} from '../reviews/server.ts';
import { followUp, noteConversation } from '../officer/server.ts';
import { organisationOf } from '../scope/server.ts';
import { readEdition, sendNow } from '../snapshots/server.ts';
import { inAct, verifyVoice } from '../voice/server.ts';
import { makeTheme, themes } from '../voice/themes/server.ts';
import { erase, undoImport, wouldErase } from './server.ts';

const test = base.extend<{ dataDir: string }>({
	dataDir: async ({}, use) => {
		const folder = await mkdtemp(join(tmpdir(), 'empty-chair-erasure-'));
		await use(folder);
		await rm(folder, { recursive: true });
	}
});

const head =
	'customer_id,customer_name,started_on,contact_id,contact_name,contact_email,response_id,survey,survey_kind,metric,sent_at,responded_at,score,comment\n';
const line = (customer: string, contact: string, id: string, score: string, comment: string) =>
	`${customer},${customer} Ltd,2024-01-01,${contact},${contact} Moreau,${contact}@Example.org,${id},Relationship,relationship,nps,2026-01-06T10:00:00Z,2026-01-07T10:00:00Z,${score},${comment}\n`;
const file =
	head +
	line('Alpha', 'Claire', 'R1', '3', 'Claire was here') +
	line('Alpha', 'Claire', '', '', 'Claire wrote again') +
	line('Alpha', 'Bob', 'R3', '9', 'Bob was here') +
	line('Beta', 'Claire', 'R4', '5', 'Claire moved on');

/** Everything that any table holds, as one text. */
async function everything(db: Db): Promise<string> {
	const tables = await rows<{ name: string }>(
		db,
		sql`select table_name as "name" from information_schema.tables where table_schema = 'public'`
	);
	const all = [];
	for (const { name } of tables)
		all.push(
			...(await rows<{ row: string }>(db, sql`select to_jsonb(t)::text as "row" from ${sql.identifier(name)} t`))
		);
	return all.map(({ row }) => row).join('\n');
}

/** Names of groups, states, calendars and rules, of which people are no part; and what only hashes or counts. */
const ofNobody =
	/^(segment|region|plan|series|feeling|metric|kind|state|purpose|role|channel|language|came_by|currency|week|zone|time_zone|basis|unit|span|movement|version|period|subject|of_demo|hash|id|touchpoint|quiet_from|quiet_to|daily_at|preset|comment_rule|every|occasion|occurrence|outcome|fate|measure|comparison|side|grade|method|reason|token|customers|root|previous|place|word|stem|entry|places|words|of)$/;

/** What an erasure does with each other column that can hold text. Whoever adds one has to say. */
const reached = `
	contact: key name email · customer: key name ended_why · response: source_response_id source_invitation_id title comment
	earlier_words: title comment · invitation: source_invitation_id · revenue_line: source_line_id · replaced_row: before
	alert: words · conversation: with_whom heard · follow_up: what outcome · theme: name · theme_rule: rule
	mark_text: text · mark_reply: text · insight_version: claim end_text words · insight_reply: text · mention: text
	bet: about · bet_version: hypothesis customers · bet_stop: why · bet_whys: whys · bet_member: key unit
	decision: what why expected for_customers outcome · event: what · headline: text · attendee: guest
	edition: contents · snapshot_edition: contents · snapshot_schedule: name · snapshot_recipient: address
	snapshot_delivery: address answer · snapshot_attempt: answer · one_time_link: email
	audit_entry: subject detail · voice_act: reason · import_run: files
	comment_words: words · comment_word: word stem · comment_list: entry
`;
/** Ours, or of no person: accounts and programs, our colleagues' names, headings, what a machine says or works out. */
const left = `
	person: email name password_hash · staff_name: name · api_token: name scopes · organisation: name reporting_currency
	audit_entry: action · source: name · survey: name · revenue_line: product · import_run: mapping counts message
	kept_mapping: headings mapping · arrangement: parts · bet_start: seed why_not · bet_verdict: definition judgement
	bet_version: group_slice group_value · alert: facts · alert_telling: why · alert_wish: kinds · mark: chart from_place to_place
	mark: points_at population saw through · insight: population · insight_figure: figure query name definition population
	insight_version: end_kind · kept_price: found · valuation: refusal · theme_stake: rules · suppressed_person: stands_in
	suppression_secret: secret · snapshot_schedule: sections skips survey time trouble zone_of · snapshot_edition: why
	snapshot_delivery: claim message_id
`;
const columnsOf = (list: string): string[] =>
	list.split(/[\n·]/).flatMap((part) => {
		const [table, columns = ''] = part.trim().split(': ');
		return columns.split(' ').flatMap((column) => (column ? [`${table}.${column}`] : []));
	});

const claire = { by: 'e-mail', email: 'claire@example.org' } as const;
const answered = (db: Db) =>
	rows(
		db,
		sql`select comment, score, erased_at is not null as "erased" from response order by comment nulls last, score nulls last`
	);

async function imported(db: Db, dataDir: string, text = file): Promise<number> {
	const { id } = await importText(db, { 'a.csv': text });
	await mkdir(importFolder(dataDir, id), { recursive: true });
	await writeFile(join(importFolder(dataDir, id), 'file-1'), text);
	return id;
}

/** An edition with every comment of the week, on its way to somebody. */
async function mailed(db: Db, to: string): Promise<number> {
	const cco = await givenPerson(db, { role: 'cco' });
	const at = { by: cco, now: new Date('2026-01-12T09:00:00Z') };
	const id = await givenSchedule(db, {
		...at,
		name: 'For Claire Moreau',
		to: [to],
		sections: ['words', 'decisions'],
		comments: { rule: 'all', limit: 10 }
	});
	return sendNow(db, id, { ...at, host: 'example.com' });
}

const gap = '[a passage was removed: erasure of 23 Nov 2026]';

const herMonths = {
	...{ chart: 'customer-revenue', name: 'By month' },
	places: [{ key: 'month:2026-01', name: 'Jan 2026', at: { x: 0, y: null }, says: null }]
};

const plannedBy = (ownerId: number): NewPlan => ({
	...{ hypothesis: 'Ringing Claire Moreau keeps her', ownerId, costMinor: 100, currency: 'EUR', months: 12 },
	...{ startsOn: '2026-02-01', endsOn: '2026-03-01', comparison: { kind: 'draw', share: 0.5 } },
	...{ whom: { segment: null, region: null, plan: null, customers: null }, measure: 'staying', series: null },
	forecast: { value: 0.1, low: 0, high: 0.2, worthMinor: 1_000 }
});

/** An insight on her words, a decision that followed, and all else in which our people came to speak of her. */
async function givenWrittenAboutClaire(db: Db) {
	const cco = await givenPerson(db, { role: 'cco', name: 'Dana' });
	const at = { by: cco, now: new Date('2026-01-12T08:00:00Z') };
	const [beta] = await rows<{ customerId: number; responseId: number }>(
		db,
		sql`select customer_id as "customerId", id as "responseId" from response where comment like '%whole team%'`
	);
	const week = '2026-W02';
	const seen = { week, population: '', ofDemo: false };
	const claimed = { claim: 'Claire Moreau says “moved the whole team to Lyon”', ownerId: cco.id, words: '' };
	const number = await makeInsight(db, claimed, seen, at);
	await pinComment(db, { number, side: 'for', ...beta }, at);
	await replyToInsight(
		db,
		{ number, text: '@Dana who rings claire@example.org?' },
		{ ...at, by: await givenPerson(db) }
	);
	const others = populationOfCustomer(beta.customerId);
	const text = 'Claire Moreau wrote here; about somebody else altogether';
	await placeMark(db, herMonths, { ...seen, from: 'month:2026-01', population: others, text }, at);
	await writeHeadline(db, { week, text: 'Claire Moreau is leaving', seen: 0 }, at);
	const happened = { kind: 'other', fromDay: '2026-01-06', toDay: '2026-01-06' } as const;
	await addEvent(db, { ...happened, what: 'CLAIRE MOREAU visited us' }, at);
	await addEvent(
		db,
		{ ...happened, fromDay: '2026-01-12', toDay: '2026-01-12', what: 'Not our claire moreau, another one' },
		at
	);
	await noteGuest(db, { week, guest: 'Claire Moreau' }, at);
	const bet = await makeBet(db, plannedBy(cco.id), { insight: number, about: '', ofDemo: false }, at);
	await writeWhys(db, { number: bet, whys: ['She left', 'Claire Moreau was never rung'], seen: 0 }, at);
	const organisation = await organisationOf(db);
	const scope = { week, segment: null, region: null, plan: null, survey: null };
	const decided = {
		what: 'Ring Claire Moreau',
		why: 'She leaves',
		ownerId: cco.id,
		dueOn: '2026-01-20',
		expected: 'x'
	};
	const because = { forCustomers: 'Somebody listens', insight: { number, seen: 1 } };
	await decide(db, { ...decided, ...because }, { scope, organisation, ...at });
	await closeAsShown(db, week, { organisation, ...at });
	await mailed(db, 'claire@example.org');
	const figures = stringify((await editionOf(db, week))!.review);
	return { week, number, others, figures };
}

/** Where nobody would look: what things are called, why they were done, what machines answered, and notes on others. */
async function givenCalledAfterClaire(db: Db, dataDir: string) {
	const cco = await givenPerson(db, { role: 'cco' });
	const at = { by: cco, now: now() };
	const rules = [
		{ language: 'en', text: '"Claire Moreau" billing -"claire moreau"*' },
		{ language: '', text: 'Claire' }
	];
	await makeTheme(db, { name: 'Claire Moreau', rules }, at);
	await makeTheme(db, { name: 'claire moreau', rules: [{ language: 'fr', text: 'facture' }] }, at);
	const gamma = await givenCustomer(db, { key: 'Gamma' });
	const owed = { kind: 'promise', ownerId: cco.id, dueOn: '2026-12-01', responseId: null } as const;
	await followUp(db, { ...owed, customerId: gamma, what: 'Tell Claire Moreau, too' }, at);
	const spoke = { customerId: gamma, heldOn: '2026-01-09', channel: 'call', withWhom: 'Eve' } as const;
	await noteConversation(db, { ...spoke, heard: 'They know Claire Moreau' }, { ...at, today: '2026-01-12' });
	await db.execute(sql`
		insert into alert (of_demo, kind, subject, period, raised_at, known, facts, customer_id, follow_up_id, words)
		select '', 'escalation', 'follow-up ' || id, '1', now(), false, '{}', customer_id, id, what from follow_up
		where customer_id = ${gamma}
	`);
	await mailed(db, 'claire@example.org');
	await db.execute(sql`
		insert into snapshot_attempt (delivery_id, number, at, outcome, answer)
		select id, 1, now(), 'failed', '550 <claire@example.org> is unknown here' from snapshot_delivery
		where address = 'claire@example.org'
	`);
	await invite(db, { email: 'CLAIRE@example.org', role: 'executive', ...at });
	await db.execute(sql`update one_time_link set used_at = now()`);
	await invite(db, { email: 'claire@example.org', role: 'executive', ...at });
	const { id } = await importText(db, { 'claire-moreau.csv': head + line('Delta', 'Dan', 'R9', '9', 'hello') });
	await undoImport(db, id, { by: cco, now, reason: 'Claire Moreau was in it' });
	await db.execute(sql`
		update customer set ended_on = '2026-01-08', ended_why = 'Claire Moreau was not heard' where key = 'Alpha'
	`);
	return imported(db, dataDir);
}

const by = { by: null, reason: 'Asked in a letter.', now: now() };

describe('erasing a person', () => {
	test('has an answer for every column that can hold text', async ({ db }) => {
		const columns = await rows<{ name: string; column: string }>(
			db,
			sql`
				select table_name || '.' || column_name as "name", column_name as "column"
				from information_schema.columns
				where table_schema = 'public' and udt_name in ('text', '_text', 'jsonb', 'json', 'bpchar', 'varchar', '_varchar', 'bytea')
			`
		);
		const answered = new Set([...columnsOf(reached), ...columnsOf(left)]);
		const open = columns.filter(({ name, column }) => !answered.has(name) && !ofNobody.test(column));
		expect(open.map(({ name }) => name).sort()).toEqual([]);
		const all = new Set(columns.map(({ name }) => name));
		expect([...answered].filter((name) => !all.has(name))).toEqual([]);
	});

	test('shows what would go, and changes nothing', async ({ db, dataDir }) => {
		const id = await imported(db, dataDir);
		const before = await everything(db);
		const { contacts, comments, answers, invitations, files } = await wouldErase(db, claire, keptFiles(dataDir));
		expect(contacts.map(({ customerKey, name }) => [customerKey, name])).toEqual([
			['Alpha', 'Claire Moreau'],
			['Beta', 'Claire Moreau']
		]);
		expect({ comments, answers, invitations, files }).toEqual({ comments: 3, answers: 3, invitations: 3, files: [id] });
		expect(await everything(db)).toBe(before);
	});

	test('takes words and person from every table and file, and leaves the scores, counted tombstones and the proof', async ({
		db,
		dataDir
	}) => {
		await imported(db, dataDir);
		await importText(db, { 'b.csv': head + line('Alpha', 'Claire', 'R1', '4', 'Claire thought again') });
		const edition = await mailed(db, 'claire@example.org');
		expect((await readEdition(db, edition))?.content?.words?.comments[0].comment).toContain('Claire');
		await erase(db, claire, { ...by, files: keptFiles(dataDir) });

		expect(await everything(db)).not.toMatch(/claire/i);
		expect(await readdir(join(dataDir, 'imports'))).toEqual([]);
		expect(await answered(db)).toEqual([
			{ comment: 'Bob was here', score: 9, erased: false },
			{ comment: null, score: 4, erased: true },
			{ comment: null, score: 5, erased: true },
			{ comment: null, score: null, erased: true }
		]);
		expect(await verifyVoice(db, { zone: 'UTC', now: now() })).toMatchObject({ holds: true, kept: 1, taken: 4 });
		expect((await readEdition(db, edition))?.content?.words?.comments[0]).toMatchObject({
			comment: null,
			gone: 'erased'
		});
	});

	test('reaches what our own people wrote of them, in closed weeks and mail too, and leaves gaps that are counted', async ({
		db,
		dataDir
	}) => {
		await imported(db, dataDir, file.replace('Claire moved on', 'they moved the whole team to Lyon'));
		const { week, number, others, figures } = await givenWrittenAboutClaire(db);
		const found = await wouldErase(db, claire, keptFiles(dataDir));
		expect(found.written.map(({ text, atThem, places }) => [text, atThem, places.length])).toEqual(
			expect.arrayContaining([
				['Claire Moreau says “moved the whole team to Lyon”', true, 2],
				['Ring Claire Moreau', false, 3],
				['Not our claire moreau, another one', false, 1]
			])
		);
		await erase(db, claire, { ...by, files: keptFiles(dataDir), leave: ['Not our claire moreau, another one'] });

		const left = (await everything(db)).replaceAll('Not our claire moreau, another one', '');
		expect(left).not.toMatch(/claire|whole team to lyon/i);
		expect(left).toContain('about somebody else altogether');
		expect((await insightOf(db, number)).current.claim).toBe(`${gap} says “${gap}”`);
		const closed = (await editionOf(db, week))!;
		expect(stringify(closed.review)).toBe(figures);
		expect(closed).toMatchObject({
			headline: { text: `${gap} is leaving` },
			decisions: { ofTheWeek: [{ what: `Ring ${gap}`, insights: [{ number, claim: `${gap} says “${gap}”` }] }] },
			attendance: [{ guest: gap }]
		});
		const scope = { week, segment: null, region: null, plan: null, survey: null };
		const at = { edition: closed, review: closed.review, today: '2026-01-12' };
		expect((await sinceClosed(db, scope, at)).passagesGone).toBe(9);
		expect((await searchReviews(db, 'ring')).found).toMatchObject([{ kind: 'decision', insights: [{ number }] }]);
		expect(await marksOf(db, { charts: null, ofDemo: false, population: others })).toMatchObject([
			{ text: { text: `${gap} wrote here; about somebody else altogether` } }
		]);
		expect(await rows(db, sql`select subject from audit_entry where action = 'erased a person'`)).toEqual([
			{ subject: expect.stringMatching(/passages: \d\d?\. Asked/) }
		]);
		for (const change of [sql`update insight_version set claim = ${gap}`, sql`update edition set contents = ${gap}`])
			await expect(db.transaction((tx) => tx.execute(change))).rejects.toThrow();
	});

	test('reaches what was called after them, the rules of themes, notes on others, links, reasons and answers of machines', async ({
		db,
		dataDir
	}) => {
		await imported(db, dataDir);
		await givenCalledAfterClaire(db, dataDir);
		await erase(db, claire, { ...by, files: keptFiles(dataDir) });

		expect((await everything(db)).split('\n').filter((row) => /claire/i.test(row))).toEqual([]);
		expect(await themes(db)).toMatchObject([
			{ name: gap, version: 2, rules: [{ language: 'en', text: 'billing' }] },
			{ name: expect.stringContaining(gap), version: 1, rules: [{ language: 'fr', text: 'facture' }] }
		]);
		expect(await rows(db, sql`select what from follow_up`)).toEqual([{ what: `Tell ${gap}, too` }]);
		expect(await rows(db, sql`select heard from conversation`)).toEqual([{ heard: `They know ${gap}` }]);
		expect(await rows(db, sql`select words, words_gone as gone from alert`)).toEqual([{ words: null, gone: true }]);
		expect(await rows(db, sql`select ended_why as why from customer where ended_on is not null`)).toEqual([
			{ why: `${gap} was not heard` }
		]);
		expect(await rows(db, sql`select reason from voice_act where kind = 'undo'`)).toEqual([
			{ reason: `${gap} was in it` }
		]);
		expect(await verifyVoice(db, { zone: 'UTC', now: now() })).toMatchObject({ holds: true });
	});

	test('is logged with who and why, and without the person', async ({ db, dataDir }) => {
		const ann = await givenPerson(db, { role: 'administrator' });
		await imported(db, dataDir);
		await erase(db, claire, { ...by, by: ann, files: keptFiles(dataDir) });
		expect(
			await rows(db, sql`select person_id as "by", subject from audit_entry where action = 'erased a person'`)
		).toEqual([
			{
				by: ann.id,
				subject:
					'comments: 3, answers: 3, contacts: 2, imports whose files went: 1, notes: 0, passages: 0. Asked in a letter.'
			}
		]);
	});

	test('takes their name out of the log, where a gap says so, and out of nobody else’s entries', async ({
		db,
		dataDir
	}) => {
		await imported(db, dataDir);
		const ann = await givenPerson(db, { role: 'administrator' });
		for (const email of ['Claire@example.org', 'bob@example.org'])
			await invite(db, { email, role: 'executive', by: ann, now: now() });
		for (const { id } of await openLinks(db, now())) await withdrawLink(db, id, ann);
		const { written } = await wouldErase(db, claire, keptFiles(dataDir));
		expect(new Map(written.map(({ text, places }) => [text, places]))).toEqual(
			new Map([
				['Claire@example.org as executive', ['Audit log: invited']],
				['Claire@example.org', ['Audit log: withdrew a link']]
			])
		);
		await erase(db, claire, { ...by, files: keptFiles(dataDir) });
		const said = await rows<{ subject: string }>(db, sql`select subject from audit_entry where person_id = ${ann.id}`);
		expect(new Set(said.map(({ subject }) => subject))).toEqual(
			new Set([`${gap} as executive`, gap, 'bob@example.org as executive', 'bob@example.org'])
		);
		const act = { kind: 'erasure', by: null, reason: 'x', importId: null, at: now(), zone: 'UTC' } as const;
		for (const change of [
			sql`update audit_entry set subject = 'nothing'`,
			sql`update audit_entry set action = 'nothing', subject = ${gap}`,
			sql`delete from audit_entry`
		])
			await expect(db.transaction((tx) => inAct(tx, act, () => tx.execute(change)))).rejects.toMatchObject({
				cause: { code: 'P0001' }
			});
		expect(await everything(db)).not.toMatch(/claire/i);
	});

	test('holds against the same file, a later one, and the undo and repeat of the first', async ({ db, dataDir }) => {
		const first = await imported(db, dataDir);
		await erase(db, claire, { ...by, files: keptFiles(dataDir) });
		const after = await answered(db);

		const again = await importText(db, { 'a.csv': file });
		expect(again.counts.responses).toEqual({ added: 0, changed: 0, unchanged: 3 });
		expect(again.counts.invitations).toMatchObject({ added: 0, changed: 0 });
		expect(again.rejects).toHaveLength(3);
		expect(again.rejects[0]).toContain('asked to be erased');
		const later = await importText(db, { 'c.csv': head + line('Gamma', 'Claire', 'R9', '8', 'Claire once more') });
		expect(await everything(db)).not.toMatch(/claire/i);
		await undoImport(db, later.id, { by: null, now });
		await undoImport(db, again.id, { by: null, now });
		expect(await answered(db)).toEqual(after);

		await undoImport(db, first, { by: null, now });
		await importText(db, { 'a.csv': file });
		expect(await everything(db)).not.toMatch(/claire/i);
		expect(await answered(db)).toEqual([
			{ comment: 'Bob was here', score: 9, erased: false },
			{ comment: null, score: 3, erased: false },
			{ comment: null, score: 5, erased: false }
		]);
		expect((await verifyVoice(db, { zone: 'UTC', now: now() })).holds).toBe(true);
	});

	test('holds against another key with the same address, also in files that name the key alone', async ({
		db,
		dataDir
	}) => {
		await imported(db, dataDir);
		await erase(db, claire, { ...by, files: keptFiles(dataDir) });
		const contacts =
			'customer_id,customer_name,contact_id,contact_name,contact_email\nAlpha,Alpha Ltd,K-77,Claire Moreau,CLAIRE@example.org\n';
		const said =
			'customer_id,contact_id,response_id,survey,survey_kind,metric,responded_at,score,comment\n' +
			'Alpha,K-77,R77,Relationship,relationship,nps,2026-01-09T10:00:00Z,2,It is me Claire\n';
		await importText(db, { 'contacts.csv': contacts });
		await importText(db, { 'answers.csv': said });
		expect(await everything(db)).not.toMatch(/claire|K-77/i);
	});

	test('holds against a source that corrects the words later and names nobody', async ({ db, dataDir }) => {
		await imported(db, dataDir);
		await erase(db, claire, { ...by, files: keptFiles(dataDir) });
		const nameless =
			'customer_id,response_id,survey,survey_kind,metric,responded_at,score,comment\n' +
			'Alpha,R1,Relationship,relationship,nps,2026-01-07T10:00:00Z,2,Claire says\n';
		await importText(db, { 'd.csv': nameless });
		expect(await everything(db)).not.toMatch(/claire/i);
	});

	test('after a correction: its undo does not bring the earlier words back', async ({ db, dataDir }) => {
		await imported(db, dataDir);
		const second = await importText(db, { 'b.csv': head + line('Alpha', 'Claire', 'R1', '4', 'Claire thought again') });
		await erase(db, claire, { ...by, files: keptFiles(dataDir) });
		await undoImport(db, second.id, { by: null, now });
		expect(await everything(db)).not.toMatch(/claire/i);
		expect(await verifyVoice(db, { zone: 'UTC', now: now() })).toMatchObject({ holds: true, kept: 1, taken: 4 });
	});

	test('who is the customer: the books go on under another name', async ({ db, dataDir }) => {
		const rowsOf = (comment: string) =>
			'customer_id,customer_name,started_on,response_id,survey,survey_kind,metric,responded_at,score,comment,revenue_kind,amount,currency,booked_on\n' +
			`claire-7,Claire Moreau,2024-01-01,,Relationship,relationship,nps,2026-01-07T10:00:00Z,3,${comment},one-time,10.00,EUR,2026-01-01\n`;
		await imported(db, dataDir, rowsOf('It is Claire'));
		const at = { by: await givenPerson(db, { role: 'cco', name: 'Dana' }), now: now() };
		const [{ id }] = await rows<{ id: number }>(db, sql`select id from customer where key = 'claire-7'`);
		const population = populationOfCustomer(id);
		const seen = { week: '2026-W02', ofDemo: false, from: 'month:2026-01', text: 'Prefers the phone' };
		for (const where of [population, 'survey=nps']) await placeMark(db, herMonths, { ...seen, population: where }, at);
		await erase(db, { by: 'customer', customerKey: 'claire-7' }, { ...by, files: keptFiles(dataDir) });
		expect(await everything(db)).not.toMatch(/claire/i);

		// What stands on their own chart is about nobody else; the same words elsewhere are.
		expect((await marksOf(db, { charts: null, ofDemo: false })).map(({ text }) => text.text)).toEqual([
			'Prefers the phone',
			gap
		]);

		const again = await importText(db, { 'a.csv': rowsOf('It is Claire') });
		expect(again.counts).toMatchObject({ responses: { unchanged: 1 }, revenue: { added: 0, unchanged: 1 } });
		expect(again.counts.customers).toMatchObject({ added: 0, changed: 0 });
		expect(await everything(db)).not.toMatch(/claire/i);
		expect(await rows(db, sql`select name, key from customer`)).toEqual([
			{ name: expect.stringMatching(/^Erased customer \d+$/), key: expect.stringMatching(/^erased-\d+$/) }
		]);
	});

	test('finds files that hold them though no row does, and says which nobody can search', async ({ db, dataDir }) => {
		await imported(db, dataDir);
		for (const [id, bytes] of [
			[901, Buffer.from('E-Mail;Name\nCLAIRE@example.ORG;x', 'utf16le')],
			[902, Buffer.from('504b03040000', 'hex')],
			[903, Buffer.from('bob@example.org')]
		] as const) {
			await mkdir(importFolder(dataDir, id), { recursive: true });
			await writeFile(join(importFolder(dataDir, id), 'file-1'), bytes);
		}
		expect(await wouldErase(db, claire, keptFiles(dataDir))).toMatchObject({
			files: expect.arrayContaining([901]),
			unsearchable: [902]
		});
	});

	test.for([
		['nobody', { by: 'e-mail', email: 'nobody@example.org' }, 'Asked.', 'nobody by that name'],
		['a reason that tells', claire, 'Claire Moreau asked.', 'names the person']
	] as const)('is refused for %s', async ([, sought, reason, message], { db, dataDir }) => {
		await imported(db, dataDir);
		const refused = db.transaction((tx) => erase(tx, sought, { ...by, reason, files: keptFiles(dataDir) }));
		await expect(refused).rejects.toThrow(message);
		expect(await answered(db)).toHaveLength(4);
	});

	test('is all or nothing: where the files cannot be deleted, nothing is', async ({ db, dataDir }) => {
		await imported(db, dataDir);
		const files = { ...keptFiles(dataDir), forget: () => Promise.reject(new Error('the disk says no')) };
		await expect(db.transaction((tx) => erase(tx, claire, { ...by, files }))).rejects.toThrow('the disk says no');
		expect((await answered(db)).filter((one) => (one as { erased: boolean }).erased)).toEqual([]);
	});
});
