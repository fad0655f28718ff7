import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { problemsOn } from './axe.ts';
import { lastWeekWith, test } from './test.ts';

const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name }) });

describe('themes', () => {
	test('come with figures and their doubt, and say that nobody has checked them', async ({
		page,
		complaints,
		signedInAs
	}) => {
		await signedInAs('executive');
		await page.goto('/review');
		await page.getByRole('link', { name: 'themes', exact: true }).click();
		await page.getByRole('heading', { level: 1, name: 'Themes' }).waitFor();
		const invoices = await row(page, 'Invoices and VAT').innerText();
		expect(invoices).toMatch(/%/);
		expect(invoices).toMatch(/customers/);
		expect(invoices).toMatch(/not checked/);
		// Who reads may not write.
		expect(await page.getByRole('heading', { name: 'A new theme' }).count()).toBe(0);

		await page.getByRole('link', { name: 'Invoices and VAT' }).click();
		const comments = page.getByRole('list', { name: 'Comments about Invoices and VAT' });
		await expect.poll(() => comments.getByRole('listitem').count()).toBe(30);
		expect(await comments.locator('mark').count()).toBeGreaterThanOrEqual(30);
		expect(await page.getByRole('button', { name: 'Yes' }).count()).toBe(0);
		expect(complaints).toEqual([]);
	});

	test('are begun from what stands out, looked for in every comment, checked and changed', async ({
		page,
		complaints,
		signedInAs
	}) => {
		await signedInAs('analyst');
		await page.goto('/voice/themes');
		await page.getByLabel('Language', { exact: true }).selectOption('en');
		await page.getByRole('button', { name: 'Look', exact: true }).click();
		await page.getByText(/In the latest .* comments with a score/).waitFor();
		await page
			.getByRole('link', { name: /Begin a theme/ })
			.first()
			.click();
		const rules = page.getByLabel('Rules, a line for each language');
		await expect.poll(() => rules.inputValue()).toMatch(/^en: /);

		await page.getByLabel('Name', { exact: true }).fill('Trucks');
		await rules.fill('truck*');
		await page.getByRole('button', { name: 'Look for it in every comment' }).click();
		await page.getByText('begin each line with a language').waitFor();
		await rules.fill('en: truck* driver -"screw driver"');
		await page.getByRole('button', { name: 'Look for it in every comment' }).click();
		await page.getByRole('heading', { level: 1, name: 'Trucks' }).waitFor();
		await page.getByText('not checked.').waitFor();

		const next = page.getByRole('group', { name: 'The next comment to check' });
		for (let i = 0; i < 10; i++) {
			const before = await next.innerText();
			await next.getByRole('button', { name: i === 0 ? 'No' : 'Yes' }).click();
			await expect.poll(() => next.innerText()).not.toBe(before);
		}
		await page
			.getByText(/90% \(60% to 98%, 10 read\)/)
			.first()
			.waitFor();

		await page.getByText('Change them').click();
		await rules.fill('en: truck*');
		await page.getByRole('button', { name: 'Look for it anew' }).click();
		await page.getByText('not checked.').waitFor();
		await page.reload();
		await page.getByText('Change them').click();
		await page.getByRole('button', { name: /Remove the theme/ }).click();
		await page.waitForURL('**/voice/themes');
		expect(await page.getByRole('link', { name: 'Trucks' }).count()).toBe(0);
		// The browser says so when a form comes back with a mistake.
		expect(complaints.filter((text) => !/400/.test(text))).toEqual([]);
	});

	test('cannot be written by who may only read, whatever they send, nor seen by a stranger', async ({
		page,
		context,
		signedInAs
	}) => {
		expect((await context.request.get('/voice/themes', { maxRedirects: 0 })).status()).toBe(303);
		await signedInAs('executive');
		await page.goto('/voice/themes');
		const sent = await page.evaluate(
			async () =>
				(
					await fetch('/voice/themes?/make', {
						method: 'POST',
						body: new URLSearchParams({ name: 'Mine', rules: 'en: mine' })
					})
				).status
		);
		expect(sent).toBe(403);
		expect((await page.goto('/voice/themes/999999'))?.status()).toBe(404);
	});

	test('stand in nobody’s way, in light and dark, at a desk and on a phone', async ({ page, signedInAs }) => {
		await signedInAs('cco');
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			for (const path of ['/voice/themes?suggest=en', '/voice/themes/1']) {
				await page.goto(path);
				expect(await problemsOn(page)).toEqual([]);
			}
		}
		await page.setViewportSize({ width: 390, height: 844 });
		for (const path of ['/voice/themes?suggest=en', '/voice/themes/1']) {
			await page.goto(path);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
		}
	});
});

describe('from the words back to the charts', () => {
	test('a comment says where it sits, and the charts mark it, and the words stay as they are', async ({
		page,
		db,
		complaints,
		signedInAs
	}) => {
		await signedInAs('executive');
		await page.goto(`/review/${await lastWeekWith(db, sql`score <= 6`)}?group=low`);
		const feed = page.getByRole('complementary', { name: 'What customers said' });
		const first = feed.getByRole('article').first();
		const address = page.url();
		await first.getByRole('button', { name: /^Where is this/ }).click();
		await first.getByText(/Marked in the charts: the bar “score \d”, the curve “Detractors”, \w+ \d{4}/).waitFor();
		expect(page.url()).toBe(address);
		const faded = page.getByRole('img', { name: /Revenue in the 12 months/ }).locator('path[fill-opacity="0.35"]');
		await expect.poll(() => faded.count()).toBeGreaterThan(5);
		await first.getByRole('button', { name: /^Where is this/ }).click();
		await expect.poll(() => faded.count()).toBe(0);
		expect(complaints).toEqual([]);
	});

	test('the bands of revenue and the revenue at risk lead to their words', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/money');
		await page.getByRole('link', { name: 'Words of the low answers' }).click();
		await page.getByText('paying detractors by their latest score').waitFor();
		await page
			.getByRole('region', { name: 'Revenue by what they last said' })
			.getByRole('link', { name: 'Promoters', exact: true })
			.click();
		await page.getByText('paying promoters by their latest score').waitFor();
		expect(page.url()).toContain('behind=last-high');
	});
});
