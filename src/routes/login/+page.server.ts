import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { signIn } from '#domain/auth/server.ts';
import { form } from '#web/form.server.ts';
import { inside } from '#web/next.ts';
import { keepSession } from '#web/session.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Credentials = v.object({
	email: v.pipe(v.string(), v.trim(), v.email('Write your e-mail address.')),
	_password: v.pipe(v.string(), v.nonEmpty('Write your password.'), v.maxLength(200))
});

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.person) redirect(303, inside(url.searchParams.get('next')));
};

export const actions: Actions = {
	default: form(Credentials, async ({ email, _password: password }, { locals, cookies, url, getClientAddress }) => {
		const session = await signIn(locals.db, { email, password, address: getClientAddress(), now: new Date() });
		keepSession(cookies, url, session);
		redirect(303, inside(url.searchParams.get('next')));
	})
};
