import pino from 'pino';

/**
 * The log of a machine's troubles. Whoever writes to it names things by id: comments, addresses, passwords and tokens
 * stay out, and what slips in under their usual names is taken out here.
 */
export const log = pino({
	level: process.env.LOG_LEVEL || 'warn',
	redact: {
		paths: [
			'password',
			'token',
			'comment',
			'email',
			'*.password',
			'*.token',
			'*.comment',
			'*.email',
			'parameters',
			'*.parameters',
			'*.args'
		],
		censor: '[left out]'
	}
});
