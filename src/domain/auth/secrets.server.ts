import { hash as argon2, verify } from '@node-rs/argon2';
import { createHash, randomBytes } from 'node:crypto';

/** A secret that goes out once, to its holder; what we keep and compare is its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Tokens are long and random, so a fast hash is enough to make the table useless to a thief. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** argon2id with the library's parameters, which are OWASP's (19 MiB, 2 passes). */
export const hashOfPassword = (password: string): Promise<string> => argon2(password);

/** Costs the same time whether or not there is such an account. */
export async function passwordMatches(password: string, hash: string | undefined): Promise<boolean> {
	const matches = await verify(hash ?? (await decoy()), password);
	return matches && hash !== undefined;
}

let decoyHash: Promise<string> | undefined;
const decoy = () => (decoyHash ??= hashOfPassword(newToken()));
