import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import { test } from './test.ts';

const threeWords = '(?:^|[[:space:]])([A-Za-z]{4,} [A-Za-z]+ [A-Za-z]+)(?=[[:space:].,]|$)';

/**
 * The newest comment whose writer is known, the week it is of, and three words of it in the place of somebody's name. On
 * a Monday that is not the week that runs.
 */
const newest = (db: Db) =>
	row<{ customerId: number; name: string; email: string; week: string }>(
		db,
		sql`
			select response.customer_id as "customerId", (regexp_match(comment, ${threeWords}))[1] as "name", contact.email,
				to_char(responded_at at time zone 'Europe/London', 'IYYY-"W"IW') as "week"
			from response
			join contact on contact.customer_id = response.customer_id and contact.id = response.contact_id
			where comment ~ ${threeWords} and contact.email is not null
			order by responded_at desc, response.id desc
			limit 1
		`
	);

describe('what customers wrote', () => {
	test('is proved to be whole; a colleague’s name is hidden, and shown one by one, logged', async ({
		page,
		context,
		db,
		signedInAs,
		complaints
	}) => {
		const { name, week } = await newest(db);
		await signedInAs('administrator');
		await page.goto('/settings/words');
		await page.getByRole('button', { name: 'Prove it' }).click();
		await page.getByText(/^Every comment that arrived .* is here as it was written/).waitFor({ timeout: 60_000 });
		await page.getByLabel('Colleague’s name').fill(name);
		await page.getByRole('button', { name: 'Hide this name' }).click();
		await page.getByRole('button', { name: `Remove ${name}` }).waitFor();

		await signedInAs('executive');
		await page.goto('/voice');
		await page.getByRole('link', { name: 'Proof that nothing is missing' }).click();
		await page.getByRole('button', { name: 'Prove it' }).click();
		await page.getByText(/^Every comment that arrived .* is here as it was written/).waitFor({ timeout: 60_000 });
		const answer = await page.goto(`/review/${week}`);
		await page.getByText('colleague’s name hidden').first().waitFor();
		expect(await answer!.text()).not.toContain(name);
		expect(await page.getByRole('button', { name: /Show what is hidden/ }).count()).toBe(0);
		expect((await context.request.get('/settings/words')).status()).toBe(403);

		await signedInAs('cco');
		await page.goto(`/review/${week}`);
		const hidden = await page.getByText('colleague’s name hidden').count();
		await page
			.getByRole('button', { name: /Show what is hidden/ })
			.first()
			.click();
		await expect.poll(() => page.getByText('colleague’s name hidden').count()).toBeLessThan(hidden);
		expect(complaints).toEqual([]);

		await signedInAs('administrator');
		await page.goto('/settings/audit');
		await page.getByRole('cell', { name: 'unmasked a comment' }).first().waitFor();
		await page.goto('/settings/words');
		await page.getByRole('button', { name: `Remove ${name}` }).click();
		await page.getByRole('button', { name: `Remove ${name}` }).waitFor({ state: 'detached' });
	});

	test('is erased when the person asks, and the feed says so where it stood', async ({ page, db, signedInAs }) => {
		const { customerId, email, week } = await newest(db);
		await signedInAs('administrator');
		await page.goto('/settings/erasure');
		await page.getByLabel('E-mail address').fill(email);
		await page.getByRole('button', { name: 'See what there is' }).click();
		await page.getByText(email).waitFor();
		await page.getByLabel('Reason').fill('Asked in a letter.');
		await page.getByLabel('I am sure. This cannot be undone.').check();
		await page.getByRole('button', { name: 'Erase' }).click();
		await page.getByText(/^Erased: the words of/).waitFor();

		expect(await row(db, sql`select count(*)::int as "known" from contact where email = ${email}`)).toEqual({
			known: 0
		});
		await page.goto(`/review/${week}`);
		await page.getByText('at the person’s request').first().waitFor();
		await page.goto(`/customers/${customerId}?only=words`);
		await page.getByText('at the person’s request').first().waitFor();
		await page.goto('/settings/words');
		await page.getByRole('cell', { name: 'Asked in a letter.' }).waitFor();
		await page.getByRole('button', { name: 'Prove it' }).click();
		await page
			.getByText(/^Every comment that arrived .* the words are gone, each by a recorded act/)
			.waitFor({ timeout: 60_000 });
	});
});
