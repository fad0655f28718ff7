import { createHash, randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { feelingOf } from '#domain/metrics/groups.ts';
import { refreshKeptSums } from '#domain/money/server.ts';
import type { Metric } from '#domain/surveys/survey.ts';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import { givenResponse } from '#tests/factories/given.ts';
import { problemsOn } from './axe.ts';
import { product, test } from './test.ts';

const comments = (page: Page) => page.getByRole('feed', { name: 'Comments' }).getByRole('article');
const said = async (page: Page, what: RegExp) =>
	Number(what.exec(await page.locator('main').innerText())![1].replace(',', ''));

/** Somebody has just written something, and an import has brought it in. */
let imports = 900_000;
async function written(db: Db, ...texts: string[]): Promise<void> {
	const importId = ++imports;
	const { customerId } = await row<{ customerId: number }>(
		db,
		sql`select id as "customerId" from customer order by id limit 1`
	);
	await db.transaction(async (tx) => {
		for (const comment of texts)
			await givenResponse(tx, {
				...{ customerId, comment, importId, score: 4, respondedAt: new Date() },
				sourceResponseId: randomUUID()
			});
		await refreshKeptSums(tx, { importId }, { zone: 'Europe/London', now: () => new Date() });
	});
}

describe('the executive reads what customers wrote', () => {
	test('all of it, and finds words in all their forms', async ({ page, complaints, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/review');
		await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Voice' }).click();
		await page.getByText(/All [\d,]+ comments, newest first. Nothing is left out, edited or ranked./).waitFor();

		await page.getByRole('searchbox', { name: 'Search in the words' }).fill('invoice -credit');
		await page.getByRole('searchbox').press('Enter');
		await page.waitForURL(/q=invoice/);
		await page.getByText(/[\d,]+ of [\d,]+ comments\s+are like that/).waitFor();
		await page.getByText(/“invoice” is found in its other forms too: .*“invoices”/).waitFor();
		for (const text of await comments(page).allTextContents()) expect(text).toMatch(/invoic/i);
		const marked = await comments(page).locator('mark').allTextContents();
		expect(new Set(marked.map((word) => word.toLowerCase().slice(0, 6)))).toEqual(new Set(['invoic']));

		const found = await said(page, /([\d,]+) of/);
		await page.getByRole('combobox', { name: 'Group' }).selectOption('low');
		await page.waitForURL(/group=low/);
		await expect.poll(() => said(page, /([\d,]+) of/)).toBeLessThan(found);
		await page.getByRole('link', { name: 'Show all', exact: true }).click();
		await page.getByText('Nothing is left out, edited or ranked.').waitFor();
		expect(complaints).toEqual([]);
	});

	test('although they mistype, and is told so', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/voice?q=compliants');
		await page.getByText(/Fewer than 5 comments contain “compliants”. Also like it: .*“complaint/).waitFor();
		expect(await said(page, /([\d,]+) of/)).toBeGreaterThan(0);
		await page.goto('/voice?q=%3D%3D%3D');
		await page.getByText('There is no word in “===” to search for.').waitFor();
		await page.goto('/voice?q=qzxqzxqzx');
		await page.getByText('No comment is like that.').waitFor();

		// In a narrow window the filters are folded, so that the words are on the first screen; in a wide one they are not.
		await page.setViewportSize({ width: 820, height: 900 });
		await page.goto('/voice');
		const from = page.getByLabel('From', { exact: true });
		expect(await from.isVisible()).toBe(false);
		expect((await comments(page).first().boundingBox())!.y).toBeLessThan(900);
		await page.getByText('Filters', { exact: true }).click();
		await from.waitFor();
		await page.setViewportSize({ width: 1200, height: 900 });
		expect(await from.isVisible()).toBe(true);
	});

	test('while it comes in: new words wait until they are asked for', async ({ page, db, complaints, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/voice');
		const before = await comments(page).first().locator('.words').innerText();
		// What tells how many match, and what will tell what is new: a screen reader hears what changes in them.
		const told = page.getByRole('main').getByRole('status');
		expect([await told.count(), await told.last().innerText()]).toEqual([2, '']);
		await written(db, 'Just now, a remark about zebras', 'And another one about zebras');
		await page.getByRole('button', { name: 'Show 2 new comments' }).waitFor();
		expect(await comments(page).first().locator('.words').innerText()).toBe(before);
		await page.getByRole('button', { name: 'Show 2 new comments' }).click();
		await comments(page).first().getByText('zebras').waitFor();
		expect(await comments(page).first().locator('a[href^="/customers/"]').count()).toBeGreaterThan(0);
		await page.goto('/voice?q=zebra');
		await page.getByText(/2 of [\d,]+ comments\s+are like that/).waitFor();
		expect(complaints).toEqual([]);
	});

	test('by keyboard alone, and not while writing', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/voice');
		await page.getByText('You have read 0').waitFor();
		await page.keyboard.press('/');
		await page.keyboard.type('jkm');
		expect(await page.getByRole('searchbox').inputValue()).toBe('jkm');
		await page.getByRole('searchbox').fill('');
		await page.getByRole('heading', { name: 'In their own words' }).click();

		const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.comment ?? null);
		const ids = await comments(page).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.comment!));
		for (const [key, at] of [
			['j', 0],
			['j', 1],
			['j', 2],
			['k', 1]
		] as const) {
			await page.keyboard.press(key);
			expect(await focused(), key).toBe(ids[at]);
			// Whoever hears instead of seeing is told whose words these are.
			const name = await comments(page).nth(at).getByRole('link').first().innerText();
			await page.getByRole('article', { name }).first().waitFor();
		}
		await page.keyboard.press('m');
		await expect.poll(() => said(page, /You have read ([\d,]+)/)).toBeGreaterThan(0);
		expect(
			await comments(page)
				.nth(1)
				.getByRole('button', { name: /^Mark as read/ })
				.count()
		).toBe(0);

		await page.getByRole('button', { name: 'Turn keys off' }).click();
		await page.keyboard.press('j');
		expect(await focused()).toBeNull();
	});

	test('and what was on the screen long enough counts as read, for them and the team', async ({ page, signedInAs }) => {
		await signedInAs('cco');
		await page.goto('/voice?q=zebra');
		await expect.poll(() => said(page, /You have read ([\d,]+)/)).toBe(2);
		await page.getByRole('link', { name: 'Who has read the week' }).click();
		await page.getByText(/at least one of us/).waitFor();
		await expect
			.poll(async () => (await page.reload(), page.getByRole('row').filter({ hasText: 'The cco' }).last().innerText()))
			.toMatch(/The cco\s+Chief customer officer\s+2\s/);
	});

	test('however far down, with but a few pages in the browser', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/voice');
		const stretches = () => page.locator('.stretch').count();
		while ((await stretches()) < 12) {
			const before = await stretches();
			await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
			await expect.poll(stretches).toBeGreaterThan(before);
		}
		expect(await comments(page).count()).toBeLessThanOrEqual(8 * 30);
		const top = await page.evaluate(() => document.querySelector('.stretch')!.childElementCount);
		expect(top).toBe(0);
		await page.evaluate(() => scrollTo(0, 0));
		await expect.poll(() => page.evaluate(() => document.querySelector('.stretch')!.childElementCount)).toBe(30);
	});
});

describe('the worst words', () => {
	const worst = [
		'<script>document.title = "owned"</script><img src=x onerror=alert(1)> wombat',
		'=HYPERLINK("http://evil.example","wombat") [wombat](http://evil.example) **wombat**',
		'\u202eשלום wombat\u202c \u200bzero\u200bwidth\u0007bell\ufffd',
		'🐨🐨🐨 wombat',
		`wombat ${'very '.repeat(20_000)}long`
	];

	test('are shown exactly, do nothing, and are found', async ({ page, db, complaints, signedInAs }) => {
		await written(db, ...worst);
		await signedInAs('executive');
		await page.goto('/voice?q=wombat');
		await page.getByText(/5 of [\d,]+ comments/).waitFor();
		const shown = await comments(page)
			.locator('.words')
			.evaluateAll((all) => all.map((one) => one.textContent!.trim()));
		for (const words of worst.slice(0, 4)) expect(shown).toContain(words);
		expect(await page.title()).toBe('Voice · Empty Chair');
		expect(await comments(page).locator('.words a, .words img, .words script').count()).toBe(0);

		await page.getByRole('link', { name: 'Show all 100,011 characters' }).click();
		await expect
			.poll(() =>
				comments(page)
					.locator('.words')
					.evaluateAll((all) => all.map((one) => one.textContent!.trim()))
			)
			.toContain(worst[4]);
		for (const search of ['🐨', 'שלום', 'zerowidth', 'hyperlink "evil example"']) {
			await page.goto(`/voice?q=${encodeURIComponent(search)}`);
			await page.getByText(/1 of [\d,]+ comments\s+is like that/).waitFor();
		}
		expect(complaints).toEqual([]);
	});
});

describe('the draw', () => {
	test('can be repeated by anybody', async ({ page, context, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/voice/draw?week=2026-W40');
		const seed = await page.locator('code').nth(1).innerText();
		const basis = await page.locator('code').first().innerText();
		expect(seed.trim()).toBe(createHash('sha256').update(basis).digest('hex'));

		const drawn = await page
			.getByRole('article')
			.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.comment!.split('-')[1]));
		const file = await context.request.get('/voice/draw/ranks?week=2026-W40');
		const ranks = (await file.text()).trim().split('\r\n').slice(1);
		expect(ranks.length).toBe(Number(basis.split(' ')[1]));
		expect(ranks.slice(0, 10).map((line) => line.split(',')[1])).toEqual(drawn);
		for (const line of ranks.slice(0, 3)) {
			const [, number, hash] = line.split(',');
			expect(createHash('sha256').update(`${seed.trim()} ${number}`).digest('hex')).toBe(hash);
		}
		await page.getByRole('link', { name: 'By segment' }).click();
		await page.getByText('by largest remainders').waitFor();
		const href = await page.getByRole('link', { name: /with their hashes and groups/ }).getAttribute('href');
		const [header, ...grouped] = (await (await context.request.get(href!)).text()).trim().split('\r\n');
		expect(header).toMatch(/rank,comment,sha256,segment,drawn$/);
		const balanced = await page
			.getByRole('article')
			.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.comment!.split('-')[1]));
		expect(balanced).toHaveLength(10);
		expect(grouped.filter((line) => line.endsWith(',yes')).map((line) => line.split(',')[1])).toEqual(balanced);
	});
});

describe('an analyst takes what was found with them', () => {
	test('all of it and nothing else, without a script on a phone; an executive does not', async ({
		db,
		browser,
		context,
		page,
		signedInAs
	}) => {
		await signedInAs('analyst');
		const phone = await browser.newContext({
			...{ javaScriptEnabled: false, baseURL: product().address, viewport: { width: 390, height: 844 } },
			storageState: await context.storageState()
		});
		const still = await phone.newPage();
		await still.goto('/voice?group=low');
		const link = still.getByRole('link', { name: 'Download these comments' });
		const answer = await phone.request.get((await link.getAttribute('href'))!);
		expect(answer.headers()['content-disposition']).toMatch(/filename="comments-\d{4}-\d\d-\d\d\.csv"/);
		const found = parse(await answer.body(), { bom: true, columns: true }) as (Record<string, string> & {
			metric: Metric;
		})[];
		expect(found.length).toBe(await said(still, /([\d,]+) of/));
		for (const { metric, score } of found) expect(feelingOf(metric, Number(score)), score).toBe('low');
		const times = found.map((one) => one.responded_at);
		expect(times).toEqual(times.toSorted().reverse());
		expect(times.length).toBeGreaterThan(30);
		const { subject } = await row<{ subject: string }>(
			db,
			sql`select subject from audit_entry where action = 'downloaded comments' order by id desc limit 1`
		);
		expect(subject).toBe(`${found.length}, narrowed by group low`);
		await phone.close();

		await signedInAs('executive');
		await page.goto('/voice');
		expect(await page.getByRole('link', { name: 'Download these comments' }).count()).toBe(0);
		expect((await context.request.get('/voice/comments.csv')).status()).toBe(403);
	});
});

describe('without a script, on a phone, in the dark', () => {
	test('search, older comments and marking work by themselves', async ({ page, context, browser, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/voice');
		const scriptless = await browser.newContext({ javaScriptEnabled: false });
		await scriptless.addCookies(await context.cookies());
		const still = await scriptless.newPage();
		await still.goto(page.url());
		await still.getByRole('searchbox').fill('invoice');
		await still.getByRole('button', { name: 'Search', exact: true }).click();
		await still.getByText(/of [\d,]+ comments\s+are like that/).waitFor();
		const shownFirst = () => comments(still).first().getAttribute('data-comment');
		const first = await shownFirst();
		await still.getByRole('link', { name: 'Show older comments' }).click();
		await expect.poll(shownFirst).not.toBe(first);
		await still.getByRole('link', { name: 'Back to the newest' }).click();
		await expect.poll(shownFirst).toBe(first);
		await still
			.getByRole('button', { name: /^Mark as read/ })
			.first()
			.click();
		await still.getByText(/You have read [1-9]/).waitFor();
		await scriptless.close();
	});

	test('nothing serious stands in anybody’s way', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.setViewportSize({ width: 390, height: 844 });
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			for (const path of ['/voice', '/voice?q=invoice', '/voice/draw', '/voice/coverage']) {
				await page.goto(path);
				expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
				expect(await problemsOn(page), path).toEqual([]);
			}
		}
	});
});
