import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { problemsOn } from './axe.ts';
import { openLastWeek, product, test } from './test.ts';

const tiles = (page: Page) => page.locator('main .strip').getByRole('article');
const ask = (page: Page, name: string) => page.getByRole('link', { name: `What is behind “${name}”?` });
const explanation = (page: Page, name: string) => page.getByRole('dialog', { name });

describe('the executive', () => {
	test('sees of every figure whether it moved by more than noise', async ({ page, signedInAs, complaints }) => {
		await signedInAs('executive');
		await openLastWeek(page);
		for (const tile of await tiles(page).all())
			expect(await tile.innerText()).toMatch(
				/· (no signal|signal|who answered changed|too little)|nothing earlier to compare with/
			);

		await page.goto('/review');
		const running = await page.getByRole('heading', { level: 1, name: 'so far' }).count();
		if (running > 0) expect(await tiles(page).first().innerText()).toMatch(/Week \d+: .*\s·\s/);
		expect(complaints).toEqual([]);
	});

	test('asks what is behind a figure, by keyboard alone, and takes a citation away', async ({
		page,
		context,
		signedInAs,
		complaints
	}) => {
		await signedInAs('executive');
		await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product().address });
		await openLastWeek(page);
		await ask(page, 'NPS, 13 weeks').focus();
		await page.keyboard.press('Enter');
		const dialog = explanation(page, 'NPS, 13 weeks');
		await dialog.waitFor();
		for (const told of ['Share of promoters', 'adjusted Wald', 'Definition nps, version 2', 'all customers'])
			await dialog.getByText(told).first().waitFor();
		await dialog.getByText('The query').click();
		await dialog.getByText('from loyalty_cell').waitFor();

		await dialog.getByRole('button', { name: 'Copy citation' }).click();
		await dialog.getByRole('button', { name: 'Copied' }).waitFor();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied).toMatch(
			/NPS, 13 weeks: .*\(95% interval .* to .*\); n = .*; definition nps, version 2\. Seen on .* at/
		);
		expect(copied).toContain(page.url());

		await page.keyboard.press('Escape');
		await dialog.waitFor({ state: 'hidden' });
		for (const chart of ['Revenue in the 12 months after the answer', 'Who stays', 'NPS by month', 'What to fix first'])
			expect(await ask(page, chart).count(), chart).toBe(1);
		expect(complaints).toEqual([]);
	});

	test('can ask before any script has loaded', async ({ page, context, signedInAs, browser }) => {
		await signedInAs('executive');
		await page.goto('/review');
		const scriptless = await browser.newContext({ javaScriptEnabled: false, baseURL: product().address });
		await scriptless.addCookies(await context.cookies());
		const still = await scriptless.newPage();
		await still.goto(page.url());
		await ask(still, 'Customers kept, 12 mo').click();
		const told = explanation(still, 'Customers kept, 12 mo').getByText('95%, Wilson.');
		await told.waitFor();
		expect(await told.isVisible()).toBe(true);
		await scriptless.close();
	});

	test('picks what to fix first, and reads what was said there', async ({ page, signedInAs, complaints }) => {
		await signedInAs('executive');
		await openLastWeek(page);
		const section = page.getByRole('region', { name: 'What to fix first' });
		await section.getByText(/a clear winner|a tie|Too little data|Not detectable|only touchpoint/).waitFor();
		await section.getByRole('link', { name: 'Support' }).click();
		await page.getByText('the touchpoint “support” (CES)').waitFor();
		expect(new URL(page.url()).searchParams.get('touchpoint')).toBe('ces:support');

		const cards = page.getByRole('complementary', { name: 'What customers said' }).getByRole('article');
		const about = await cards.allInnerTexts();
		expect(about.length).toBeGreaterThan(0);
		for (const text of about) expect(text).toContain('support survey');
		await page.getByRole('link', { name: 'Show all' }).click();
		await page.getByText('Nothing is left out, edited or ranked.').waitFor();
		expect(complaints).toEqual([]);
	});

	test('finds nothing in the way of an open explanation, in light and dark, and nothing moves', async ({
		page,
		signedInAs
	}) => {
		await signedInAs('executive');
		await page.addInitScript(() => {
			const seen = window as unknown as { moved: number };
			seen.moved = 0;
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) seen.moved += (entry as unknown as { value: number }).value;
			}).observe({ type: 'layout-shift', buffered: true });
		});
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await openLastWeek(page);
			await page.reload({ waitUntil: 'networkidle' });
			await ask(page, 'What to fix first').click();
			await explanation(page, 'What to fix first').waitFor();
			expect(await problemsOn(page), colorScheme).toEqual([]);
			expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.01);
		}
	});
});
