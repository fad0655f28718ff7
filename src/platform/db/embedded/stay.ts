import type { Place } from './enter.ts';
import { sitDown } from './enter.ts';
import { oneAtATime } from './lock.ts';
import { keepLogShort, lastWords, ranOutOfRoom } from './log.ts';
import { patience, pause } from './patience.ts';
import { runningPostmaster } from './postmaster.ts';
import { EmbeddedProblem } from './problem.ts';
import type { Seat } from './seat.ts';

const longestRecovery = 60_000;
const longestGoodbye = 5_000;
const anHour = 3_600_000;

/** What to do when the server is gone for good, perhaps because its disk is full. */
export type OnLost = (isDiskFull: boolean) => void;

/** Keeps our place at the server until we leave or lose it. Returns how to leave. */
export function stay(place: Place, onLost: OnLost): () => Promise<void> {
	const { home, stop } = place;
	const housekeeping = setInterval(() => keepLogShort(home.dataDir).catch(() => {}), anHour).unref();
	let seat = place.seat;
	let leaving: Promise<void> | undefined;

	async function keepSeat(): Promise<void> {
		for (;;) {
			await seat.closed;
			const again = leaving ? undefined : await sitDownAgain(place).catch(() => undefined);
			if (leaving) return again?.close();
			if (!again) return onLost(ranOutOfRoom(await lastWords(home.dataDir).catch(() => '')));
			seat = again;
		}
	}

	async function depart(): Promise<void> {
		clearInterval(housekeeping);
		try {
			await oneAtATime(home.dataDir, patience(longestGoodbye), async () => {
				if (await seat.isLast()) await stop();
			});
		} catch (problem) {
			// A server that runs on does no harm: whoever comes next uses it.
			if (!(problem instanceof EmbeddedProblem)) throw problem;
		} finally {
			await seat.close();
		}
	}

	void keepSeat();
	return () => (leaving ??= depart());
}

/** PostgreSQL restarts itself when one of its processes crashed, and is the same server afterwards. */
async function sitDownAgain({ home, server, password }: Place): Promise<Seat | undefined> {
	const wait = patience(longestRecovery);
	while (!wait.isOver()) {
		const running = await runningPostmaster(home.cluster);
		if (running?.pid !== server.pid) return undefined;

		const seat = await sitDown(running, home, password);
		if (seat) return seat;
		await pause(100);
	}
	return undefined;
}
