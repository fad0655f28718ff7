import { describe, expect } from 'vitest';
import { addDays } from '#domain/scope/calendar.ts';
import { weekOf } from '#domain/scope/week.ts';
import { problemsOn } from './axe.ts';
import { test } from './test.ts';

const week = weekOf(addDays(new Date().toISOString().slice(0, 10), -14));
const address = `/review/${week}/present`;

describe('present mode', () => {
	test('goes from a customer’s words to what is in it for them, by key, and without a network', async ({
		page,
		context,
		signedInAs,
		complaints
	}) => {
		await signedInAs('cco');
		await page.goto(`/review/${week}`);
		await page.getByText('Give it to somebody').click();
		await page.getByLabel('Who speaks for our customers').selectOption('The cco');
		await page.getByRole('button', { name: 'Give the seat' }).click();
		await page.getByText('The cco speaks for our customers').waitFor();

		await page.getByRole('link', { name: 'Present' }).click();
		await page.waitForURL(`**${address}`);
		await page.getByText('the customer’s seat: The cco').first().waitFor();
		await page.getByText(/Drawn, not chosen/).waitFor();
		expect((await page.locator('blockquote').innerText()).length).toBeGreaterThan(0);
		const story = page.getByRole('region', { name: 'A customer’s story' });
		expect(await story.locator('a[href^="/customers/"]').count()).toBe(1);

		await context.setOffline(true);
		const inSight = (name: string) =>
			expect
				.poll(() =>
					page.getByRole('region', { name }).evaluate((slide) => Math.round(slide.getBoundingClientRect().top))
				)
				.toBe(0);
		await page.keyboard.press('ArrowRight');
		await inSight('What changed, and whether it is noise');
		await page.keyboard.press('PageDown');
		await inSight('Follow the money');
		// What is a caption on the page is read from the back of a room here.
		const caption = page.getByText('the numbers on the bars are customers').first();
		expect(await caption.evaluate((told) => parseFloat(getComputedStyle(told).fontSize))).toBeGreaterThan(16);
		await page.keyboard.press('ArrowLeft');
		await inSight('What changed, and whether it is noise');
		await page.keyboard.press('End');
		await inSight('What is in it for our customers?');
		await page.keyboard.press('d');
		await inSight('What we decide');
		await page.keyboard.press('Escape');
		await page.getByText('No network: all slides are here.').first().waitFor();
		await context.setOffline(false);
		await page.getByText('Esc leave').first().waitFor();

		await page.keyboard.press('Escape');
		await page.waitForURL(`**/review/${week}`);
		expect(complaints).toEqual([]);
	});

	test('is dark, readable by whatever reads it aloud, and fits a tablet', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.setViewportSize({ width: 820, height: 1180 });
		await page.goto(address);
		expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(820);
		expect(await problemsOn(page)).toEqual([]);
	});

	test('decides in the room, and asks what is in it for customers', async ({ page, context, signedInAs }) => {
		await signedInAs('cco');
		await page.goto(`${address}#decisions`);
		await page.getByText('Note a decision').click();
		await page.getByRole('textbox', { name: 'What we decide' }).fill('Ring the ten largest');
		await page.getByLabel('Why', { exact: true }).fill('They are silent');
		await page.getByLabel('What we expect of it').fill('Two stay');
		await page.getByLabel('By when').fill('2099-12-04');
		// What could not be sent stays, to be sent again.
		await context.setOffline(true);
		const unsent = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
		await page.getByRole('button', { name: 'Note it' }).click();
		await unsent;
		await page.getByText('No network: all slides are here.').first().waitFor();
		await context.setOffline(false);
		expect(await page.getByLabel('Why', { exact: true }).inputValue()).toBe('They are silent');
		await page.getByRole('button', { name: 'Note it' }).click();
		const closing = page.getByRole('region', { name: 'What is in it for our customers?' });
		await closing.getByText('Not answered yet').waitFor();
		await closing.locator('summary', { hasText: 'What is in it' }).click();
		await closing.getByRole('textbox', { name: 'What is in it for our customers?' }).fill('Somebody asks them');
		await closing.getByRole('button', { name: 'Save' }).click();
		await closing.getByText('Somebody asks them').waitFor();
		expect(await closing.getByText('Not answered yet').count()).toBe(0);
	});
});
