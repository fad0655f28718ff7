import { describe, expect } from 'vitest';
import { addDays } from '#domain/scope/calendar.ts';
import { weekOf } from '#domain/scope/week.ts';
import { problemsOn } from './axe.ts';
import { openLastWeek, test } from './test.ts';

/** Long over, and looked at by no other morning. */
const week = weekOf(addDays(new Date().toISOString().slice(0, 10), -70));
const address = `/review/${week}`;

describe('the week’s review', () => {
	test('is written, decided and closed by the chief customer officer', async ({ page, signedInAs, complaints }) => {
		await signedInAs('cco');
		await page.goto(address);
		await page.getByText('Write the headline').click();
		await page.getByLabel('The week in one line').fill('Loyalty held; onboarding leaks');
		await page.getByRole('button', { name: 'Save' }).first().click();
		await page.getByRole('heading', { level: 1, name: 'Loyalty held; onboarding leaks' }).waitFor();

		await page.getByText('Note an event').click();
		await page.getByRole('textbox', { name: 'What happened' }).fill('Two hours without <b>dispatch</b>');
		await page.getByLabel('Kind').selectOption('outage');
		await page.getByLabel('On', { exact: true }).fill(addDays(new Date().toISOString().slice(0, 10), -75));
		await page.getByRole('button', { name: 'Note it' }).first().click();
		await page.getByText('Two hours without <b>dispatch</b>').waitFor();

		await page.getByText('Note a decision').click();
		await page.getByLabel('What we decide').fill('A person for each onboarding');
		await page.getByLabel('Why', { exact: true }).fill('It is scored lowest');
		await page.getByLabel('What we expect of it').fill('Three points by March');
		await page.getByLabel('By when').fill('2099-12-04');
		await page.getByLabel('All segments').last().selectOption('Team');
		// Who clicks twice has decided it once.
		await page.getByRole('button', { name: 'Note it' }).last().dblclick();
		const decision = page.getByRole('article').filter({ hasText: 'A person for each onboarding' });
		await decision.getByText(/[\d,]+ customers with segment Team, who paid/).waitFor();

		const unticked = await page.request.post(`${page.url()}?/close`, {
			form: { form: 'close' },
			headers: { origin: new URL(page.url()).origin, accept: 'application/json' }
		});
		expect(JSON.stringify(await unticked.json())).toContain('Tick “Everything is noted” first');

		await page.getByLabel('Everything is noted').check();
		await page.getByRole('button', { name: 'Close the week' }).click();
		await page.getByText('Say first, for each decision, what is in it for our customers.').waitFor();
		await decision.locator('summary', { hasText: 'What is in it' }).click();
		await decision.getByLabel('What is in it for our customers?').fill('Somebody who knows them answers');
		await decision.getByRole('button', { name: 'Save' }).click();
		await decision.getByText('Somebody who knows them answers').waitFor();
		await page.getByLabel('Everything is noted').check();
		await page.getByRole('button', { name: 'Close the week' }).click();
		await page.getByText(/^Closed /).waitFor();
		await page.getByText('Nothing: today the week would show the same.').waitFor();
		// The refusal to close is answered with 409, which the console tells.
		expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
	});

	test('then is the same for everybody, and nobody’s to change', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await page.goto(address);
		await page.getByRole('heading', { level: 1, name: 'Loyalty held; onboarding leaks' }).waitFor();
		await page.getByText(/^Closed /).waitFor();
		for (const button of ['Close the week', 'Note it', 'Save'])
			expect(await page.getByRole('button', { name: button }).count(), button).toBe(0);

		await page.goto(`${address}?segment=Team`);
		await page.getByText('with a filter, these are today’s figures').waitFor();
		expect(await problemsOn(page)).toEqual([]);
	});

	test('an executive notes what happened, and writes no headline', async ({ page, signedInAs }) => {
		await signedInAs('executive');
		await openLastWeek(page);
		expect(await page.getByText('Write the headline').count()).toBe(0);
		const answer = await page.request.post(`${page.url()}?/headline`, {
			form: { text: 'Mine', seen: '0', form: 'headline' },
			headers: { origin: new URL(page.url()).origin, accept: 'application/json' }
		});
		expect(JSON.stringify(await answer.json())).toContain('The chief customer officer writes the headline.');

		await page.getByText('Note an event').click();
		await page.getByRole('textbox', { name: 'What happened' }).fill('A new price list');
		await page.getByLabel('Kind').selectOption('price change');
		// Of the week that is shown unless they say otherwise: of a later day it would not be seen on this page.
		await page.getByRole('button', { name: 'Note it' }).click();
		await page.getByText('A new price list').waitFor();
	});
});
