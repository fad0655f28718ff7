import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';
import { ownForms, readable } from './headers.server.ts';

const ours = 'https://cx.example.com';

type Sent = { method?: string; path?: string; route?: string; headers?: Record<string, string> };

/** What becomes of a request: 200 if it is let through. */
async function answerTo(
	handle: typeof ownForms,
	{ method = 'POST', path = '/data', route = path, headers = {} }: Sent
): Promise<number> {
	const request = new Request(ours + path, { method, headers });
	const event = { request, url: new URL(request.url), route: { id: route } } as RequestEvent;
	try {
		return (await handle({ event, resolve: async () => new Response() })).status;
	} catch (refused) {
		return (refused as { status: number }).status;
	}
}

describe('what changes something comes from our own pages', () => {
	const form = { 'content-type': 'application/x-www-form-urlencoded' };
	const from = (origin: string) => ({ origin });

	test('a form of ours goes through; one of another site, or of nowhere, does not', async () => {
		expect(await answerTo(ownForms, { headers: { ...form, ...from(ours) } })).toBe(200);
		for (const origin of ['https://evil.example', 'https://other.example.com', 'http://cx.example.com', 'null'])
			expect(await answerTo(ownForms, { headers: { ...form, ...from(origin) } }), origin).toBe(403);
		expect(await answerTo(ownForms, { headers: form })).toBe(403);
	});

	test('nor does what another site sends without saying what it is, or as JSON', async () => {
		expect(await answerTo(ownForms, { path: '/voice/read', headers: from('https://other.example.com') })).toBe(403);
		const json = { 'content-type': 'application/json' };
		expect(await answerTo(ownForms, { path: '/voice/read', headers: { ...json, ...from('null') } })).toBe(403);
		expect(await answerTo(ownForms, { path: '/voice/read', headers: { ...json, ...from(ours) } })).toBe(200);
	});

	test('a program with a token may come from anywhere, on the API alone', async () => {
		const headers = { authorization: 'Bearer ec_x', origin: 'https://tools.example.com' };
		expect(await answerTo(ownForms, { path: '/api/v1/marks', headers })).toBe(200);
		expect(await answerTo(ownForms, { path: '/voice/read', headers })).toBe(403);
	});

	test('a mail program’s one click comes from nowhere; reading may come from anywhere', async () => {
		expect(await answerTo(ownForms, { path: '/unsubscribe/x', route: '/unsubscribe/[token]', headers: form })).toBe(
			200
		);
		expect(await answerTo(ownForms, { method: 'GET', headers: from('https://evil.example') })).toBe(200);
	});
});

test('an address with a NUL in it is refused before the database is asked', async () => {
	const of = (path: string) => answerTo(readable, { method: 'GET', path });
	expect(await of('/review/2026-W47?segment=%00')).toBe(400);
	expect(await of('/customers/a%00b')).toBe(400);
	expect(await of('/review/2026-W47?segment=%2500')).toBe(200);
});
