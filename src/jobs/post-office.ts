import { setTimeout as pause } from 'node:timers/promises';
import { deliverNext, mentionLetters, releaseClaims } from '#domain/snapshots/server.ts';
import type { Compose, Postman, Reading } from '#domain/snapshots/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { lineTo, patience } from '#platform/mail/line.ts';
import type { Line, Patience } from '#platform/mail/line.ts';
import { messageOf } from '#platform/mail/message.ts';
import type { Mailbox, MailServer } from '#platform/mail/server-address.ts';

/** Longer than a line has patience, so that whoever is still sending is never taken for dead. */
export const lease = 2.5 * patience.whole;

type Office = {
	compose: Compose;
	from: Mailbox;
	/** Null: mail stays in the outbox. */
	server: MailServer | null;
	origin: string;
	now(): Date;
	newClaim(): string;
	onFault(error: unknown, deliveryId?: number): void;
	leaseMs?: number;
	patience?: Patience;
};

export type PostOffice = {
	/** Sends all that is due, over as many lines as the server bears. */
	sendAll(): Promise<void>;
	/** Begins nothing more, lets what is going out go out, but not for longer than this, and lets go of the rest. */
	stop(patienceMs: number): Promise<void>;
};

export function postOffice(db: Db, office: Office): PostOffice {
	const inHand = new Set<string>();
	const rounds = new Set<Promise<unknown>>();
	let isStopping = false;

	async function overOneLine(reading: Reading): Promise<void> {
		const { server } = office;
		const line = server && lineTo(server, office.patience);
		let held = '';
		const hold = (claim: string) => {
			inHand.delete(held);
			inHand.add((held = claim));
			return claim;
		};
		const postman = postmanOf(office, line, hold);
		const gap = server?.perSecond ? (1_000 * server.connections) / server.perSecond : 0;
		try {
			while (!isStopping) {
				const began = Date.now();
				if (!(await deliverNext(db, postman, reading))) break;
				await pause(Math.max(0, gap - (Date.now() - began)));
			}
		} catch (error) {
			office.onFault(error);
		} finally {
			inHand.delete(held);
			line?.close();
		}
	}

	return {
		async sendAll() {
			const reading: Reading = new Map();
			const lines = Array.from({ length: office.server?.connections ?? 1 }, () => overOneLine(reading));
			const round = Promise.all(lines);
			rounds.add(round);
			await round;
			rounds.delete(round);
		},
		async stop(patienceMs) {
			isStopping = true;
			await Promise.race([Promise.all(rounds), pause(patienceMs, undefined, { ref: false })]);
			await releaseClaims(db, [...inHand]);
		}
	};
}

function postmanOf(office: Office, line: Line | null, hold: (claim: string) => string): Postman {
	const { compose, from, origin, now, newClaim, onFault, leaseMs = lease } = office;
	return {
		...{ compose, letters: { mention: mentionLetters }, origin, leaseMs, now, onFault },
		write: (mail, headers) => messageOf(mail, { from, ...headers }),
		line: line && {
			open: () => line.open(),
			send: (to, content, begin) => line.send({ from: from.address, to }, content, begin)
		},
		newClaim: () => hold(newClaim())
	};
}
