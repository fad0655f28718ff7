import type { Permission, Role } from './roles.ts';

/** Somebody who is signed in, or a program that acts for them with a token. */
export type Person = {
	id: number;
	name: string;
	email: string;
	role: Role;
	/** The token's name, and what of its maker's role it was made for. */
	token?: { name: string; only: readonly Permission[] };
};

/** Long enough that the lists of known passwords hold almost nothing of that length. */
export const shortestPassword = 12;
export const longestPassword = 200;

/** Why a password will not do; null: it will. */
export function weakness(password: string, person: { email: string; name: string }): string | null {
	if (password.length < shortestPassword)
		return `Use at least ${shortestPassword} characters: three or four words will do.`;
	if (password.length > longestPassword) return `Use at most ${longestPassword} characters.`;
	if (new Set(password.toLowerCase()).size < 5) return 'Use more than a few different characters.';
	const own = [person.email, person.email.split('@')[0], ...person.name.split(/\s+/)].filter((part) => part.length > 3);
	if (own.some((part) => password.toLowerCase() === part.toLowerCase().repeat(Math.ceil(12 / part.length))))
		return 'Do not use your own name or address.';
	return known.has(password.toLowerCase()) ? 'This password is among the first that an attacker tries.' : null;
}

/** The best known passwords that are long enough to be accepted otherwise. */
const known = new Set([
	'123456789012',
	'1234567890123',
	'123123123123',
	'1q2w3e4r5t6y',
	'1qaz2wsx3edc',
	'qwertyuiop123',
	'qwertyuiop12',
	'qwerty123456',
	'password1234',
	'password12345',
	'password123456',
	'passwordpassword',
	'iloveyou1234',
	'letmein12345',
	'administrator',
	'adminadmin123',
	'welcome12345',
	'changeme12345',
	'correcthorsebatterystaple',
	'abcdefghijkl',
	'abcdef123456',
	'q1w2e3r4t5y6',
	'zaq12wsxcde3',
	'unbelievable',
	'mother123456',
	'princess1234',
	'football1234',
	'sunshine1234',
	'baseball1234',
	'superman1234',
	'trustno11234',
	'emptychair123',
	'empty-chair-1'
]);
