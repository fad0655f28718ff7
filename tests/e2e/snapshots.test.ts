import { sql } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { describe, expect } from 'vitest';
import { makeToken } from '#domain/auth/server.ts';
import { rows } from '#platform/db/rows.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { problemsOn } from './axe.ts';
import { product, test } from './test.ts';

/** Of a name that no other morning uses. */
const name = `The week for the board ${Date.now()}`;

describe('snapshots by mail', () => {
	test('are planned, looked at, sent and read', async ({ page, browser, signedInAs, complaints }) => {
		await signedInAs('cco');
		await page.goto('/snapshots/new');
		await page.getByLabel('Name', { exact: true }).fill(name);
		await page.getByLabel('Mon', { exact: true }).uncheck();
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('Choose at least one day of the week.').waitFor();
		await page.getByLabel('Mon', { exact: true }).check();
		await page.getByLabel('Time zone', { exact: true }).fill('Europe/Prague');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText(/^Goes out every Monday at 07:30/).waitFor();

		await page.getByLabel('Add people').fill('ceo@example.com; nobody\nCEO@example.com');
		await page.getByRole('button', { name: 'Add', exact: true }).click();
		await page.getByText('No address: nobody.').waitFor();
		await page.getByRole('cell', { name: 'ceo@example.com', exact: true }).waitFor();
		expect(await problemsOn(page, { but: 'iframe' })).toEqual([]);

		const mail = page.frameLocator('iframe');
		await mail.getByRole('heading', { name: 'The week in figures' }).waitFor();
		await expect
			.poll(() =>
				mail
					.getByRole('img')
					.first()
					.evaluate((img: HTMLImageElement) => img.naturalWidth)
			)
			.toBe(1_200);
		await page.getByRole('link', { name: 'Pictures blocked' }).click();
		await expect
			.poll(() =>
				mail
					.getByRole('img')
					.first()
					.evaluate((img: HTMLImageElement) => img.naturalWidth)
			)
			.toBe(0);
		await page.getByRole('link', { name: 'Plain text' }).click();
		await mail.getByText('The week in figures\n----').waitFor();

		await page.getByText('Send now', { exact: true }).click();
		await page.getByRole('button', { name: 'Send it now to everybody' }).click();
		await page.waitForURL(/deliveries$/);
		// No mail server is set: what the queue takes up ends in the outbox.
		await expect
			.poll(async () => (await page.reload(), page.getByText('in outbox').count()), { timeout: 60_000 })
			.toBeGreaterThan(0);
		const file = await page.getByRole('link', { name: 'As a file (.eml)' }).getAttribute('href');
		const sent = await PostalMime.parse(await (await page.request.get(file!)).body());
		expect(sent.to).toEqual([{ name: '', address: 'ceo@example.com' }]);
		expect(sent.subject).toMatch(/^NPS −?\d+ ±\d+ · .+ · week \d+$/);
		expect(sent.html!.length).toBeLessThan(80_000);
		for (const part of ['\nInsights\n', '\nPromised to customers', '\nDecisions, and what is due'])
			expect(sent.text).toContain(part);
		expect(sent.attachments.map(({ contentId }) => contentId)).toEqual(['<money@empty-chair>', '<trend@empty-chair>']);

		const link = /Open this edition: (\S+)/.exec(sent.text!)![1];
		const elsewhere = await browser.newContext();
		const reader = await elsewhere.newPage();
		await reader.goto(new URL(new URL(link).pathname, page.url()).href);
		await reader.getByRole('heading', { name: 'In their words' }).waitFor();
		expect(await reader.getByRole('navigation').count()).toBe(0);
		const words = (await reader.getByRole('listitem').last().textContent())!;
		expect(sent.text!.replace(/[>\s]/g, '')).toContain(
			words
				.replace(/^\s*(No s|S)core\s*\S+\s*/, '')
				.replace(/[>\s]/g, '')
				.slice(-20)
		);

		await page.getByText('Take back the links to this edition').click();
		await page.getByRole('button', { name: 'Take back every link' }).click();
		await page.getByText(/^Links taken back: [1-9]/).waitFor();
		expect((await reader.reload())!.status()).toBe(404);
		await elsewhere.close();

		await page.goto('/snapshots/letters');
		await page.getByText('Mail to one person that is about no edition').waitFor();
		expect(await problemsOn(page)).toEqual([]);
		// The form that came back is answered with 400, which the console tells.
		expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
	});

	test('are read by everybody, and planned by those whose role includes it', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.goto('/snapshots');
		await page.getByRole('cell', { name, exact: true }).waitFor();
		expect(await page.getByRole('link', { name: 'New schedule' }).count()).toBe(0);
		await page
			.getByRole('link', { name: `${name}, week` })
			.first()
			.click();
		await page.getByRole('heading', { name: 'What changed' }).waitFor();
		for (const closed of [
			'/snapshots/new',
			'/snapshots/recipients',
			'/snapshots/letters',
			'/snapshots/1',
			'/snapshots/editions/1/deliveries'
		])
			expect((await page.request.get(closed)).status(), closed).toBe(403);
	});

	test('alerts are each person’s to choose, and what came back is told by a program', async ({
		page,
		db,
		signedInAs,
		complaints
	}) => {
		await signedInAs('executive');
		await page.goto('/snapshots');
		await page.getByRole('link', { name: 'Alerts between reviews' }).click();
		await page.getByText('Nothing: alerts are off until you choose some.').waitFor();
		await page.getByLabel('A valuable customer turns unhappy').check();
		await page.getByLabel('once a day at').check();
		await page.getByLabel('Time of the day').fill('06:45');
		await page.getByLabel('On the clocks of').fill('Nowhere');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('Give an IANA name').waitFor();
		await page.getByLabel('On the clocks of').fill('Australia/Lord_Howe');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('Kept: this is what you are told.').waitFor();
		await page.reload();
		expect(await page.getByLabel('Time of the day').inputValue()).toBe('06:45');
		expect(await page.getByLabel('A valuable customer turns unhappy').isChecked()).toBe(true);
		expect(await page.getByLabel('A follow-up is overdue').isChecked()).toBe(false);
		expect(await problemsOn(page)).toEqual([]);
		expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);

		const by = await givenPerson(db, { role: 'cco' });
		const token = await makeToken(db, { name: 'mail service', scopes: ['bounces'], by });
		const tell = async (body: string, bearer = token) => {
			const answer = await fetch(new URL('/api/v1/bounces', product().address), {
				method: 'POST',
				headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
				body
			});
			return [answer.status, ((await answer.json()) as { message: string }).message];
		};
		const bounced = (messageId: string) => JSON.stringify({ message_id: messageId, kind: 'bounced', words: '550' });
		expect(await tell(bounced('<nobody@example.com>'))).toEqual([404, expect.stringContaining('no such message')]);
		expect(await tell('{"kind":')).toEqual([400, expect.stringContaining('Send JSON')]);
		expect(await tell(JSON.stringify({ kind: 'bounced' }))).toEqual([400, expect.stringContaining('which message')]);
		const reading = await makeToken(db, { name: 'reader', by });
		expect((await tell(bounced('<nobody@example.com>'), reading))[0]).toBe(403);
		const [{ id, messageId }] = await rows<{ id: number; messageId: string }>(
			db,
			sql`select id::int, message_id as "messageId" from snapshot_delivery where state = 'in outbox' limit 1`
		);
		for (let i = 0; i < 2; i++) expect(await tell(bounced(messageId))).toEqual([200, id]);
	});
});
