import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EmbeddedOptions } from '#platform/db/embedded/embedded.ts';
import type { Errand, News } from './guest.ts';

/** A process that opens the database, and what it said so far. */
export type Guest = {
	pid: number;
	news: News[];
	/** The first news of a kind, now or later; undefined if the process ends without it. */
	hears<Kind extends keyof News>(kind: Kind): Promise<News[Kind]>;
	leave(): Promise<void>;
	kill(): void;
	/** As Ctrl-C and a closing terminal do it: to the whole process group. */
	killGroup(signal: NodeJS.Signals): void;
	ended: Promise<number | null>;
};

export type User = { uid: number; gid: number };

const script = fileURLToPath(new URL('guest.ts', import.meta.url));

export function invite(options: EmbeddedOptions & Errand, user?: User): Guest {
	const child = spawn(process.execPath, [script, JSON.stringify(options)], { detached: true, ...user });
	const { news, hears, ended } = listenTo(child);
	const pid = child.pid!;
	const leave = async () => {
		child.stdin.write('leave\n');
		await ended;
	};
	const kill = () => void child.kill('SIGKILL');
	return { pid, news, hears, leave, kill, killGroup: (signal) => process.kill(-pid, signal), ended };
}

function listenTo(child: ChildProcess) {
	const news: News[] = [];
	const listeners = new Set<() => void>();
	const tell = () => listeners.forEach((listener) => listener());
	let over = false;

	child.stderr!.pipe(process.stderr);
	createInterface({ input: child.stdout! }).on('line', (line) => {
		news.push(JSON.parse(line) as News);
		tell();
	});
	const ended = once(child, 'close').then(([code]) => {
		over = true;
		tell();
		return code as number | null;
	});
	const hears = <Kind extends keyof News>(kind: Kind) =>
		new Promise<News[Kind]>((resolve) => {
			const listen = () => {
				const found = news.find((one) => one[kind] !== undefined);
				if (!found && !over) return;
				listeners.delete(listen);
				resolve(found?.[kind]);
			};
			listeners.add(listen);
			listen();
		});
	return { news, hears, ended };
}
