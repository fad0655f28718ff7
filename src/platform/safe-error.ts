/** An error as a log may hold it. */
export type SafeError = { name: string; code?: string; message: string; stack: string[] };

/**
 * Queries and their parameters hold customers' words, and so may the database's messages: of those only the code is
 * kept, and where it happened.
 */
export function safeError(error: unknown): SafeError {
	if (!(error instanceof Error)) return { name: typeof error, message: '', stack: [] };
	const cause = error.cause instanceof Error ? error.cause : error;
	const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
	const isQuery = error.message.startsWith('Failed query') || cause.name === 'PostgresError';
	const stack = (error.stack ?? '')
		.split('\n')
		.filter((line) => line.trimStart().startsWith('at '))
		.slice(0, 12);
	return {
		name: cause.name,
		code,
		message: isQuery ? `the database answered with error ${code ?? 'of its own'}` : cause.message,
		stack
	};
}
