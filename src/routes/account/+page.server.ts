import { redirect } from '@sveltejs/kit';
import { audit, changePassword, endAllSessions, feedTokenOf, withdrawFeedToken } from '#domain/auth/server.ts';
import { newFeedAddress, PasswordsForm } from '#web/account.server.ts';
import { form } from '#web/form.server.ts';
import { dropSession, keepSession } from '#web/session.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, person, organisation } }) => ({
	email: person!.email,
	feed: await feedTokenOf(db, person!),
	zone: organisation.timeZone
});

export const actions: Actions = {
	password: form(PasswordsForm, async ({ _from: from, _to: to }, { locals, cookies, url }) => {
		keepSession(cookies, url, await changePassword(locals.db, locals.person!, { from, to }));
		return { changed: true };
	}),
	makeFeed: (event) => newFeedAddress(event),
	withdrawFeed: ({ locals: { db, person } }) => withdrawFeedToken(db, { by: person!, now: new Date() }),
	everywhere: async ({ locals, cookies, url }) => {
		await endAllSessions(locals.db, locals.person!.id);
		await audit(locals.db, locals.person, 'signed out everywhere', locals.person!.email);
		dropSession(cookies, url);
		redirect(303, '/login');
	}
};
