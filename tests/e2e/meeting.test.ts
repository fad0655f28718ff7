import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { addDays } from '#domain/scope/calendar.ts';
import { weekOf } from '#domain/scope/week.ts';
import { problemsOn } from './axe.ts';
import { openBeside, test } from './test.ts';

/** Long over, and looked at by no other morning. */
const week = weekOf(addDays(new Date().toISOString().slice(0, 10), -91));
const address = `/review/${week}`;

async function writeHeadline(page: Page, text: string) {
	await page.getByText(/^(Write|Change) the headline$/).click();
	await page.getByLabel('The week in one line').fill(text);
	await page.getByRole('button', { name: 'Save' }).first().click();
	await page.getByRole('heading', { level: 1, name: text }).waitFor();
}

describe('around the meeting', () => {
	test('the page is arranged by key and by mouse, read and signed off, and the change of a headline is told', async ({
		page,
		signedInAs,
		complaints
	}) => {
		await signedInAs('cco');
		await page.goto(address);
		await writeHeadline(page, 'Billing leaks');
		const first = page.locator('main h2').filter({ hasText: /Follow the money|What to fix first|Decisions/ });
		await page.getByText('Arrange the page').click();
		const lead = page.getByRole('button', { name: 'What to fix first to the lead' });
		await lead.focus();
		await page.keyboard.press('Enter');
		await page.getByText('What to fix first, leads').waitFor();
		await expect.poll(() => first.first().innerText()).toBe('What to fix first');
		const part = (name: string) => page.locator('li[draggable]').filter({ hasText: name });
		await part('Decisions').dragTo(part('What to fix first'));
		await page.getByText('Decisions, leads').waitFor();

		// Somebody else writes while this page is written on: theirs is shown, and what was typed here is still here.
		await page.getByText('Change the headline').click();
		await page.getByLabel('The week in one line').fill('Billing leaks more');
		const other = await openBeside(page, address);
		await writeHeadline(other, 'Billing leaks less');
		// Another form on it renews the page: theirs stands above, and what is written stays, and is not taken for an answer to it.
		await page.getByRole('button', { name: 'What to fix first down' }).click();
		await page.getByRole('heading', { level: 1, name: 'Billing leaks less' }).waitFor();
		expect(await page.getByLabel('The week in one line').inputValue()).toBe('Billing leaks more');
		await page.getByRole('button', { name: 'Save' }).first().click();
		await page.getByText('has meanwhile written “Billing leaks less”').waitFor();
		expect(await page.getByLabel('The week in one line').inputValue()).toBe('Billing leaks more');
		await other.close();

		await signedInAs('executive');
		await page.goto(address);
		await page.getByRole('heading', { name: 'Before the meeting' }).waitFor();
		await page.getByText(/For you: .*a headline to read/).waitFor();
		await page.getByRole('button', { name: 'I have read it' }).click();
		await page.getByText(/You have read it, you said on/).waitFor();
		expect(await page.getByText('Arrange the page').count()).toBe(0);

		await signedInAs('cco');
		await page.goto(address);
		await writeHeadline(page, 'Billing leaks; two ring them');
		await page.getByText(/^Read by 1 of \d+$/).click();
		const read = page.getByRole('row').filter({ hasText: 'changed since' });
		expect(await read.innerText()).toMatch(/The executive\s+Executive/);
		expect(await problemsOn(page)).toEqual([]);
		// The refusal is answered with 409, which the console tells.
		expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
	});

	test('a closed week has minutes that print, is found in the archive, and comes by feed', async ({
		page,
		context,
		signedInAs,
		complaints
	}) => {
		await signedInAs('cco');
		await page.goto(`${address}/present#for-customers`);
		await page.getByLabel('Everything is noted').check();
		await page.getByRole('button', { name: 'Close the week' }).click();
		await page.waitForFunction(() => !document.querySelector('#closing'));

		await page.goto(`/reviews/${week}`);
		await page.getByRole('heading', { level: 1, name: 'Billing leaks; two ring them' }).waitFor();
		await page.getByText('led by “Decisions”').waitFor();
		expect(await page.getByRole('row').filter({ hasText: 'changed since' }).count()).toBe(1);
		expect(await problemsOn(page)).toEqual([]);
		const pdf = await page.pdf({ format: 'A4' });
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeLessThan(8);

		await page.goto('/reviews');
		await page.getByRole('link', { name: 'Billing leaks; two ring them' }).waitFor();
		expect(await problemsOn(page)).toEqual([]);
		await page.getByRole('searchbox').fill('leaking');
		await page.getByRole('button', { name: 'Search' }).click();
		await page.locator('mark', { hasText: 'leaks' }).first().waitFor();

		await page.goto('/account');
		await page.getByRole('button', { name: 'Make an address' }).click();
		const feed = await page.locator('code').innerText();
		await context.clearCookies();
		const answer = await page.request.get(feed);
		expect(answer.headers()['content-type']).toContain('application/atom+xml');
		const told = await page.evaluate(
			(text) => {
				const xml = new DOMParser().parseFromString(text, 'application/xml');
				const of = (name: string) => [...xml.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)];
				return {
					root: xml.documentElement.localName,
					wrong: xml.getElementsByTagName('parsererror').length,
					titles: of('title').map(({ textContent }) => textContent),
					complete: of('entry').every((entry) =>
						['id', 'title', 'updated', 'link', 'content'].every((name) => entry.getElementsByTagName(name).length === 1)
					)
				};
			},
			await answer.text()
		);
		expect(told).toMatchObject({ root: 'feed', wrong: 0, complete: true });
		expect(told.titles.join('\n')).toContain('Billing leaks; two ring them');
		// The secret opens this address and nothing else.
		const elsewhere = await page.request.get(feed.replace('/reviews/feed.atom', '/reviews'), { maxRedirects: 0 });
		expect(elsewhere.status()).toBe(303);
		expect((await page.request.get(`${feed}x`)).status()).toBe(401);
		expect(complaints).toEqual([]);
	});
});
