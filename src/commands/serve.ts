import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from '#platform/settings.ts';
import { CommandProblem } from './fail.ts';
import { projectFolder } from './project.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The header by which we tell the build what the address bar says; we set it ourselves, whatever a client sends. */
const schemeHeader = 'x-empty-chair-scheme';

/**
 * So long a connection stays open on which nobody asks. Longer than the minute for which a proxy in front keeps one, since
 * whoever asks just when it is closed here would get a reset in the place of an answer.
 */
const quietConnectionMs = 75_000;

/** Takes the port before anything slow happens, so that a second start says so at once. Answers come when ready. */
export async function takePort({
	host,
	port
}: Settings): Promise<{ server: Server; answerWith(handler: Handler): void }> {
	let handler: Handler = (_request, response) => {
		response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain' }).end('Empty Chair is starting.\n');
	};
	const server = createServer({ keepAliveTimeout: quietConnectionMs }, (request, response) => {
		request.headers[schemeHeader] = 'http';
		handler(request, response);
	});
	server.listen(port, host);
	try {
		await once(server, 'listening');
	} catch (error) {
		throw new CommandProblem(portProblem(error, host, port));
	}
	return { server, answerWith: (ready) => (handler = ready) };
}

function portProblem(error: unknown, host: string, port: number): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'EADDRINUSE')
		return `Port ${port} is in use, perhaps by Empty Chair itself: stop what runs there, or choose another with PORT=${port + 1}.`;
	if (code === 'EACCES') return `This user may not open port ${port}: choose one above 1023 with PORT=3000.`;
	return `Cannot listen on ${host}:${port} (${String(code)}): check HOST and PORT.`;
}

/** Loads the built web server. It reads its settings from the environment when it is loaded. */
export async function builtHandler(settings: Settings, databaseUrl: string): Promise<Handler> {
	process.env.DATABASE_URL = databaseUrl;
	process.env.DATA_DIR = settings.dataDir;
	process.env.EMPTY_CHAIR_FOLDER = projectFolder;
	if (settings.origin) process.env.ORIGIN = settings.origin;
	else process.env.PROTOCOL_HEADER = schemeHeader;
	// Forms are limited by our own guard, uploads by their own limit; see web/headers.server.ts.
	process.env.BODY_SIZE_LIMIT = 'Infinity';

	const build = join(projectFolder, 'build');
	const { handler } = await import(pathToFileURL(join(build, 'handler.js')).href);
	return whileThere(join(build, 'client'), handler);
}

/**
 * Whoever builds anew beside a running product takes its files away, and what serves them would end the process by an
 * error that nobody can catch. Pages go on, and so does what is made when it is asked for; a file that is gone is not found.
 */
export const whileThere =
	(folder: string, handler: Handler): Handler =>
	(request, response) => {
		const path = /^\/_app\/(?:immutable\/[\w./-]+|version\.json)/.exec(request.url ?? '')?.[0];
		if (!path || existsSync(join(folder, path))) return handler(request, response);
		response
			.writeHead(404, { 'content-type': 'text/plain' })
			.end('This file is of another version. Load the page again.\n');
	};

/** Lets running requests finish, but not for ever. */
export async function stopServing(server: Server): Promise<void> {
	const closed = once(server, 'close');
	server.close();
	server.closeIdleConnections();
	const impatience = setTimeout(() => server.closeAllConnections(), 3_000);
	await closed;
	clearTimeout(impatience);
}
