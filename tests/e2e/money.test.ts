import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { problemsOn } from './axe.ts';
import { test } from './test.ts';

const rung = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

describe('the executive follows the money', () => {
	test('and finds what a point is worth, how sure that is, and by which way', async ({
		page,
		complaints,
		signedInAs
	}) => {
		await signedInAs('executive');
		await page.goto('/review');
		await page.getByText(/One more point of likelihood to recommend goes with/).waitFor();
		await page.getByRole('link', { name: 'Experiment' }).click();
		await page.getByText('no finished bet with a hold-out').waitFor();
		expect(page.url()).toContain('evidence=experiment');

		await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Money' }).click();
		await page.getByRole('heading', { name: 'What is a point worth?' }).waitFor();
		const ladder = page.getByRole('list', { name: 'What a point is worth, by strength of evidence' });
		expect(await ladder.getByRole('heading').allInnerTexts()).toEqual([
			'D As seen',
			'C Like for like',
			'B Same customer over time',
			'A Experiment'
		]);
		await rung(page, 'Like for like')
			.getByText(/^\$\d+/)
			.first()
			.waitFor();
		await rung(page, 'Experiment').getByText('—').waitFor();
		await page.getByText('detractor → passive', { exact: false }).first().waitFor();
		expect(complaints).toEqual([]);
	});

	test('reads the words behind a score, and nothing else changes', async ({ page, complaints, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/money');
		await page.getByText('As a table').first().click();
		await page.getByRole('link', { name: 'Comments with score 10' }).click();
		await page.getByText('the bar “score 10”').waitFor();
		expect(page.url()).toContain('score=10');
		await page.getByRole('heading', { name: 'What is a point worth?' }).waitFor();
		await page.getByRole('link', { name: 'Show all' }).click();
		await page.getByText('Nothing is left out, edited or ranked.').waitFor();
		expect(complaints).toEqual([]);
	});

	test('challenges a figure, and takes a citation along', async ({ page, complaints, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/money');
		const name = 'Price of a point of 0–10: like for like';
		await page.getByRole('link', { name: `What is behind “${name}”?` }).click();
		const behind = page.getByRole('dialog', { name });
		await behind.getByText('C, like for like', { exact: true }).waitFor();
		await behind.getByText('The query', { exact: true }).click();
		await behind.getByText('from answer_outcome').waitFor();
		await behind.getByText(/evidence grade C, like for like; definition price_of_a_point\.like_for_like/).waitFor();
		await behind.getByRole('button', { name: 'Close' }).click();
		expect(await page.getByRole('link', { name: /^What is behind/ }).count()).toBeGreaterThan(25);
		expect(complaints).toEqual([]);
	});

	test('reads the words of exactly those promoters who left', async ({ page, complaints, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/money');
		await page.getByRole('link', { name: /words of promoters who left$/ }).click();
		await page.getByText('promoters who left within 12 months of their answer').waitFor();
		expect(page.url()).toContain('group=high&did=left');
		await page.getByRole('link', { name: 'Show all' }).click();
		await page.getByText('Nothing is left out, edited or ranked.').waitFor();

		await page.getByRole('link', { name: 'Customers lost, 12 mo', exact: true }).click();
		await page.getByText('customers who paid a year before, and pay no more').waitFor();
		await page.getByText(/It holds .+: [\d,]+ of them wrote in this time\./).waitFor();
		expect(page.url()).toContain('behind=lost');
		expect(complaints).toEqual([]);
	});

	test('asks what two points would bring, with scripts and without', async ({ page, context, browser, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/money');
		await page.getByLabel('detractor → passive').fill('2');
		await page.getByLabel('detractor → passive').blur();
		await page.waitForURL(/lowToMiddle=2/);
		const answer = await page.getByText(/customers\s+move/).innerText();

		const scriptless = await browser.newContext({ javaScriptEnabled: false });
		await scriptless.addCookies(await context.cookies());
		const still = await scriptless.newPage();
		await still.goto(page.url());
		expect(await still.getByText(/customers\s+move/).innerText()).toBe(answer);
		expect(await still.locator('figure svg').count()).toBe(4);
		await scriptless.close();
	});

	test('on a phone, in the dark, and by whatever reads the page aloud', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.setViewportSize({ width: 390, height: 844 });
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await page.goto('/money');
			await page.getByRole('heading', { name: 'What is a point worth?' }).waitFor();
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
			expect(await problemsOn(page)).toEqual([]);
		}
	});
});
