import type { Cookies } from '@sveltejs/kit';

/** `__Host-` binds the cookie to this very host over TLS; a browser refuses that name on plain http. */
const nameFor = (url: URL) => (url.protocol === 'https:' ? '__Host-session' : 'session');

const options = (url: URL) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

export const sessionToken = (cookies: Cookies, url: URL): string | undefined => cookies.get(nameFor(url));

export const keepSession = (cookies: Cookies, url: URL, { token, expiresAt }: { token: string; expiresAt: Date }) =>
	cookies.set(nameFor(url), token, { ...options(url), expires: expiresAt });

export const dropSession = (cookies: Cookies, url: URL) => cookies.delete(nameFor(url), options(url));
