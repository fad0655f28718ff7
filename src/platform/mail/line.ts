import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Readable } from 'node:stream';
import type { MailServer } from './server-address.ts';

/**
 * What became of a message. 'deferred': refused for now, or nobody was there; 'failed': refused for good; 'unknown': the
 * line was cut after the content had begun to go out; 'withdrawn': the sender changed their mind before it did.
 */
export type Outcome = { outcome: 'sent' | 'deferred' | 'failed' | 'unknown' | 'withdrawn'; answer: string };

export type Envelope = { from: string; to: string };

/** A line to a mail server, over which one message goes after another. */
export type Line = {
	/** Connects, unless it is connected; null, or why it cannot. */
	open(): Promise<string | null>;
	/** `begin` is asked when the server is ready for the content, before its first byte goes out; false withdraws it. */
	send(envelope: Envelope, content: Uint8Array, begin: () => Promise<boolean>): Promise<Outcome>;
	close(): void;
};

/** Milliseconds. The whole: from connecting to the last answer; a server's own idle limits start anew with each word. */
export type Patience = { connecting: number; greeting: number; whole: number };

export const patience: Patience = { connecting: 30_000, greeting: 30_000, whole: 120_000 };

export function lineTo(server: MailServer, { connecting, greeting, whole }: Patience = patience): Line {
	let connection: SMTPConnection | null = null;

	const hangUp = () => {
		connection?.close();
		connection = null;
	};

	/** Does something with the line open; whatever goes wrong, the next message starts on a line of its own. */
	const within = async <Result>(
		ask: (line: SMTPConnection, signal: AbortSignal) => Promise<Result>,
		failed: (error: SMTPConnection.SMTPError, connected: boolean) => Result
	): Promise<Result> => {
		const impatience = new AbortController();
		const timer = setTimeout(() => impatience.abort(), whole);
		let connected = false;
		try {
			connection = await readyLine(connection, server, { connecting, greeting }, impatience.signal);
			connected = true;
			return await ask(connection, impatience.signal);
		} catch (error) {
			hangUp();
			return failed(error as SMTPConnection.SMTPError, connected);
		} finally {
			clearTimeout(timer);
		}
	};

	return {
		open: () => within<string | null>(async () => null, inOneLine),
		send(envelope, content, begin) {
			const progress = { begun: false, withdrawn: false };
			return within<Outcome>(
				async (line, signal) => ({
					outcome: 'sent',
					answer: await hand(line, envelope, contentOf(content, begin, progress), signal)
				}),
				(error, connected) => outcomeOf(error, { ...progress, connected })
			);
		},
		close() {
			if (connection && !connection.destroyed) connection.quit();
			connection = null;
		}
	};
}

/** The line as it is, if it is still open, or a new one, logged in. */
async function readyLine(
	open: SMTPConnection | null,
	server: MailServer,
	{ connecting, greeting }: Pick<Patience, 'connecting' | 'greeting'>,
	signal: AbortSignal
): Promise<SMTPConnection> {
	if (open && !open.destroyed && open.stage === 'connected' && open._socket && open._socket.writable) return open;

	const connection = new SMTPConnection({
		host: server.host,
		port: server.port,
		secure: server.implicitTls,
		requireTLS: !server.implicitTls && server.tls === 'required',
		ignoreTLS: server.tls === 'never',
		connectionTimeout: connecting,
		greetingTimeout: greeting,
		socketTimeout: patience.whole
	});
	// Between two questions nobody waits for an answer, and a line that breaks then is found broken by the next.
	connection.on('error', () => {});
	try {
		await answered<void>(connection, signal, (done) => connection.connect((error) => done(error)));
		if (server.user !== null) {
			const credentials = { user: server.user, pass: server.password ?? '' };
			await answered<void>(connection, signal, (done) => connection.login({ credentials }, (error) => done(error)));
		}
		return connection;
	} catch (error) {
		connection.close();
		throw error;
	}
}

const hand = (connection: SMTPConnection, { from, to }: Envelope, content: Readable, signal: AbortSignal) =>
	answered<string>(connection, signal, (done) =>
		connection.send({ from, to: [to] }, content, (error, info) => done(error, info?.response))
	);

/** The server reads the content only when it is ready for it. That is when it is said to begin, and nothing goes out before. */
function contentOf(
	content: Uint8Array,
	begin: () => Promise<boolean>,
	progress: { begun: boolean; withdrawn: boolean }
): Readable {
	return Readable.from(
		(async function* () {
			if (!(await begin())) {
				progress.withdrawn = true;
				throw new Error('withdrawn before it began');
			}
			progress.begun = true;
			yield content;
		})(),
		{ objectMode: false }
	);
}

/** One question to the server, its answer, its failure, or the end of our patience: whichever comes first. */
function answered<Answer>(
	connection: SMTPConnection,
	signal: AbortSignal,
	ask: (done: (error?: Error | null, answer?: Answer) => void) => void
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const end = (error?: Error | null, answer?: Answer) => {
			connection.removeListener('error', end);
			signal.removeEventListener('abort', giveUp);
			if (error) reject(error);
			else resolve(answer as Answer);
		};
		const giveUp = () => end(new Error('The server took too long.'));
		connection.on('error', end);
		signal.addEventListener('abort', giveUp);
		if (signal.aborted) giveUp();
		else ask(end);
	});
}

function outcomeOf(
	error: SMTPConnection.SMTPError,
	{ begun, withdrawn, connected }: { begun: boolean; withdrawn: boolean; connected: boolean }
): Outcome {
	// About a recipient, the server's own words are enough.
	const answer = inOneLine({ message: (connected && error.response) || error.message });
	if (withdrawn) return { outcome: 'withdrawn', answer };
	// What goes wrong before a recipient was named says nothing about the recipient: a wrong password can be put right.
	if (!connected) return { outcome: 'deferred', answer };

	const reply = Math.floor((error.responseCode ?? 0) / 100);
	if (reply === 4) return { outcome: 'deferred', answer };
	if (reply === 5) return { outcome: 'failed', answer };
	if (begun) return { outcome: 'unknown', answer: `The line was cut after the message had begun. ${answer}` };
	// Refused by the library before a word was said: no such address, too large for this server.
	const isRefused = ['EENVELOPE', 'EMESSAGE'].includes(error.code ?? '');
	return { outcome: isRefused ? 'failed' : 'deferred', answer };
}

const longestAnswer = 500;

/** What failed, and the server's words behind it where there are any. */
const inOneLine = ({ message }: { message: string }): string =>
	message
		.replaceAll(/\p{Cc}+/gu, ' ')
		.trim()
		.slice(0, longestAnswer);
