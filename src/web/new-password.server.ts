import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { longestPassword } from '#domain/auth/person.ts';
import { renewPassword, whoseNewPassword } from '#domain/auth/server.ts';
import { form } from './form.server.ts';
import { keepSession } from './session.server.ts';

type NewPasswordEvent = RequestEvent<{ token: string }>;

const NewPassword = v.object({
	_password: v.pipe(v.string(), v.nonEmpty('Choose a password.'), v.maxLength(longestPassword + 1))
});

/** The page behind a link for a new password. */
export async function loadNewPassword({ locals, params }: Pick<NewPasswordEvent, 'locals' | 'params'>) {
	const person = await whoseNewPassword(locals.db, params.token, new Date());
	if (!person) error(404, 'This link was used already or has expired. Ask for a new one.');
	return { email: person.email };
}

export const chooseNewPassword = form(NewPassword, async ({ _password: password }, event: NewPasswordEvent) => {
	const { locals, params, cookies, url } = event;
	keepSession(cookies, url, await renewPassword(locals.db, params.token, password, new Date()));
	redirect(303, '/');
});
