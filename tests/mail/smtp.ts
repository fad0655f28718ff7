import type { Socket } from 'node:net';
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import type { MailServer } from '#platform/mail/server-address.ts';

/** How a mail server may behave towards one recipient. */
export type Behaviour =
	| 'takes it'
	| 'refuses for good'
	| 'refuses for now'
	| 'refuses the content'
	| 'closes within the content'
	| 'takes it and loses the reply'
	| 'takes it and stays silent';

/** A message that the server has taken as a whole. */
export type Taken = { to: string; messageId: string; raw: string };

export type TestServer = {
	address: MailServer;
	/** Everything that arrived, in order: also what the sender was never told of. */
	taken: Taken[];
	/** Set: it turns everybody away at the door. */
	closedWith: number | null;
	close(): Promise<void>;
};

/** A real mail server on this machine that behaves as a test wants. `towards`: with how many attempts before this one. */
export async function smtpServer(
	towards: (to: string, attempt: number) => Behaviour = () => 'takes it',
	options: { connections?: number; password?: string; tls?: boolean; answersAfterMs?: number } = {}
): Promise<TestServer> {
	const attempts = new Map<string, number>();
	const sockets = new Map<string, Socket>();
	const decided = new Map<SMTPServerSession, Behaviour>();
	const taken: Taken[] = [];
	const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
	const result = { taken, closedWith: null as number | null };

	const server = new SMTPServer({
		authOptional: options.password === undefined,
		allowInsecureAuth: true,
		onAuth: ({ username, password }, _session, done) =>
			password === options.password ? done(null, { user: username }) : done(refusal(535, 'Wrong password')),
		disabledCommands: options.tls ? [] : ['STARTTLS'],
		logger: false,
		disableReverseLookup: true,
		closeTimeout: 100,
		onConnect(session, done) {
			const { closedWith } = result;
			done(closedWith === null ? undefined : refusal(closedWith, 'Not now'));
		},
		onRcptTo({ address }, session, done) {
			const attempt = attempts.get(address) ?? 0;
			attempts.set(address, attempt + 1);
			const behaviour = towards(address, attempt);
			decided.set(session, behaviour);
			if (behaviour === 'refuses for good') return done(refusal(550, 'No such mailbox'));
			if (behaviour === 'refuses for now') return done(refusal(451, 'Greylisted, come back later'));
			done();
		},
		onData(stream, session, done) {
			const behaviour = decided.get(session)!;
			const cut = () => sockets.get(session.id)?.destroy();
			let raw = '';
			stream.on('data', (chunk: Buffer) => {
				raw += chunk.toString('latin1');
				if (behaviour === 'closes within the content') cut();
			});
			stream.on('end', () => {
				if (behaviour === 'closes within the content') return;
				if (behaviour === 'refuses the content') return done(refusal(554, 'Looks like spam'));
				const messageId = /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '';
				for (const { address } of session.envelope.rcptTo) taken.push({ to: address, messageId, raw });
				if (behaviour === 'takes it and loses the reply') return void cut();
				if (behaviour !== 'takes it and stays silent') setTimeout(done, options.answersAfterMs ?? 0);
			});
		}
	});
	server.on('error', () => {});
	server.server.on('connection', (socket) => {
		// The library names a session by itself and keeps its socket to itself; both are found by the port.
		const remember = () => {
			for (const connection of server.connections as Set<{ id: string; _socket: Socket }>)
				if (connection._socket === socket) sockets.set(connection.id, socket);
		};
		setImmediate(remember);
		socket.once('data', remember);
	});
	const listening = server.listen(0, '127.0.0.1');
	if (!server.server.listening) await once(listening, 'listening');
	const { port } = server.server.address() as AddressInfo;
	return Object.assign(result, {
		address: {
			...{ host: '127.0.0.1', port, implicitTls: false, tls: 'never' as const, user: null, password: null },
			...{ connections: options.connections ?? 2, perSecond: null }
		},
		close: () =>
			new Promise<void>((resolve) => {
				for (const socket of sockets.values()) socket.destroy();
				server.close(() => resolve());
			})
	});
}
