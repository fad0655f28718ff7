import { error } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit';

/** What browsers are told about every answer. The content security policy is SvelteKit's: it knows the nonces. */
export const headers: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'same-origin');
	response.headers.set('cross-origin-opener-policy', 'same-origin');
	response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
	if (event.url.protocol === 'https:') response.headers.set('strict-transport-security', 'max-age=31536000');
	// Pages and figures hold people's words and money: no cache but the reader's own screen keeps them.
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
};

const largestForm = 1_000_000;

/** Forms are small. Only the upload may send more, and it streams to a limit of its own. */
export const modest: Handle = ({ event, resolve }) => {
	const { method, headers } = event.request;
	if (!['GET', 'HEAD'].includes(method) && event.route.id !== '/data/upload') {
		const length = headers.get('content-length');
		if (length === null && headers.has('transfer-encoding')) error(411, 'Say how long the content is.');
		if (Number(length ?? 0) > largestForm) error(413, 'That is too much to send at once.');
	}
	return resolve(event);
};

/** The database keeps no NUL in a text, and no page of ours asks for one. */
export const readable: Handle = ({ event, resolve }) => {
	if (/%00/.test(event.url.pathname + event.url.search)) error(400, 'This address holds a character that no text has.');
	return resolve(event);
};

const formTypes =
	/^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain|application\/x-sveltekit-formdata)\b/i;

/**
 * What changes something comes from our own pages: what another site sends in somebody's name is refused, be it a form,
 * which says where it comes from, or anything else that says so and brings no token of its own: a script need not say
 * what kind of content it sends. Only one form comes from nowhere, the one click of a mail program (RFC 8058), which
 * proves by its token whom it stops.
 */
export const ownForms: Handle = ({ event, resolve }) => {
	const { method, headers } = event.request;
	if (['GET', 'HEAD'].includes(method) || event.route.id === '/unsubscribe/[token]') return resolve(event);
	const origin = headers.get('origin');
	const isForm = formTypes.test(headers.get('content-type') ?? '');
	const hasToken = event.url.pathname.startsWith('/api/') && headers.has('authorization');
	const isOthers = origin !== event.url.origin && (isForm || (origin !== null && !hasToken));
	if (isOthers) error(403, 'Forms of other sites are not accepted.');
	return resolve(event);
};
