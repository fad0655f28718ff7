import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from './test.ts';

const olist = resolve('../shared/data/olist');

/** Takes the demo company's place, so this file comes last. */
describe('the analyst', () => {
	test.skipIf(!existsSync(olist))(
		'imports Olist from the page and sees it, without a word of NPS',
		{ timeout: 180_000 },
		async ({ page, complaints, signedInAs }) => {
			await signedInAs('analyst');
			await page.goto('/data');
			const files = readdirSync(olist).filter((name) => /customers|orders_|order_payments|order_reviews/.test(name));
			await page.getByLabel(/CSV, TSV or Excel/).setInputFiles(files.map((name) => join(olist, name)));
			await page.getByRole('button', { name: 'Look at it' }).click();
			await page.getByText('Recognised as olist').waitFor();
			await page.getByRole('button', { name: 'Check it, write nothing' }).click();
			await page.getByText('This is what would happen').waitFor({ timeout: 90_000 });
			await page.getByText('Bringing it in removes the demo company.').waitFor();
			await page.getByRole('button', { name: 'Bring it in' }).click();
			await page
				.getByText('customers: 8,016 new · responses: 8,225 new · revenue: 8,924 new')
				.waitFor({ timeout: 120_000 });
			await expect.poll(() => page.getByText(/^In ·/).count(), { timeout: 90_000 }).toBe(1);

			await page.goto('/review/2018-W20');
			await page.getByRole('heading', { name: 'CSAT, 13 weeks' }).first().waitFor();
			await page.getByText('All 57 comments').waitFor();
			for (const elsewhere of [null, '/voice', '/voice/themes', '/alerts']) {
				if (elsewhere) await page.goto(elsewhere);
				expect(await page.locator('body').innerText()).not.toMatch(/\bNPS\b|promoter|detractor|Demo data/i);
			}
			expect(complaints).toEqual([]);

			await page.goto('/data');
			await page
				.getByText(/8,016 customers\. 8,225 answers .* 4,224 with words\. .* in all 1,428,602\.81 BRL\./)
				.waitFor();
			await page.getByRole('button', { name: 'Undo' }).click();
			await page.getByRole('cell', { name: 'Undone' }).waitFor({ timeout: 60_000 });
			await page.goto('/review/2018-W20');
			await page.getByText('There is nothing to review yet').waitFor();
		}
	);
});
