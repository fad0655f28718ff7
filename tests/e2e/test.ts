import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject, test as base } from 'vitest';
import { startSession } from '#domain/auth/server.ts';
import type { Role } from '#domain/auth/roles.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { connect } from '#platform/db/connect.ts';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import { launchBrowser } from './browser.ts';
import type { Product } from './built.ts';

type Fixtures = {
	$worker: { browser: Browser; db: Db };
	$test: { context: BrowserContext; page: Page; complaints: string[]; signedInAs: (role: Role) => Promise<void> };
};

/** The product of this worker: nobody else is on it, and files come one after the other. */
export const product = (): Product => {
	const products = inject('products');
	return products[(Number(process.env.VITEST_POOL_ID) - 1) % products.length]!;
};

/** A test with a browser of its own, a page, and a way in that does not go through the sign-in form. */
export const test = base.extend<Fixtures>({
	browser: [
		async ({}, use) => {
			const browser = await launchBrowser();
			await use(browser);
			await browser.close();
		},
		{ scope: 'worker' }
	],
	db: [
		async ({}, use) => {
			const { db, close } = connect(product().database, { connections: 1, name: 'empty-chair mornings' });
			await use(db);
			await close();
		},
		{ scope: 'worker' }
	],
	context: async ({ browser }, use) => {
		const context = await browser.newContext({ baseURL: product().address, viewport: { width: 1440, height: 900 } });
		// Just after the start, prices and values are still worked out beside the serving.
		context.setDefaultTimeout(60_000);
		context.setDefaultNavigationTimeout(60_000);
		await use(context);
		await context.close();
	},
	/** What the browser complained about: errors in scripts, refused resources. */
	complaints: async ({}, use) => use([]),
	page: async ({ context, complaints }, use) => {
		const page = await context.newPage();
		page.on('pageerror', (error) => complaints.push(error.message));
		page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
		});
		for (const go of ['goto', 'reload'] as const) waitForScript(page, go);
		await use(page);
	},
	signedInAs: async ({ context, db }, use) => {
		await use(async (role) => {
			const { id } = await givenPerson(db, { role, name: `The ${role}`, email: `${role}-${Date.now()}@example.com` });
			const { token } = await startSession(db, id);
			await context.addCookies([
				{ name: 'session', value: token, url: product().address, httpOnly: true, sameSite: 'Lax' }
			]);
		});
	}
});

/**
 * The review of the last week that is over. On a Monday morning the week that runs has no comment yet, and who reads
 * needs some.
 */
export async function openLastWeek(page: Page): Promise<void> {
	await page.goto('/review');
	await page.goto((await page.getByRole('link', { name: 'The week before' }).getAttribute('href'))!);
}

/**
 * The last week that is over in which somebody wrote who recommends us like that: in a company of this size there are
 * weeks in which nobody does.
 */
export const lastWeekWith = async (db: Db, scores: SQL): Promise<string> =>
	(
		await row<{ week: string }>(
			db,
			sql`
				select to_char(responded_at at time zone 'Europe/London', 'IYYY-"W"IW') as "week"
				from response
				where metric = 'nps' and (${scores}) and comment is not null
				  and responded_at < date_trunc('week', now() at time zone 'Europe/London') at time zone 'Europe/London'
				order by responded_at desc
				limit 1
			`
		)
	).week;

/** Another page of the same person, with its script. */
export async function openBeside(page: Page, address: string): Promise<Page> {
	const other = await page.context().newPage();
	waitForScript(other, 'goto');
	await other.goto(address);
	return other;
}

/** A page that was opened answers clicks as it does without its script until that has run; tests mean it with it. */
function waitForScript(page: Page, go: 'goto' | 'reload'): void {
	const open = page[go].bind(page) as (...args: unknown[]) => ReturnType<Page['goto']>;
	page[go] = (async (...args: unknown[]) => {
		const answer = await open(...args);
		if (answer?.ok() && answer.headers()['content-type']?.startsWith('text/html'))
			await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
		return answer;
	}) as Page['goto'] & Page['reload'];
}
