const somewhere = 'http://here.invalid';

/**
 * Where to go after signing in: a path of ours, never somebody else's address. It is read as a browser reads it, which
 * leaves out tabs and line ends and takes a backslash for a slash: '/\t/elsewhere' leads elsewhere.
 */
export function inside(next: string | null): string {
	if (!next?.startsWith('/') || !URL.canParse(next, somewhere)) return '/';
	const { origin, pathname, search, hash } = new URL(next, somewhere);
	return origin === somewhere && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
