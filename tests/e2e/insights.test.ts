import { describe, expect } from 'vitest';
import { addDays } from '#domain/scope/calendar.ts';
import { endedInsights, replyToInsight, whoCanBeMentioned } from '#domain/insights/server.ts';
import { weekOf } from '#domain/scope/week.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { problemsOn } from './axe.ts';
import { openBeside, product, test } from './test.ts';

/** Over for weeks, and closed by no other morning. */
const week = weekOf(addDays(new Date().toISOString().slice(0, 10), -35));
const address = `/review/${week}?segment=Team`;

/** Numbers of the marks that a page draws before any script. */
const flagsIn = (html: string) =>
	[...html.matchAll(/<text[^>]*var\(--on-mark\)[^>]*>([^<]+)<\/text>/g)].map(([, number]) => number);

describe('a mark on a chart', () => {
	test('is put there in three gestures, by mouse and by keyboard', async ({ page, signedInAs, complaints }) => {
		await signedInAs('cco');
		await page.goto(address);
		const part = page.getByRole('region', { name: 'NPS and revenue, by month' });
		const chart = part.getByRole('img', { name: 'NPS and revenue by month' });
		await chart.locator('svg').waitFor();

		// By mouse: open, draw, write.
		await part.getByText('Add a mark').click();
		const { x, y, width } = (await chart.boundingBox())!;
		await page.mouse.move(x + width * 0.5, y + 100);
		await page.mouse.down();
		await page.mouse.move(x + width * 0.6, y + 110);
		await page.mouse.up();
		await expect.poll(() => part.getByLabel('The mark').evaluate((at) => at === document.activeElement)).toBe(true);
		expect(await part.getByLabel('To, if a range').inputValue()).toMatch(/^month:/);
		await page.keyboard.type('New billing letter');
		await page.keyboard.press('Enter');
		const mark = part.getByRole('article').filter({ hasText: 'New billing letter — The cco' });
		await mark.waitFor();
		await mark.getByText(/ to /).waitFor();

		// By keyboard alone: on the curves, which no axis has.
		const stays = page.getByRole('region', { name: 'Who stays' });
		// What was sent before takes the focus back to the page once it is through.
		await expect
			.poll(async () => {
				await stays.getByText('Add a mark').press('Enter');
				return stays.getByLabel('At', { exact: true }).isVisible();
			})
			.toBe(true);
		await stays.getByLabel('At', { exact: true }).selectOption('group:low');
		await stays.getByLabel('The mark').fill('Ask @The cco');
		await page.keyboard.press('Enter');
		await stays.getByRole('article').filter({ hasText: 'detractors' }).waitFor();

		await part.getByText('As a table').click();
		await part.getByRole('region', { name: 'Marks on' }).getByText('New billing letter').waitFor();
		expect(await problemsOn(page, { only: '[aria-labelledby="by-month"]' })).toEqual([]);
		expect(complaints).toEqual([]);
	});

	test('is in the first drawing, needs no script, and is on the wall', async ({ page, context, signedInAs }) => {
		await signedInAs('cco');
		// The server draws it, so that it is there before any script, and elsewhere only what is said of it.
		const html = await (await page.request.get(address)).text();
		expect(flagsIn(html)).toHaveLength(2);
		const elsewhere = await (await page.request.get(`/review/${week}?segment=Solo`)).text();
		expect(flagsIn(elsewhere)).toEqual([]);
		expect(elsewhere).toContain('It is about customers with segment Team');

		const bare = await context.browser()!.newContext({
			baseURL: product().address,
			javaScriptEnabled: false,
			storageState: await context.storageState(),
			viewport: { width: 390, height: 844 }
		});
		const plain = await bare.newPage();
		await plain.goto(address);
		const money = plain.locator('#new-mark-follow-the-money');
		await money.locator('summary').click();
		await money.getByLabel('At', { exact: true }).selectOption('score:9');
		await money.getByLabel('The mark').fill('Where the money is');
		await money.getByRole('button', { name: 'Pin it' }).click();
		await plain.getByRole('article').filter({ hasText: 'Where the money is' }).getByText('score 9').waitFor();
		expect(await plain.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		await bare.close();

		await page.goto(`/review/${week}/present?segment=Team#money`);
		await page.getByRole('article').filter({ hasText: 'Where the money is' }).waitFor();
	});

	test('is answered by an executive, who cannot put one', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.goto(address);
		expect(await page.getByText('Add a mark').count()).toBe(0);
		const mark = page.getByRole('article').filter({ hasText: 'New billing letter' });
		await mark.locator('summary', { hasText: 'Reply' }).click();
		await mark.getByLabel('What you say').fill('To <b>whom</b>?');
		await mark.getByRole('button', { name: 'Reply' }).click();
		await mark.getByRole('listitem').filter({ hasText: 'To <b>whom</b>?' }).waitFor();
	});

	test('comes from a program, once however often it is sent', async ({ page, signedInAs }) => {
		await signedInAs('administrator');
		await page.goto('/data');
		await page.getByLabel('Name of the program').fill('deploys');
		await page.getByLabel('It may also put marks on charts').check();
		await page.getByRole('button', { name: 'Make a token' }).click();
		const token = (await page.locator('[role="status"] code').innerText()).trim();
		const send = async (data: Record<string, unknown>) => {
			const answer = await fetch(new URL('/api/v1/marks', product().address), {
				method: 'POST',
				headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
				body: JSON.stringify(data)
			});
			return { status: answer.status, ...((await answer.json()) as { id?: number; path?: string; message?: string }) };
		};
		const release = { at: addDays(new Date().toISOString().slice(0, 10), -40), text: 'Release 4.2', week };
		const first = await send(release);
		expect(first).toMatchObject({ status: 201, path: expect.stringContaining(`/review/${week}?`) });
		expect(await send(release)).toMatchObject({ status: 200, id: first.id });
		expect(await send({ ...release, at: '1999-01-01' })).toMatchObject({ status: 400 });
		expect(await send({ ...release, text: '' })).toMatchObject({
			status: 400,
			message: expect.stringContaining('text')
		});

		await page.goto(first.path!);
		await page.getByRole('article').filter({ hasText: 'Release 4.2' }).getByText('sent by deploys').waitFor();
	});
});

describe('an insight', () => {
	test('is made of a comment, stands beside what says the opposite, is discussed and ends', async ({
		page,
		signedInAs,
		complaints
	}) => {
		await signedInAs('cco');
		await page.goto('/voice?q=invoice&group=low');
		await page
			.getByRole('link', { name: /^Pin what/ })
			.first()
			.click();
		await page.getByLabel('The claim, in one sentence').fill('Invoices annoy whom we want to keep');
		await page.getByLabel('Whose it is').selectOption('The cco');
		await page.getByLabel('Words that comments about it use').fill('invoice');
		await page.getByRole('button', { name: 'Make it' }).click();
		await page.getByRole('heading', { level: 1, name: 'Invoices annoy whom we want to keep' }).waitFor();
		await page.getByText(/made today/).waitFor();
		const against = page.getByRole('region', { name: 'Counter-evidence' });
		const opposite = await against.getByText(/the opposite\.$/).innerText();
		expect(Number(opposite.replace(/\D/g, ''))).toBeGreaterThan(0);
		await against.getByText(/The newest \d+ that nobody/).click();
		await against
			.getByRole('button', { name: /^Pin as counter-evidence/ })
			.first()
			.click();
		await against.getByText('pinned by The cco').waitFor();
		expect(await against.getByText(/the opposite\.$/).innerText()).toBe(opposite);

		await page.getByText('Pin a figure').click();
		await page.getByLabel('Figure', { exact: true }).selectOption('nps');
		await page.getByRole('button', { name: 'Pin it' }).click();
		const figures = page.getByRole('region', { name: 'Figures as they were pinned' });
		await figures.getByText(/NPS/).first().waitFor();
		await figures
			.getByText(/ to .*, n [\d,]+/)
			.first()
			.waitFor();
		expect(await problemsOn(page)).toEqual([]);

		await page.getByLabel('What you say').fill('@The executive, is this yours?');
		await page.getByRole('button', { name: 'Say it' }).click();
		await page.getByRole('listitem').filter({ hasText: 'is this yours?' }).waitFor();

		// Somebody else has changed it meanwhile: they are shown, and what was typed stays.
		const other = await openBeside(page, page.url());
		await other.getByText('Change it', { exact: true }).click();
		await other.getByLabel('Status').selectOption('being worked on');
		await page.getByText('Change it', { exact: true }).click();
		await page.getByLabel('The claim').fill('Wrong invoices annoy whom we want to keep');
		await other.getByRole('button', { name: 'Save' }).click();
		await other.getByText('1 earlier version').waitFor();
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('has meanwhile written').waitFor();
		expect(await page.getByLabel('The claim').inputValue()).toBe('Wrong invoices annoy whom we want to keep');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByRole('heading', { level: 1, name: 'Wrong invoices annoy' }).waitFor();

		await page.getByText('End it').first().click();
		await page.getByLabel('No action, because …').check();
		await page.getByLabel('The bet, or the reason').fill('the new system comes in May');
		await page.getByRole('button', { name: 'End it' }).click();
		await page.getByText('No action, because the new system comes in May').first().waitFor();
		await page.goto('/insights');
		await page.getByRole('region', { name: 'Ended' }).getByText('Wrong invoices annoy').waitFor();
		expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
	});

	test('ends with a decision made in the same step; what it stands on says so, and the customer’s own chart is marked', async ({
		page,
		signedInAs,
		complaints
	}) => {
		await signedInAs('cco');
		await page.goto('/voice?q=invoice&group=high');
		const pin = page.getByRole('link', { name: /^Pin what/ }).first();
		const customer = /comment=(\d+)-/.exec((await pin.getAttribute('href'))!)![1];
		await pin.click();
		await page.getByLabel('The claim, in one sentence').fill('Invoices please whom we keep');
		await page.getByRole('button', { name: 'Make it' }).click();
		await page.getByText('End it with a new decision').click();
		await page.getByLabel('What we decide').fill('Send them once a year');
		await page.getByLabel('Why', { exact: true }).fill('They ask for it');
		await page.getByLabel('What we expect of it').fill('Fewer calls');
		await page.getByRole('textbox', { name: 'What is in it for our customers?' }).fill('Less paper');
		await page.getByLabel('By when').fill('2099-12-04');
		await page.getByRole('button', { name: 'Note it' }).click();
		await page.getByText('Ended with a decision: “Send them once a year”').first().waitFor();

		await page.getByRole('link', { name: 'The review in which it was decided' }).click();
		const decision = page.getByRole('article').filter({ hasText: 'Send them once a year' });
		await decision.getByText(/From insight \d+: “Invoices please/).waitFor();
		await page.getByRole('button', { name: 'The cco' }).first().click();
		await page.getByText(/In the meeting: .*The cco/).waitFor();

		await page.goto(`/customers/${customer}`);
		await page.getByRole('listitem').getByText('In insight “Invoices please whom we keep”').first().waitFor();
		const part = page.getByRole('region', { name: 'What they paid and said, by month' });
		await part.getByRole('img').locator('svg').waitFor();
		await part.getByText('Add a mark').press('Enter');
		await part.getByLabel('The mark').fill('A new contact came');
		await page.keyboard.press('Enter');
		await part.getByRole('article').filter({ hasText: 'A new contact came — The cco' }).waitFor();
		expect(await problemsOn(page)).toEqual([]);
		expect(complaints).toEqual([]);
	});

	test('tells who is mentioned, until they have seen it', async ({ page, db, signedInAs }) => {
		await signedInAs('executive');
		const me = (await whoCanBeMentioned(db)).toSorted((a, b) => b.id - a.id)[0];
		const by = await givenPerson(db, { name: 'Dana' });
		const [{ number }] = await endedInsights(db, true, { before: null, limit: 1 });
		await replyToInsight(db, { number, text: `@${me.email}: look at this` }, { by, now: new Date() });
		await page.setViewportSize({ width: 390, height: 844 });
		await page.goto('/insights');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		await page.getByRole('link', { name: '1 mention' }).click();
		await page.getByText('look at this').waitFor();
		expect(await problemsOn(page)).toEqual([]);
		await page.getByRole('button', { name: 'I have seen them all' }).click();
		await page.getByRole('link', { name: '1 mention' }).waitFor({ state: 'detached' });
	});

	test('ends with a bet, whose forecast stands once the groups are drawn', async ({ page, signedInAs }) => {
		await signedInAs('cco');
		await page.goto('/insights');
		await page.getByText('New insight', { exact: true }).click();
		await page.getByLabel('The claim, in one sentence').fill('Who waits for support leaves');
		await page.getByRole('button', { name: 'Make it' }).click();
		await page.getByRole('link', { name: 'Make a bet of it' }).click();
		await page.getByLabel('What it costs').fill('40000');
		await page.getByLabel('Measure').selectOption('staying');
		const forecast = { 'Expected effect': '9', 'Lower end': '1', 'Upper end': '5', 'Worth if it holds': '300 000' };
		for (const [label, value] of Object.entries(forecast)) await page.getByLabel(label).fill(value);
		await page.getByRole('button', { name: 'Write it down' }).click();
		await page.getByRole('alert').getByText('between the two ends').waitFor();
		await page.getByLabel('Expected effect').fill('3');
		await page.getByRole('button', { name: 'Write it down' }).click();
		await page.getByRole('heading', { level: 1, name: 'Who waits for support leaves' }).waitFor();
		await page.getByText(/Smallest effect that would be seen: [\d.]+ percentage points/).waitFor();
		expect(await problemsOn(page, { only: 'main' })).toEqual([]);

		await page.getByRole('button', { name: 'Draw the groups' }).click();
		await page.getByRole('link', { name: 'Download the groups' }).waitFor();
		const groups = await page.request.get(`${page.url()}/groups.csv`);
		expect(await page.getByText('Change it', { exact: true }).count()).toBe(0);
		expect(groups.headers()['content-type']).toContain('text/csv');
		await page.getByRole('link', { name: '“Who waits for support leaves”' }).click();
		await page.getByText('Ended with a bet: Who waits for support leaves').first().waitFor();
		await page.getByRole('link', { name: 'Bets', exact: true }).click();
		await page.getByRole('region', { name: 'planned' }).getByText('Who waits for support leaves').waitFor();
	});
});
