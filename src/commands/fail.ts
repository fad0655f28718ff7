import { isDiskFull } from '#platform/disk-full.ts';
import { Problem } from '#platform/problem.ts';
import { safeError } from '#platform/safe-error.ts';
import type { SafeError } from '#platform/safe-error.ts';

/** A command cannot do what it was asked. The message is one sentence that says what to do. */
export class CommandProblem extends Problem {}

/** What to print about a failure: the sentence if we have one, everything if it is a bug. */
export function explanation(error: unknown): string {
	if (error instanceof Problem) return error.message;
	return isDiskFull(error) ? diskFull : unexpected(safeError(error));
}

const diskFull = 'The disk is full; nothing half-done was saved. Make room, then try again.';

const unexpected = ({ name, message, stack }: SafeError): string =>
	[`This should not have happened: ${name}: ${message}`, ...stack].join('\n');

/** Runs a command: its exit code is what `work` returns, or 1 with an explanation. */
export async function command(work: () => Promise<number>): Promise<void> {
	try {
		process.exitCode = await work();
	} catch (error) {
		console.error(explanation(error));
		process.exitCode = 1;
	}
}
