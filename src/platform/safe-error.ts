/** An error as a log may hold it. */
export type SafeError = { name: string; code?: string; message: string; stack: string[] };

/**
 * Queries and their parameters hold customers' words, and so may the database's messages: of those only the code is
 * kept, and where it happened.
 */
export function safeError(told: unknown): SafeError {
	const error = asError(told);
	if (!error) return { name: typeof told, message: '', stack: [] };
	const cause = error.cause instanceof Error ? error.cause : error;
	const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
	// Only the database tells how severe it is.
	const isQuery = error.message.startsWith('Failed query') || cause.name === 'PostgresError' || 'severity' in cause;
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

/** The queue tells of some errors by what they held, with nothing to know them by. */
function asError(told: unknown): Error | null {
	if (told instanceof Error) return told;
	if (typeof told !== 'object' || told === null || !('message' in told) || typeof told.message !== 'string')
		return null;
	return Object.assign(new Error(told.message), told);
}
