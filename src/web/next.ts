/** Where to go after signing in: a path of ours, never somebody else's address. */
export const inside = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');
