import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { linkBehind, takeUpLink } from '#domain/auth/server.ts';
import { form } from './form.server.ts';
import { NewPerson } from './new-person.ts';
import { keepSession } from './session.server.ts';

type JoinEvent = RequestEvent<{ token: string }>;

/** The page behind a set-up link or an invitation. */
export async function loadJoin({ locals, params }: Pick<JoinEvent, 'locals' | 'params'>) {
	const link = await linkBehind(locals.db, params.token, new Date());
	if (!link) error(404, 'This link was used already or has expired. Ask for a new one.');
	return { email: link.email, role: link.role, invitedBy: link.invitedBy };
}

export const join = form(NewPerson, async ({ name, email, _password: password }, event: JoinEvent) => {
	const { locals, params, cookies, url } = event;
	keepSession(cookies, url, await takeUpLink(locals.db, params.token, { name, email, password }, new Date()));
	redirect(303, '/');
});
