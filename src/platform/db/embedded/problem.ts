import { Problem } from '../../problem.ts';

/** The embedded database cannot be had. The message is one sentence: what is wrong, and what to do about it. */
export class EmbeddedProblem extends Problem {
	override name = 'EmbeddedProblem';
}

/** The way out that always exists. */
export const ownDatabase = 'set DATABASE_URL to your own PostgreSQL 15 or newer';

/** What the operating system calls an error, such as EACCES. */
export const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | undefined)?.code;

/** The line of a program's output that says what is wrong. */
export function complaintIn(output: string): string {
	const said = [...output.matchAll(/(?:FATAL|PANIC|ERROR|error):\s+(.*)/g)].at(-1)?.[1];
	return said ?? (output.trim().split('\n')[0] || 'it ended without a word');
}
