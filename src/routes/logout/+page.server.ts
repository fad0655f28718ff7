import { redirect } from '@sveltejs/kit';
import { endSession } from '#domain/auth/server.ts';
import { dropSession } from '#web/session.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/account');

export const actions: Actions = {
	default: async ({ locals, cookies, url }) => {
		if (locals.sessionId) await endSession(locals.db, locals.sessionId);
		dropSession(cookies, url);
		redirect(303, '/login');
	}
};
