import { sql } from 'drizzle-orm';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { problemsOn } from './axe.ts';
import { lastWeekWith, openLastWeek, product, test } from './test.ts';

const shown = async (page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp) =>
	page.getByRole(role, { name }).first().waitFor();

const isFocused = (of: Locator) => of.evaluate((element) => element === document.activeElement);

describe('a stranger', () => {
	test('is sent to sign in, whatever they ask for, and the API refuses them', async ({ page, context }) => {
		for (const path of [
			'/',
			'/review',
			'/review/2026-W01',
			'/money',
			'/voice',
			'/voice/draw',
			'/data',
			'/data/imports/1',
			'/settings',
			'/settings/people',
			'/account'
		]) {
			await page.goto(path);
			expect(new URL(page.url()).pathname, path).toBe('/login');
		}
		for (const path of [
			'/api/v1/figures',
			'/feed?week=2026-W01',
			'/voice/more',
			'/voice/live',
			'/review/2026-W01/__data.json'
		]) {
			const answer = await context.request.get(path, { maxRedirects: 0 });
			expect([303, 401, 200]).toContain(answer.status());
			expect(await answer.text()).not.toMatch(/comment|promoter|nps/i);
		}
		const upload = await context.request.post('/data/upload', {
			multipart: { files: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') } },
			maxRedirects: 0,
			headers: { origin: product().address }
		});
		expect(upload.status()).toBe(303);
	});

	test('learns nothing from a wrong password, and comes back to where they wanted to go with the right one', async ({
		page
	}) => {
		await page.goto(product().setupLink);
		await page.getByLabel('Your name').fill('Dana Okafor');
		await page.getByLabel('E-mail').fill('dana@example.com');
		await page.getByLabel('Password').fill('seven quiet horses run');
		await page.getByRole('button', { name: 'Start' }).click();
		await page.waitForURL('**/review/**');
		await page.getByLabel('Account of Dana Okafor').click();
		await page.getByRole('button', { name: 'Sign out' }).click();
		await page.waitForURL('**/login');

		await page.goto('/settings/people');
		await page.getByLabel('E-mail').fill('dana@example.com');
		await page.getByLabel('Password').fill('wrong horses');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.getByRole('alert').getByText('E-mail or password is wrong.').waitFor();
		await page.getByLabel('Password').fill('seven quiet horses run');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL('**/settings/people');
		await page.goto(product().setupLink);
		await page.getByText('This link was used already or has expired').waitFor();
		expect(page.url()).toBe(product().setupLink);
	});
});

describe('the executive', () => {
	test('reads the week: figures with their doubt, charts before any script, words beside them', async ({
		page,
		context,
		complaints,
		signedInAs,
		browser
	}) => {
		await signedInAs('executive');
		await page.goto('/');
		await page.waitForURL(/\/review\/\d{4}-W\d{2}$/);
		await openLastWeek(page);
		await page.getByText('Demo data.').waitFor();
		await shown(page, 'heading', 'NPS, 13 weeks');
		await page.getByText(/±\d+/).first().waitFor();
		await shown(page, 'img', /Revenue in the 12 months after the answer/);
		await page.getByText(/All \d+ comments/).waitFor();

		const scriptless = await browser.newContext({ javaScriptEnabled: false, baseURL: product().address });
		await scriptless.addCookies(await context.cookies());
		const still = await scriptless.newPage();
		await still.goto(page.url());
		expect(await still.locator('figure svg').count()).toBe(3);
		expect(await still.getByText('Mark as read').count()).toBeGreaterThan(0);
		await scriptless.close();
		expect(complaints).toEqual([]);
	});

	test('picks a score, and reads exactly the comments behind it', async ({ page, db, complaints, signedInAs }) => {
		await signedInAs('executive');
		await page.goto(`/review/${await lastWeekWith(db, sql`score = 10`)}`);
		await page.getByText('As a table').first().click();
		await page.getByRole('link', { name: 'Comments with score 10' }).click();
		await page.getByText('the bar “score 10”').waitFor();
		expect(page.url()).toContain('score=10');

		const scores = await page
			.getByRole('complementary', { name: 'What customers said' })
			.locator('.score')
			.allInnerTexts();
		expect(new Set(scores.map((text) => text.split('\n').pop()!.trim()))).toEqual(new Set(['10']));
		await page.getByRole('link', { name: 'Show all' }).click();
		await page.getByText('Nothing is left out, edited or ranked.').waitFor();

		// By key, whoever picks goes on from there; and words of another time are not counted as the week's.
		const figure = page.getByRole('link', { name: 'Customers kept, 12 mo', exact: true });
		await figure.press('Enter');
		await page.getByRole('link', { name: 'Show all' }).waitFor();
		expect(await isFocused(figure)).toBe(true);
		expect(await page.getByText(/paying customers/).innerText()).not.toContain('comments');
		expect(complaints).toEqual([]);
	});

	test('marks a comment as read, and it stays read', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await openLastWeek(page);
		await page.getByText('You have read 0').waitFor();
		// It is shown before the server has it.
		const kept = page.waitForResponse((answer) => answer.request().method() === 'POST');
		const unread = page.getByRole('button', { name: /^Mark as read/ });
		await unread.first().press('Enter');
		await page.getByText('You have read 1').waitFor();
		expect(await isFocused(unread.first())).toBe(true);
		await kept;
		await page.reload();
		await page.getByText('You have read 1').waitFor();
		expect(await page.getByRole('button', { name: /^Mark as read/ }).count()).toBeGreaterThan(0);
	});

	test('filters by segment in the address, so that a link is a view', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/review');
		const all = await page.getByText(/paying customers/).innerText();
		await page.getByLabel('All segments').selectOption('Solo');
		await page.waitForURL(/segment=Solo/);
		await expect.poll(() => page.getByText(/paying customers/).innerText()).not.toBe(all);
		const link = page.url();
		await page.goto('/review');
		await page.goto(link);
		expect(await page.getByLabel('All segments').inputValue()).toBe('Solo');
	});

	test('goes on reading older comments without losing the place', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await openLastWeek(page);
		const feed = page.getByRole('complementary', { name: 'What customers said' });
		const before = await feed.locator('article').count();
		await page.getByRole('link', { name: 'Show older comments' }).scrollIntoViewIfNeeded();
		await expect.poll(() => feed.locator('article').count()).toBeGreaterThan(before);
		expect(page.url()).not.toContain('older');
	});

	test('on a phone, opens the words as a drawer', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.setViewportSize({ width: 390, height: 844 });
		await openLastWeek(page);
		const drawer = page.getByRole('link', { name: /comments?, .* unread/ });
		await page.evaluate(() => scrollTo(0, 700));
		for (const close of [
			() => page.keyboard.press('Escape'),
			() => page.getByRole('link', { name: 'Close' }).click()
		]) {
			await drawer.click();
			await page.getByRole('heading', { name: 'Unfiltered' }).waitFor();
			await close();
			await page.getByRole('heading', { name: 'Unfiltered' }).waitFor({ state: 'hidden' });
			expect(await isFocused(drawer)).toBe(true);
			expect(await page.evaluate(() => scrollY)).toBe(700);
		}
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	});

	test('sees neither data nor settings, by menu or by address', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/review');
		expect(await page.getByRole('navigation', { name: 'Pages' }).innerText()).toBe(
			['Review', 'Money', 'Voice', 'Insights', 'Bets', 'Officer', 'Snapshots'].join('\n')
		);
		for (const path of ['/data', '/settings', '/settings/people', '/settings/audit', '/data/imports/1']) {
			const answer = await page.goto(path);
			expect(answer?.status(), path).toBe(403);
		}
	});

	test('nothing serious stands in anybody’s way, in light and dark', async ({ page, signedInAs }) => {
		await signedInAs('administrator');
		const bothSchemes = ['/review', '/money', '/data'];
		for (const path of [...bothSchemes, '/settings', '/settings/people', '/settings/audit', '/account']) {
			await page.goto(path);
			for (const colorScheme of bothSchemes.includes(path) ? (['light', 'dark'] as const) : (['light'] as const)) {
				await page.emulateMedia({ colorScheme });
				expect(await problemsOn(page), `${path}, ${colorScheme}`).toEqual([]);
			}
		}
	});
});

describe('the analyst', () => {
	test('maps a file, checks it and finds the rejects', async ({ page, signedInAs }) => {
		await signedInAs('analyst');
		await page.goto('/data');
		const text = 'Account;Since;Region\nA-1;01.02.2024;North\nA-2;31.02.2024;South\n';
		await page
			.getByLabel(/CSV, TSV or Excel/)
			.setInputFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
		await page.getByRole('button', { name: 'Look at it' }).click();
		await page.getByRole('heading', { name: 'Which column is what?' }).waitFor();

		await page.getByLabel('What Since becomes').selectOption('started_on');
		await page.getByLabel('Source').fill('crm');
		await page.getByRole('button', { name: 'Keep this mapping' }).click();
		await page.getByRole('button', { name: 'Check it, write nothing' }).click();
		await page.getByText('This is what would happen').waitFor();
		await page.getByText('customers: 1 new · 1 rejected').waitFor();
		await page.getByRole('list', { name: 'Rejected rows by reason' }).getByText('“31.02.2024” is no day').waitFor();
		const [rejects] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: /Rejected rows/ }).click()
		]);
		const body = Buffer.concat(await (await rejects.createReadStream()).toArray()).toString();
		expect(body).toContain('accounts.csv,3,Since (started_on),');
	});
});
