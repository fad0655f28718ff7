import { error, redirect } from '@sveltejs/kit';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { needFor } from '#domain/auth/access.ts';
import { can } from '#domain/auth/roles.ts';
import { holderOfFeedToken, holderOfToken, whoHolds } from '#domain/auth/server.ts';
import { keepSession, sessionToken } from './session.server.ts';

/** Finds out who asks: by the session cookie, on the API by a token, for the feed by the secret in its address. */
export const recognise: Handle = async ({ event, resolve }) => {
	const { cookies, locals, url } = event;
	locals.person = null;
	locals.sessionId = null;

	if (isApi(event)) {
		const bearer = /^Bearer (\S+)$/.exec(event.request.headers.get('authorization') ?? '')?.[1];
		if (bearer) locals.person = await holderOfToken(locals.db, bearer, new Date());
		if (bearer) return resolve(event);
	}

	if (isFeed(event)) {
		const secret = url.searchParams.get('token');
		if (secret) locals.person = await holderOfFeedToken(locals.db, secret, new Date());
		return resolve(event);
	}

	const token = sessionToken(cookies, url);
	const signedIn = token ? await whoHolds(locals.db, token) : null;
	if (token && signedIn) {
		locals.person = signedIn.person;
		locals.sessionId = signedIn.sessionId;
		if (signedIn.extended) keepSession(cookies, url, { token, expiresAt: signedIn.expiresAt });
	}
	return resolve(event);
};

/** Lets nobody through to what their role does not include. A route that the table does not list is closed. */
export const guard: Handle = ({ event, resolve }) => {
	const { person } = event.locals;
	if (event.route.id === null) {
		if (!person) turnAway(event);
		return resolve(event);
	}

	const need = needFor(event.route.id, event.request.method);
	if (need === 'anyone') return resolve(event);
	if (!person) turnAway(event);
	if (need === null || (need !== 'signed in' && !can(person!, need))) error(403, 'Your role does not include this.');
	return resolve(event);
};

/** Feed readers cannot sign in. The secret opens this address and nothing else. */
const isFeed = (event: RequestEvent) => event.route.id === '/reviews/feed.atom';

const isApi = (event: RequestEvent) => event.url.pathname.startsWith('/api/');

function turnAway(event: RequestEvent): never {
	if (isApi(event)) error(401, 'Send a token as "Authorization: Bearer …". The Data page makes one.');
	if (isFeed(event)) error(401, 'This feed address is not known, or was withdrawn. Make a new one in your account.');
	const isPage = ['GET', 'HEAD'].includes(event.request.method);
	const next = isPage ? event.url.pathname + event.url.search : '/';
	redirect(303, next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`);
}
