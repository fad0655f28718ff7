import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lock } from '#platform/lock.ts';
import { tryToLock } from '#platform/lock.ts';
import { projectFolder } from './project.ts';

const stampFile = join(projectFolder, 'build', 'built-from');
/** Not in the build, which is emptied before it is written. */
const lockFile = join(projectFolder, 'node_modules', '.build.lock');
const ingredients = ['src', 'static', 'package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/** Builds the web server unless the build is of exactly these files. Two who start at once do not build into each other. */
export async function buildIfNeeded(say: (line: string) => void): Promise<void> {
	const stamp = fingerprint();
	if (readStamp() === stamp) return;

	const lock = await mayBuild(say);
	try {
		if (readStamp() !== stamp) await build(stamp, say);
	} finally {
		lock.close();
	}
}

/** Waits for as long as another process builds: however that ends, the lock ends with it. */
async function mayBuild(say: (line: string) => void): Promise<Lock> {
	for (let waited = false; ; waited = true) {
		const lock = tryToLock(lockFile);
		if (lock) return lock;
		if (!waited) say('Waiting for another process that builds here …');
		await pause(200);
	}
}

async function build(stamp: string, say: (line: string) => void): Promise<void> {
	say('Building …');
	const child = join(projectFolder, 'src', 'commands', 'build-child.js');
	const running = spawn(process.execPath, [child], {
		cwd: projectFolder,
		// Whoever asks for the build, it is the one that people get.
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: ['pipe', 'pipe', 'pipe']
	});
	let output = '';
	for (const stream of [running.stdout, running.stderr]) stream.on('data', (chunk) => (output += chunk));
	const [code] = await once(running, 'close');
	if (code !== 0) throw new Error(`The build failed:\n${output}`);
	writeFileSync(stampFile, stamp);
}

function readStamp(): string | null {
	try {
		return readFileSync(stampFile, 'utf8');
	} catch {
		return null;
	}
}

function fingerprint(): string {
	const hash = createHash('sha256');
	for (const file of ingredients.flatMap(filesIn))
		hash
			.update(file)
			.update('\0')
			.update(readFileSync(join(projectFolder, file)));
	return hash.digest('hex');
}

function filesIn(path: string): string[] {
	try {
		return readdirSync(join(projectFolder, path), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
			.map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length + 1))
			.sort();
	} catch {
		return [path];
	}
}
