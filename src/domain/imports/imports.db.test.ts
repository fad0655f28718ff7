import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { test } from '#tests/db/test.ts';
import { importText, now } from '#tests/factories/imports.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { organisationOf, saveOrganisation } from '../scope/server.ts';
import { template, templateNames } from './mapping/template.ts';
import { beginRun, importRuns, loadDemo, removeDemoFor, undoImport } from './server.ts';

const customers = 'customer_id,customer_name,segment,started_on\nA,Alpha,Team,2024-01-01\nB,Beta,Solo,2024-02-01\n';
const answers = (...lines: string[]) =>
	['response_id,customer_id,survey,survey_kind,metric,responded_at,score,comment', ...lines].join('\n') + '\n';
const revenue = (...lines: string[]) =>
	['line_id,customer_id,revenue_kind,amount,currency,booked_on', ...lines].join('\n') + '\n';
const nps = 'Relationship,relationship,nps';

/** Everything that figures are made of, without ids that differ from run to run. */
const keptSums = async (db: Db) => {
	const tables = ['loyalty_cell', 'retention_cell', 'revenue_cell', 'value_cell', 'outcome_cell', 'staying_cell'];
	return Object.fromEntries(
		await Promise.all(
			tables.map(async (table) => [
				table,
				(
					await rows<{ row: string }>(
						db,
						sql`select to_jsonb(t)::text as "row" from ${sql.identifier(table)} t order by 1`
					)
				).map(({ row }) => row)
			])
		)
	);
};
const count = async (db: Db, table: string) =>
	(await rows<{ n: number }>(db, sql`select count(*)::int as "n" from ${sql.identifier(table)}`))[0].n;

describe('a file', () => {
	test('goes in whole: customers, answers and money from one row', async ({ db }) => {
		const text =
			'customer_id,customer_name,segment,response_id,survey,survey_kind,metric,responded_at,score,comment,line_id,revenue_kind,amount,currency,booked_on\n' +
			`A,Alpha,Team,R1,${nps},2026-01-07T10:00:00Z,9,Good.,L1,one-time,12.50,EUR,2026-01-01\n`;
		const { counts } = await importText(db, { 'all.csv': text });

		expect(counts).toMatchObject({
			rows: 1,
			rejected: 0,
			customers: { added: 1 },
			responses: { added: 1 },
			revenue: { added: 1 }
		});
		expect(await rows(db, sql`select name, started_on::text as "startedOn" from customer`)).toEqual([
			{ name: 'Alpha', startedOn: '2026-01-01' }
		]);
		expect(await rows(db, sql`select amount_minor as "minor", currency from revenue_line`)).toEqual([
			{ minor: 12_50, currency: 'EUR' }
		]);
	});

	test('our own templates go in as they come out, a refund as the number that it is', async ({ db }) => {
		const files = Object.fromEntries(templateNames.map((name) => [`${name}.csv`, template(name)!]));
		expect(files['revenue.csv']).toContain(',refund,-200,EUR,');
		const { counts, rejects } = await importText(db, files);
		expect(rejects).toEqual([]);
		expect(counts).toMatchObject({ customers: { added: 2 }, responses: { added: 1 }, revenue: { added: 2 } });
	});

	test('the same file again changes nothing', async ({ db }) => {
		const files = {
			'a.csv': customers,
			'b.csv': answers(`R1,A,${nps},2026-01-07T10:00:00Z,9,Good.`),
			'c.csv': revenue('L1,A,one-time,10,EUR,2026-01-01')
		};
		await importText(db, files);
		const before = await keptSums(db);
		const again = await importText(db, files);

		expect(again.counts).toMatchObject({
			customers: { added: 0, changed: 0 },
			responses: { added: 0, changed: 0, unchanged: 1 },
			revenue: { added: 0, changed: 0, unchanged: 1 }
		});
		expect(await keptSums(db)).toEqual(before);
	});

	test('a dry run tells the same and writes nothing', async ({ db }) => {
		const { counts, rejects } = await importText(
			db,
			{ 'a.csv': customers, 'b.csv': answers(`R1,X,${nps},2026-01-07T10:00:00Z,9,`) },
			{ dryRun: true }
		);

		expect(counts).toMatchObject({ customers: { added: 2 }, rejected: 1 });
		expect(rejects).toEqual([expect.stringContaining('b.csv,2,customer_id,"There is no customer ""X""')]);
		expect(await count(db, 'customer')).toBe(0);
		expect(await count(db, 'source')).toBe(0);
	});

	test('the first one says whose days these are; later ones do not move them', async ({ db }) => {
		const at = (timeZone: string) => ({
			mapping: {
				columns: { customer_id: 'customer_id' as const, customer_name: 'customer_name' as const },
				constants: {},
				source: 'crm',
				timeZone
			}
		});
		const zone = async () => (await organisationOf(db)).timeZone;
		const first = await importText(db, { 'a.csv': 'customer_id,customer_name\nA,Alpha\n' }, at('Asia/Tokyo'));
		expect(await zone()).toBe('Asia/Tokyo');
		const second = await importText(db, { 'b.csv': 'customer_id,customer_name\nB,Beta\n' }, at('America/Lima'));
		expect(await zone()).toBe('Asia/Tokyo');

		for (const { id } of [second, first]) await undoImport(db, id, { by: null, now });
		await importText(db, { 'c.csv': 'customer_id,customer_name\nC,Gamma\n' }, at('America/Lima'));
		expect(await zone()).toBe('America/Lima');
	});

	test('somebody who was asked and stayed silent is an invitation without an answer', async ({ db }) => {
		const text =
			'response_id,customer_id,survey,survey_kind,metric,sent_at,responded_at,score\n' +
			`R1,A,${nps},2026-01-05T10:00:00Z,2026-01-06T10:00:00Z,9\nR2,B,${nps},2026-01-05T10:00:00Z,,\n`;
		const { counts } = await importText(db, { 'a.csv': customers, 'b.csv': text });

		expect(counts).toMatchObject({ invitations: { added: 2 }, responses: { added: 1 } });
	});

	test('customers belong to parents wherever they stand in the file', async ({ db }) => {
		const text =
			'customer_id,started_on,parent_id\nchild,2024-01-01,parent\nparent,2024-01-01,\nlost,2024-01-01,nobody\n';
		const { counts, rejects } = await importText(db, { 'a.csv': text });

		expect(
			await rows(db, sql`select child.key from customer child join customer parent on parent.id = child.parent_id`)
		).toEqual([{ key: 'child' }]);
		expect(counts).toMatchObject({ customers: { added: 3 }, rejected: 1 });
		expect(rejects[0]).toContain('4,parent_id,"There is no customer ""nobody"" to be the parent.');
	});
});

test('of several rows on one customer or contact the last has the last word, field by field; of those on one answer the first', async ({
	db
}) => {
	const head =
		'customer_id,customer_name,started_on,segment,contact_id,contact_name,contact_email,response_id,survey,survey_kind,metric,responded_at,score\n';
	const said = 'Relationship,relationship,nps,2026-01-07';
	const { counts, rejects } = await importText(db, {
		'a.csv': `${head}A,Zeta,2024-01-01,Team,C,Zoe,z@example.org,R1,${said},9\nA,Alpha,,,C,Ann,,R1,${said},2\nA,,2025-01-01,,C,,,,,,,,\n`
	});
	expect(counts).toMatchObject({ customers: { added: 1 }, responses: { added: 1 }, rejected: 1 });
	expect(rejects[0]).toContain('3,response_id');
	expect(
		await rows(
			db,
			sql`
				select customer.name, segment, started_on::text as "startedOn", contact.name as "who", email, score
				from customer
				join contact on contact.customer_id = customer.id
				join response on response.customer_id = customer.id
			`
		)
	).toEqual([
		{ name: 'Alpha', segment: 'Team', startedOn: '2025-01-01', who: 'Ann', email: 'z@example.org', score: 9 }
	]);
});

describe('a row that is wrong is named with its reason, and the others go in', () => {
	test.for([
		[`R1,A,${nps},2026-01-07,11,`, 'score', 'not on the scale from 0 to 10'],
		[`R1,A,${nps},2026-01-07,9.5,`, 'score', 'not a whole number'],
		[`R1,A,${nps},2026-02-30,9,`, 'responded_at', 'no day of the calendar'],
		[`R1,A,${nps},2026-01-07,,`, 'score', 'neither a score nor a comment'],
		[`R1,A,${nps},,9,`, 'responded_at', 'not when it was given'],
		[`R1,Z,${nps},2026-01-07,9,`, 'customer_id', 'There is no customer "Z"'],
		[`R1,,${nps},2026-01-07,9,`, 'customer_id', 'whose row this is'],
		[`R1,A,Relationship,relationship,stars,2026-01-07,9,`, 'metric', 'none of nps, csat, ces'],
		[`R1,A,Support,transactional,csat,2026-01-07,4,`, 'touchpoint', 'asks about something'],
		[`R1,A,Other,relationship,csat,2026-01-07,9,`, 'score', 'not on the scale from 1 to 5'],
		[`R1,A,${nps},2062-01-07,9,`, 'responded_at', '2062-01-07 has not come yet'],
		[`${'R'.repeat(201)},A,${nps},2026-01-07,9,`, 'response_id', 'a response_id has 200 at most'],
		[`R1,A,${nps},2026-01-07,9,${'word '.repeat(20_001)}`, 'comment', 'whether a quote before it was left open']
	] as const)('%.80s', async ([line, field, reason], { db }) => {
		const { counts, rejects } = await importText(db, {
			'a.csv': customers,
			'b.csv': answers(`R0,B,${nps},2026-01-07,8,`, line)
		});

		expect(counts).toMatchObject({ responses: { added: 1 }, rejected: 1 });
		expect(rejects).toEqual([expect.stringMatching(new RegExp(`^b.csv,3,${field},`))]);
		expect(rejects[0].replaceAll('""', '"')).toContain(reason);
	});

	test('a decimal mark that the file does not show is asked for', async ({ db }) => {
		const text = revenue('L1,A,one-time,10.005,EUR,2026-01-01');
		await expect(importText(db, { 'a.csv': customers, 'c.csv': text })).rejects.toThrow('a point or a comma');
	});

	test('an order of day and month that the file does not show is asked for', async ({ db }) => {
		const text = revenue('L1,A,one-time,10,EUR,03/04/2026');
		await expect(importText(db, { 'a.csv': customers, 'c.csv': text })).rejects.toThrow('the day or the month first');
	});

	test('a day that is the same on every row is asked about once, not rejected row by row', async ({ db }) => {
		const text = 'line_id,customer_id,customer_name,amount\nL1,A,Alpha,10\nL2,A,Alpha,12\n';
		const columns = {
			line_id: 'line_id',
			customer_id: 'customer_id',
			customer_name: 'customer_name',
			amount: 'amount'
		} as const;
		const on = (booked_on: string, dates?: 'day-first') => {
			const constants = { revenue_kind: 'one-time', currency: 'EUR', booked_on };
			return importText(
				db,
				{ 'c.csv': text },
				{ mapping: { columns, constants, source: 'erp', timeZone: 'UTC', dates } }
			);
		};
		await expect(on('03/04/2026')).rejects.toThrow(/booked_on, which is the same on every row: “03\/04\/2026”/);
		expect((await on('03/04/2026', 'day-first')).counts).toMatchObject({ rejected: 0, revenue: { added: 2 } });
		expect(await rows(db, sql`select distinct booked_on::text as "on" from revenue_line`)).toEqual([
			{ on: '2026-04-03' }
		]);
	});

	test.for([
		['L1,A,one-time,10.005,EUR,2026-01-01', 'amount', 'more decimals'],
		['L1,A,one-time,-10,EUR,2026-01-01', 'amount', 'cannot be negative'],
		['L1,A,refund,10,EUR,2026-01-01', 'amount', 'with a minus'],
		['L1,A,one-time,10,EURO,2026-01-01', 'currency', 'not a currency code'],
		['L1,A,one-time,10,USD,2026-01-01', 'currency', 'no rate for USD on 2026-01-01'],
		['L1,A,gift,10,EUR,2026-01-01', 'revenue_kind', 'none of recurring'],
		['L1,A,one-time,10,EUR,', 'booked_on', 'is missing'],
		['L0,A,one-time,11,EUR,2026-01-01', 'line_id', 'stands in this file before']
	] as const)('%s', async ([line, field, reason], { db }) => {
		const { counts, rejects } = await importText(db, {
			'a.csv': customers,
			'c.csv': revenue('L0,B,one-time,5.25,EUR,2026-01-01', line)
		});

		expect(counts).toMatchObject({ revenue: { added: 1 }, rejected: 1 });
		expect(rejects).toEqual([expect.stringMatching(new RegExp(`^c.csv,3,${field},`))]);
		expect(rejects[0].replaceAll('""', '"')).toContain(reason);
	});

	test('recurring amounts without a period raise a doubt; a mapping of a column that is not there, a question', async ({
		db
	}) => {
		const line = 'L1,A,recurring,10,EUR,2026-01-01';
		const { warnings } = await importText(db, { 'a.csv': customers, 'c.csv': revenue(line) });
		expect(warnings).toEqual([expect.stringContaining('as if that were paid every day')]);
		const once = await importText(db, { 'c.csv': revenue('L2,A,one-time,10,EUR,2026-01-01') });
		expect(once.warnings).toEqual([]);

		const mapping = { columns: { Kundee: 'customer_id' as const }, constants: {}, source: 'crm', timeZone: 'UTC' };
		await expect(importText(db, { 'k.csv': 'Kunde,Name\nA,x\n' }, { mapping })).rejects.toThrow(
			'There is no column “Kundee”; there are “Kunde”, “Name”.'
		);
	});

	test('days that Excel counted are read as such once somebody says so', async ({ db }) => {
		const asked = await importText(db, { 'a.csv': customers, 'c.csv': revenue('L1,A,one-time,10,EUR,46086') });
		expect(asked.rejects[0]).toContain('choose “as Excel counts them”');

		const columns = { line_id: 'line_id', customer_id: 'customer_id', revenue_kind: 'revenue_kind' } as const;
		const more = { amount: 'amount', currency: 'currency', booked_on: 'booked_on' } as const;
		const mapping = { columns: { ...columns, ...more }, constants: {}, source: 'template', timeZone: 'UTC' };
		await importText(
			db,
			{ 'c.csv': revenue('L1,A,one-time,10,EUR,46086', 'L2,A,one-time,10,EUR,2026-03-06') },
			{ mapping: { ...mapping, dates: 'excel-serial' } }
		);
		expect(await rows(db, sql`select booked_on::text as "day" from revenue_line order by 1`)).toEqual([
			{ day: '2026-03-05' },
			{ day: '2026-03-06' }
		]);
	});

	test('a rejected row names the heading that stands in the file, and what it was read as', async ({ db }) => {
		const mapping = {
			columns: { Kunde: 'customer_id', Betrag: 'amount', Tag: 'booked_on', Bis: 'served_until' },
			constants: { currency: 'EUR', revenue_kind: 'recurring' },
			source: 'crm',
			timeZone: 'UTC'
		} as const;
		const { rejects } = await importText(
			db,
			{ 'r.csv': 'Kunde;Betrag;Tag;Bis\nA;zwölf;2026-01-01;\nZ;12;2026-01-01;\nA;12;2026-01-01;9999-12-31\n' },
			{ mapping: { ...mapping, columns: { ...mapping.columns } } }
		);
		expect(rejects.map((line) => line.split(',').slice(0, 3))).toEqual([
			['r.csv', '2', 'Betrag (amount)'],
			['r.csv', '3', 'Kunde (customer_id)'],
			['r.csv', '4', 'Bis (served_until)']
		]);
		expect(rejects[2]).toContain('more than 100 years after');
	});

	test('two lines that nothing tells apart: only an id could, so the second stays out', async ({ db }) => {
		const text =
			'customer_id,revenue_kind,amount,currency,booked_on\nA,one-time,10,EUR,2026-01-01\nA,one-time,10,EUR,2026-01-01\nA,one-time,10,EUR,2026-01-02\n';
		const first = await importText(db, { 'a.csv': customers, 'c.csv': text });
		expect(first.counts).toMatchObject({ revenue: { added: 2 }, rejected: 1 });
		expect(first.rejects[0]).toContain('c.csv,3,line_id');

		const again = await importText(db, { 'c.csv': text });
		expect(again.counts).toMatchObject({ revenue: { added: 0, unchanged: 2 }, rejected: 1 });
	});
});

describe('what a source corrects later', () => {
	test('replaces a response, and the earlier words are kept', async ({ db }) => {
		await importText(db, { 'a.csv': customers, 'b.csv': answers(`R1,A,${nps},2026-01-07T10:00:00Z,9,Good.`) });
		const { counts } = await importText(db, { 'b.csv': answers(`R1,A,${nps},2026-01-07T10:00:00Z,3,Not good.`) });

		expect(counts.responses).toEqual({ added: 0, changed: 1, unchanged: 0 });
		expect(await rows(db, sql`select score, comment from response`)).toEqual([{ score: 3, comment: 'Not good.' }]);
		expect(await rows(db, sql`select before ->> 'comment' as "words" from replaced_row`)).toEqual([{ words: 'Good.' }]);
	});

	test('moves an answer to another customer, and both customers are counted anew', async ({ db }) => {
		await importText(db, { 'a.csv': customers, 'b.csv': answers(`R1,A,${nps},2026-01-07T10:00:00Z,9,`) });
		await importText(db, { 'b.csv': answers(`R1,B,${nps},2026-01-07T10:00:00Z,9,`) });

		expect(await rows(db, sql`select distinct segment from loyalty_cell`)).toEqual([{ segment: 'Solo' }]);
	});

	test('a survey that turns into another question needs another name', async ({ db }) => {
		await importText(db, { 'a.csv': customers, 'b.csv': answers(`R1,A,${nps},2026-01-07T10:00:00Z,9,`) });
		const { rejects } = await importText(db, {
			'b.csv': answers('R2,A,Relationship,relationship,csat,2026-01-08T10:00:00Z,4,')
		});

		expect(rejects[0]).toContain('Give it another name');
	});
});

describe('undo', () => {
	test('takes an import back as if it had never been', async ({ db }) => {
		await importText(db, {
			'a.csv': customers,
			'b.csv': answers(`R1,A,${nps},2026-01-07T10:00:00Z,9,Good.`),
			'c.csv': revenue('L1,A,one-time,10,EUR,2026-01-01')
		});
		const before = { sums: await keptSums(db), responses: await rows(db, sql`select score, comment from response`) };
		const second = await importText(db, {
			'a.csv': 'customer_id,segment,started_on\nA,Enterprise,2024-01-01\nC,Team,2024-03-01\n',
			'b.csv': answers(`R1,A,${nps},2026-01-07T10:00:00Z,2,Bad.`, `R2,C,${nps},2026-01-08T10:00:00Z,7,`),
			'c.csv': revenue('L1,A,one-time,99,EUR,2026-01-01', 'L2,B,one-time,5,EUR,2026-01-03')
		});
		expect(await keptSums(db)).not.toEqual(before.sums);
		await undoImport(db, second.id, { by: null, now });

		expect(await keptSums(db)).toEqual(before.sums);
		expect(await rows(db, sql`select score, comment from response`)).toEqual(before.responses);
		expect(await count(db, 'customer')).toBe(2);
	});

	test('an import that later ones build on has to wait for them', async ({ db }) => {
		const first = await importText(db, { 'a.csv': customers });
		const second = await importText(db, { 'b.csv': answers(`R1,A,${nps},2026-01-07T10:00:00Z,9,`) });

		await expect(undoImport(db, first.id, { by: null, now })).rejects.toThrow(`Import ${second.id} came later`);
		await undoImport(db, second.id, { by: null, now });
		await undoImport(db, first.id, { by: null, now });
		expect(await count(db, 'customer')).toBe(0);
		expect(await keptSums(db)).toMatchObject({ loyalty_cell: [], revenue_cell: [] });
	});

	test('cannot be done twice', async ({ db }) => {
		const { id } = await importText(db, { 'a.csv': customers });
		await undoImport(db, id, { by: null, now });
		await expect(undoImport(db, id, { by: null, now })).rejects.toThrow('Only an import that went in');
	});
});

test('the made-up company leaves alone, and does not come to real data or take any with it', async ({ db }) => {
	const company = { customers: 60, now, say: () => {} };
	await loadDemo(db, company);
	const files = [{ name: 'later.csv', bytes: 1, sha256: '' }];
	const waiting = { preset: null, state: 'uploaded', files, mapping: null, startedBy: null, now: now() } as const;
	const id = await beginRun(db, waiting);
	await removeDemoFor(db, null, now);
	expect(await importRuns(db, 9)).toMatchObject([{ id, state: 'uploaded' }]);

	await importText(db, { 'a.csv': customers });
	await expect(loadDemo(db, company)).rejects.toThrow('There is data here already');
	await saveOrganisation(db, { ...(await organisationOf(db)), demoSince: now() });
	await expect(removeDemoFor(db, null, now)).rejects.toThrow('undo that first');
	await expect(importText(db, { 'b.csv': customers })).rejects.toThrow('undo that first');
	expect(await count(db, 'customer')).toBe(2);
});

test('a file that ends within a quoted field brings nothing in', async ({ db }) => {
	const text = `${answers(`R1,A,${nps},2026-01-07T10:00:00Z,9,fine`)}R2,A,${nps},2026-01-08T10:00:00Z,9,"never closed`;
	await expect(importText(db, { 'a.csv': customers, 'b.csv': text })).rejects.toThrow();
	expect(await count(db, 'customer')).toBe(0);
});

test('an import that is broken off half way brings nothing in', async ({ db }) => {
	const stop = new AbortController();
	const many = answers(...Array.from({ length: 50_000 }, (_, i) => `R${i},A,${nps},2026-01-07T10:00:00Z,9,`));
	setTimeout(() => stop.abort(), 150);
	await expect(importText(db, { 'a.csv': customers, 'b.csv': many }, { signal: stop.signal })).rejects.toThrow();
	expect(await count(db, 'customer')).toBe(0);
});

test('comments come in exactly as they are', async ({ db }) => {
	const words = '  Two lines,\n"quoted"; =1+1 <b>x</b> \u202eאבג 👍🏽 ';
	const quoted = `"${words.replaceAll('"', '""')}"`;
	await importText(db, { 'a.csv': customers, 'b.csv': answers(`R1,A,${nps},2026-01-07T10:00:00Z,9,${quoted}`) });
	expect(await rows(db, sql`select comment from response`)).toEqual([{ comment: words }]);
});
