import { describe, expect } from 'vitest';
import { customer } from '#domain/customers/tables.server.ts';
import { response, survey } from '#domain/surveys/tables.server.ts';
import { sourceNamed } from '#domain/customers/server.ts';
import { revenueLine } from '#domain/money/tables.server.ts';
import { row } from '#platform/db/rows.ts';
import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { problemsOn } from './axe.ts';
import { openLastWeek, test } from './test.ts';

/** The customer of the demo company who has the most of everything. */
const busiest = async (db: Db) =>
	(
		await row<{ id: number }>(
			db,
			sql`
				select customer_id as id from response where comment is not null
				group by customer_id order by count(*) desc, customer_id limit 1
			`
		)
	).id;

async function givenOnTheirOwn(db: Db, name: string): Promise<number> {
	const sourceId = await sourceNamed(db, 'morning');
	const [{ id }] = await db
		.insert(customer)
		.values({ key: `${name}-${Date.now()}`, name, startedOn: '2025-01-01', sourceId, importId: 1 })
		.returning({ id: customer.id });
	return id;
}

describe('one customer’s page', () => {
	test('is a click away from their words, and tells words and money on one line of time', async ({
		page,
		complaints,
		signedInAs
	}) => {
		await signedInAs('executive');
		await openLastWeek(page);
		const feed = page.getByRole('complementary', { name: 'What customers said' });
		const link = feed.locator('article').first().getByRole('link').first();
		const name = await link.innerText();
		await link.click();
		await page.getByRole('heading', { level: 1, name }).waitFor();
		await page.getByText('Pays a year', { exact: true }).waitFor();
		await page.getByRole('heading', { name: 'The people there' }).waitFor();
		await page.getByRole('heading', { name: 'Other customers of the account' }).waitFor();

		const story = page.getByRole('list', { name: 'What happened' });
		const all = await story.getByRole('listitem').count();
		await page.getByRole('link', { name: 'Only words' }).click();
		await page.waitForURL(/only=words/);
		await expect.poll(() => story.getByRole('article').count()).toBe(await story.getByRole('listitem').count());
		expect(await story.getByRole('listitem').count()).toBeLessThan(all);
		expect(complaints).toEqual([]);
	});

	test('is where something is promised to them, kept, and told', async ({ page, db, complaints, signedInAs }) => {
		await signedInAs('executive');
		const id = await givenOnTheirOwn(db, 'Owed Something Ltd');
		await page.goto(`/customers/${id}`);
		const owed = page.getByRole('region', { name: 'What we owe them' });
		await owed.getByText('Follow up', { exact: true }).click();
		await owed.getByRole('radio', { name: 'Promise' }).check();
		await owed.getByLabel('What is to be done').fill('A working export');
		await owed.getByLabel('By when').fill('2026-01-02');
		await owed.getByRole('button', { name: 'Note it' }).first().click();
		await owed.getByText(/overdue/).waitFor();

		// What came back stays while other forms on the page are sent and come back, and goes when it is taken.
		const heard = owed.getByLabel('What you heard');
		await owed.getByText('Note a conversation').click();
		await owed.getByLabel('When', { exact: true }).fill('2199-01-01');
		await heard.fill('They wait for the export');
		await owed.getByRole('button', { name: 'Note it' }).last().click();
		await owed.getByText('This day is still to come.').waitFor();
		await owed.getByText('End it').click();
		await owed.getByLabel(/What came of it/).fill(' ');
		await owed.getByRole('button', { name: 'It is done' }).click();
		await owed.getByText('Say what came of it').waitFor();
		expect(await heard.inputValue()).toBe('They wait for the export');
		await owed.getByText('This day is still to come.').waitFor();
		await owed.getByLabel('When', { exact: true }).fill('2026-01-01');
		await owed.getByRole('button', { name: 'Note it' }).last().click();
		await page.getByRole('list', { name: 'What happened' }).getByText('They wait for the export').waitFor();
		await owed.getByText('Say what came of it').waitFor();
		expect(await heard.inputValue()).toBe('');
		expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
		complaints.length = 0;

		await page.goto('/officer?whose=mine');
		const promised = page.getByRole('article').filter({ hasText: 'Owed Something Ltd' });
		await promised.getByText('End it').click();
		await promised.getByLabel(/What came of it/).fill('It works; we rang them');
		await promised.getByRole('button', { name: 'It is done' }).click();
		await page.getByText('You owe nobody anything.').waitFor();
		expect(await problemsOn(page)).toEqual([]);

		await page.goto(`/customers/${id}`);
		const story = page.getByRole('list', { name: 'What happened' });
		await story.getByText('It works; we rang them').waitFor();
		await story.getByText('A working export').waitFor();
		expect(complaints).toEqual([]);
	});

	test('has its chart as a table, whose months lead into the story', async ({ page, db, signedInAs }) => {
		await signedInAs('executive');
		await page.goto(`/customers/${await busiest(db)}`);
		await page.getByRole('img', { name: /Revenue by month/ }).waitFor();
		await page.getByText('As a table').click();
		await page
			.getByRole('link', { name: /^Up to/ })
			.last()
			.click();
		await page.getByText(/newest first, up to/).waitFor();
		await page.getByText('This is where the story begins.').waitFor();
		await page.getByText('Became a customer').waitFor();
		await page.getByRole('link', { name: 'Back to the newest' }).click();
		await expect.poll(() => page.url()).not.toContain('upto');
	});

	test('stands in nobody’s way, in light and dark, at a desk and on a phone', async ({ page, db, signedInAs }) => {
		await signedInAs('executive');
		const id = await busiest(db);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await page.goto(`/customers/${id}`);
			expect(await problemsOn(page)).toEqual([]);
		}
		await page.setViewportSize({ width: 390, height: 844 });
		await page.goto(`/customers/${id}`);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	});

	test('says of whom nothing is known that nothing is, and of who answered once just that', async ({
		page,
		db,
		signedInAs
	}) => {
		await signedInAs('executive');
		const nobody = await givenOnTheirOwn(db, 'Silent & <b>Sons</b>');
		await page.goto(`/customers/${nobody}`);
		await page.getByRole('heading', { level: 1, name: 'Silent & <b>Sons</b>' }).waitFor();
		await page.getByText('Neither revenue nor a score is known yet.').waitFor();
		await page.getByText('They have never given one').waitFor();
		await page.getByText('Nobody is named in any file').waitFor();
		await page.goto(`/customers/${nobody}?only=words`);
		await page.getByText('They have written nothing.').waitFor();

		const once = await givenOnTheirOwn(db, 'Once Ltd');
		const [asked] = await db.select().from(survey).limit(1);
		await db.insert(response).values({
			customerId: once,
			surveyId: asked.id,
			metric: asked.metric,
			sourceId: asked.sourceId,
			sourceResponseId: `once-${once}`,
			respondedAt: new Date('2026-01-05T12:00:00Z'),
			score: 2,
			comment: 'no. <script>alert(1)</script> =1+1',
			importId: 1
		});
		await page.goto(`/customers/${once}`);
		await page.getByText('no. <script>alert(1)</script> =1+1').waitFor();
		await page.getByText(/Nothing on/).waitFor();
		expect(await page.getByRole('list', { name: 'What happened' }).getByRole('listitem').count()).toBe(2);
	});

	test('with ten thousand lines is told page by page, each as quickly', async ({ page, db, signedInAs }) => {
		await signedInAs('executive');
		const id = await givenOnTheirOwn(db, 'Ten Thousand Lines');
		const sourceId = await sourceNamed(db, 'morning');
		const lines = Array.from({ length: 10_000 }, (_, i) => {
			const day = new Date(Date.UTC(2000, 0, 1 + (i % 9_000))).toISOString().slice(0, 10);
			const next = new Date(Date.UTC(2000, 0, 2 + (i % 9_000))).toISOString().slice(0, 10);
			return {
				customerId: id,
				sourceId,
				sourceLineId: `${id}-${i}`,
				kind: 'one-time' as const,
				amountMinor: 100 + i,
				currency: 'USD',
				reportingMinor: 100 + i,
				bookedOn: day,
				servedFrom: day,
				servedTo: next,
				importId: 1
			};
		});
		for (let i = 0; i < lines.length; i += 2_000) await db.insert(revenueLine).values(lines.slice(i, i + 2_000));

		await page.goto(`/customers/${id}`);
		const story = page.getByRole('list', { name: 'What happened' });
		expect(await story.getByRole('listitem').count()).toBe(50);
		const first = await story.getByRole('listitem').first().innerText();
		await page.getByRole('link', { name: 'Go on, further back' }).click();
		await expect.poll(() => story.getByRole('listitem').first().innerText()).not.toBe(first);
		expect(await story.getByRole('listitem').count()).toBe(50);
	});

	test('that does not exist is not found, and a stranger sees none', async ({ page, context, signedInAs }) => {
		const stranger = await context.request.get('/customers/1', { maxRedirects: 0 });
		expect(stranger.status()).toBe(303);
		await signedInAs('executive');
		for (const path of ['/customers/999999999', '/customers/x', '/customers/-1', "/customers/1'--"])
			expect((await page.goto(path))?.status(), path).toBe(404);
	});
});
