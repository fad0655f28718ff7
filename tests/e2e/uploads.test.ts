import { existsSync, readdirSync } from 'node:fs';
import { connect as open } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import type { APIRequestContext, BrowserContext, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { zip } from '#tests/factories/workbook.ts';
import { product, test } from './test.ts';

const fileOf = (name: string, content: string | Uint8Array) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(content)
});

/** Hands a file over as the page's script does, and returns where it can be looked at. */
async function handOver(request: APIRequestContext, file: ReturnType<typeof fileOf>): Promise<string> {
	const answer = await request.post('/data/upload', {
		multipart: { files: file },
		headers: { accept: 'application/json', origin: product().address }
	});
	expect(answer.status(), await answer.text()).toBe(200);
	return (await answer.json()).place;
}

const arriving = () => {
	const folder = join(product().dataDir, 'imports');
	return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('arriving')) : [];
};

const cookieOf = async (context: BrowserContext) =>
	(await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

/** Sends the beginning of an upload and hangs up. */
async function breakOff(context: BrowserContext, share: number): Promise<void> {
	const { hostname, port, host } = new URL(product().address);
	const part = '--b\r\ncontent-disposition: form-data; name="files"; filename="a.csv"\r\n\r\n';
	const body = `${part}${'customer_id,customer_name\n'.repeat(40_000)}\r\n--b--\r\n`;
	const head = [
		`POST /data/upload HTTP/1.1`,
		`host: ${host}`,
		`origin: ${product().address}`,
		`cookie: ${await cookieOf(context)}`,
		'content-type: multipart/form-data; boundary=b',
		`content-length: ${body.length}`
	];
	const socket = open(Number(port), hostname);
	await once(socket, 'connect');
	socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, body.length * share)}`);
	await expect.poll(() => arriving().length).toBe(1);
	socket.destroy();
}

const importsListed = async (page: Page) => {
	await page.goto('/data');
	return page.getByRole('region', { name: 'Imports, newest first' }).getByRole('row').count();
};

const useless: [what: string, name: string, content: () => string | Uint8Array, sentence: string | RegExp][] = [
	[
		'a zip bomb that calls itself a workbook',
		'bomb.xlsx',
		() =>
			zip([
				{ name: '_rels/.rels', content: '<a/>' },
				{ name: 'xl/worksheets/sheet1.xml', content: 'x', declaredSize: 0xfffffff0 }
			]),
		'unpacks to far more than a workbook holds'
	],
	['a line without an end', 'line.csv', () => `a,b\n"${'x'.repeat(40_000_000)}`, /longer than|quote/],
	['nothing', 'empty.csv', () => '', 'This file is empty.'],
	['a picture', 'picture.csv', () => Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1'), 'This is a picture']
];

describe('what is handed over and is no good', () => {
	test('an upload that breaks off leaves nothing behind, and the server still answers', async ({
		page,
		context,
		signedInAs
	}) => {
		await signedInAs('analyst');
		const before = await importsListed(page);
		await breakOff(context, 0.8);
		await expect.poll(arriving).toEqual([]);
		expect(await importsListed(page)).toBe(before);
	});

	test.for(useless)('%s is told in a sentence', async ([, name, content, sentence], { page, context, signedInAs }) => {
		await signedInAs('analyst');
		await page.goto(await handOver(context.request, fileOf(name, content())));
		await page.getByRole('alert').getByText(sentence).first().waitFor();
		expect(await page.getByRole('button', { name: 'Bring it in' }).count()).toBe(0);
		await page.getByRole('button', { name: 'Discard' }).click();
		await page.waitForURL('**/data');
	});

	test('what cannot be known is asked, and the answer is kept', async ({ page, context, signedInAs }) => {
		await signedInAs('analyst');
		const file = fileOf('days.csv', 'customer_id,customer_name,started_on\nA,Alpha,03/04/2026\n');
		await page.goto(await handOver(context.request, file));
		await page.getByText('Does “started_on” write the day or the month first?').waitFor();
		await page.getByLabel('Days are written').selectOption('day-first');
		await page.getByRole('button', { name: 'Keep this mapping' }).click();
		await page.getByRole('button', { name: 'Check it, write nothing' }).click();
		await page.getByText('customers: 1 new').waitFor();

		await page.goto(await handOver(context.request, file));
		await page.getByRole('button', { name: 'Check it, write nothing' }).waitFor();
		expect(await page.getByText('This has to be said first').count()).toBe(0);
	});

	test('what looks like a formula does not leave as one', async ({ page, context, signedInAs }) => {
		await signedInAs('analyst');
		const file = fileOf('=cmd.csv', 'customer_id,customer_name,started_on\nA,Alpha,=1+1\nB,Beta,2024-01-01\n');
		const place = await handOver(context.request, file);
		await page.goto(place);
		await page.getByRole('button', { name: 'Check it, write nothing' }).click();
		await page.getByText('1 rejected').waitFor();
		const rejects = await (await context.request.get(`${place}/rejects`)).text();
		expect(rejects).toContain(`"'=cmd.csv"`);
		expect(rejects).not.toMatch(/(^|[,\n])"?[=+@-]/m);
	});
});
