import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { form } from './form.server.ts';

const post = (fields: Record<string, string>) =>
	({
		request: new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(fields) }),
		route: { id: '/bets' }
	}) as unknown as RequestEvent;
const Note = v.object({ text: v.string() });

test.for(['53100', 'ENOSPC'])('a disk that is full (%s) sends the form back with what was typed', async (code) => {
	const full = Object.assign(new Error('no room'), { code });
	const save = form(Note, () => Promise.reject(new Error('Failed query', { cause: full })));
	expect(await save(post({ text: 'Ring them', _password: 'secret' }))).toMatchObject({
		status: 507,
		data: { message: expect.stringContaining('disk of this machine is full'), values: { text: 'Ring them' } }
	});
});

test('what should not have happened is no answer to a form', async () => {
	const save = form(Note, () => Promise.reject(new Error('a bug')));
	await expect(save(post({ text: 'Ring them' }))).rejects.toThrow('a bug');
});
