import { sql } from 'drizzle-orm';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '#tests/db/test.ts';
import { importFiles, now } from '#tests/factories/imports.ts';
import { valueCustomers } from '#domain/money/server.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { whatWasBroughtIn } from '../server.ts';
import { publishedFigures } from '#domain/reviews/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';

/** The public Olist data set lies beside the project, where it is there at all; it is never part of it. */
const folder = resolve('../shared/data/olist');
const isHere = existsSync(folder);
if (!isHere) console.warn(`${folder} is not here: the figures of Olist are not held against their known truths.`);

async function importOlist(db: Db) {
	const files = readdirSync(folder).map((name) => ({ name, path: join(folder, name) }));
	const own = await mkdtemp(join(tmpdir(), 'empty-chair-olist-'));
	try {
		return await importFiles(db, files, own, { preset: 'olist' });
	} finally {
		await rm(own, { recursive: true, force: true });
	}
}

describe.skipIf(!isHere)('Olist, to the cent', () => {
	// Worked out independently of this project, from the files themselves.
	test('customers, money, scores and words', async ({ db }) => {
		const { counts } = await importOlist(db);
		expect(counts).toMatchObject({
			rejected: 0,
			customers: { added: 8_016 },
			responses: { added: 8_225 },
			revenue: { added: 8_924 }
		});

		expect(await whatWasBroughtIn(db)).toEqual({
			customers: 8_016,
			answers: 8_225,
			withWords: 4_224,
			paid: [{ currency: 'BRL', amounts: 8_924, minor: 1_428_602_81 }]
		});
		expect(
			await rows(db, sql`select score, count(*)::int as "answers" from response group by score order by score`)
		).toEqual([
			{ score: 1, answers: 2_638 },
			{ score: 2, answers: 382 },
			{ score: 3, answers: 667 },
			{ score: 4, answers: 1_184 },
			{ score: 5, answers: 3_354 }
		]);
		expect(await row(db, sql`select count(*)::int as "blank" from response where comment ~ '^[[:space:]]+$'`)).toEqual({
			blank: 4
		});
		expect(await row(db, sql`select round(avg(score), 6)::text as "mean" from response`)).toEqual({ mean: '3.271611' });
	});

	test('a customer is a person, not an order', async ({ db }) => {
		await importOlist(db);
		const orders = sql`
			select orders, count(*)::int as "customers"
			from (select customer_id, count(distinct split_part(source_line_id, '/', 1))::int as orders from revenue_line group by 1) each
			group by orders order by orders
		`;
		expect(await rows(db, orders)).toEqual([
			{ orders: 1, customers: 7_943 },
			{ orders: 2, customers: 41 },
			{ orders: 3, customers: 22 },
			{ orders: 4, customers: 6 },
			{ orders: 5, customers: 4 }
		]);
	});

	test('by the latest score, the unhappy spent more', async ({ db }) => {
		await importOlist(db);
		const means = sql`
			with latest as (
				select distinct on (customer_id) customer_id, score from response order by customer_id, responded_at desc, id desc
			),
			paid as (select customer_id, sum(amount_minor) as minor from revenue_line group by 1)
			select score, round(avg(minor) / 100, 4)::text as "mean" from latest join paid using (customer_id) group by score order by score
		`;
		expect((await rows<{ mean: string }>(db, means)).map(({ mean }) => mean)).toEqual([
			'204.9307',
			'188.4819',
			'156.9764',
			'163.2868',
			'165.1484'
		]);
	});

	test('there is no NPS, and no claim that the happy are worth more', async ({ db }) => {
		await importOlist(db);
		const week = { week: '2018-W43', segment: null, region: null, plan: null, survey: null };
		await valueCustomers(db, { now });
		const figures = await publishedFigures(db, week, await organisationOf(db), '2026-11-23');

		expect(Object.keys(figures)).toContain('csat');
		const { earned_growth: earned, ...others } = figures;
		expect(JSON.stringify(others)).not.toMatch(/nps|promoter|recommend/i);
		expect(figures.lifetime_value).toMatchObject({
			value: null,
			reason: expect.stringMatching(/^\d+ of \d+ customers have come back, but the purchases do not follow this model$/)
		});
		// Why customers came is in no file, and of a year before there is next to nothing.
		expect(earned).toMatchObject({ value: null, reason: expect.stringMatching(/no new customer said why they came/) });
		expect(figures['revenue_after_answer.dissatisfied']).toMatchObject({
			value: null,
			reason: expect.stringContaining('too few')
		});
		for (const evidence of ['as_seen', 'like_for_like', 'over_time', 'experiment'])
			expect(figures[`price_of_a_point.${evidence}`]).toMatchObject({ value: null, reason: expect.any(String) });
		expect(figures['price_of_a_point.before'].high).toBeLessThan(0);
	});

	test('the same folder again changes nothing', async ({ db }) => {
		await importOlist(db);
		const { counts } = await importOlist(db);
		expect(counts).toMatchObject({
			customers: { added: 0, changed: 0 },
			responses: { added: 0, changed: 0, unchanged: 8_225 },
			revenue: { added: 0, changed: 0, unchanged: 8_924 }
		});
	});
});
