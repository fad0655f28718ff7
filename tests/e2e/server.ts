import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectFolder } from '#commands/project.ts';

/** A product that was started as a person starts it. */
export type Running = {
	process: ChildProcess;
	address: string;
	/** Everything it has printed. */
	output: () => string;
	/** Exit code, once it has ended. */
	ended: Promise<number | null>;
	stop(): Promise<number | null>;
};

type Wishes = { dataDir: string; port?: number; env?: Record<string, string> };

/** Starts the product and waits until it says that it is there, or has given up. */
export async function startProduct({ dataDir, port, env = {} }: Wishes): Promise<Running> {
	const chosen = port ?? (await freePort());
	const child = runCommand('start', [], { DATA_DIR: dataDir, PORT: String(chosen), ...env });
	let printed = '';
	for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (printed += chunk));
	const ended = once(child, 'exit').then(([code]) => code as number | null);

	const isThere = new Promise<void>((resolve) => {
		const look = setInterval(() => printed.includes('Ctrl-C stops everything') && (clearInterval(look), resolve()), 50);
		void ended.then(() => (clearInterval(look), resolve()));
	});
	await isThere;
	return {
		process: child,
		address: `http://localhost:${chosen}`,
		output: () => printed,
		ended,
		stop: () => {
			child.kill('SIGTERM');
			return ended;
		}
	};
}

/** One of the project's commands as npm runs it. */
export function runCommand(name: string, args: string[], env: Record<string, string>): ChildProcess {
	const inherited = Object.fromEntries(
		Object.entries(process.env).filter(
			([key]) =>
				!/^(VITEST|NODE_ENV|DATABASE_URL|ORIGIN|PORT|HOST|NODE_OPTIONS|TEST|DEV|PROD|MODE|SSR|BASE_URL)/.test(key)
		)
	);
	return spawn(process.execPath, [...asNpmRuns(name), ...args], {
		cwd: projectFolder,
		env: { ...inherited, ...env } as NodeJS.ProcessEnv,
		stdio: ['ignore', 'pipe', 'pipe']
	});
}

/** What stands behind `node` in package.json. */
function asNpmRuns(name: string): string[] {
	const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
	return String(scripts[name]).split(' ').slice(1);
}

/** Runs a command to its end. */
export async function finished(
	name: string,
	args: string[],
	env: Record<string, string>
): Promise<{ code: number | null; stdout: string; stderr: string }> {
	const child = runCommand(name, args, env);
	let [stdout, stderr] = ['', ''];
	child.stdout!.on('data', (chunk) => (stdout += chunk));
	child.stderr!.on('data', (chunk) => (stderr += chunk));
	const [code] = (await once(child, 'close')) as [number | null];
	return { code, stdout, stderr };
}

export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}
