import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { getPriority, setPriority } from 'node:os';
import { join } from 'node:path';

/** Readers come first: below the server, and above what a machine does when idle. */
const belowServer = 10;

/** However this process comes to its end. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit'] as const;

/**
 * Runs one of the product's commands in a process of its own: what keeps a processor busy for seconds must not keep pages
 * waiting. It ends with this process; see `endWithParent`. Resolves when it has done its work or was told to end.
 */
export async function runBeside(command: string, ...args: string[]): Promise<void> {
	const folder = process.env.EMPTY_CHAIR_FOLDER ?? process.cwd();
	const child = spawn(process.execPath, [join(folder, 'src', 'commands', 'run.js'), command, ...args], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'pipe', 'ipc']
	});
	// From its first moment on: it would otherwise take a processor away from pages while it starts.
	if (child.pid) setPriority(child.pid, Math.max(belowServer, getPriority()));
	const end = () => void child.kill();
	for (const ending of endings) process.on(ending, end);
	let said = '';
	child.stderr!.on('data', (text) => (said += text));
	try {
		const [code, signal] = await once(child, 'close');
		if (signal === null && code !== 0) throw new Error(`"${command}" ended with ${code}: ${said.trim()}`);
	} finally {
		for (const ending of endings) process.off(ending, end);
	}
}

/** For a command that `runBeside` runs: who started it may be gone without a word, and then nobody is left to work for. */
export function endWithParent(): void {
	if (!process.channel) return;
	process.once('disconnect', () => process.exit(1));
	// Listening for the end of the parent must not keep this process from its own.
	process.channel.unref();
}
