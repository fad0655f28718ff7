import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { once } from 'node:events';
import { projectFolder } from './project.ts';

const stampFile = join(projectFolder, 'build', 'built-from');
const ingredients = ['src', 'static', 'package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/** Builds the web server unless the build is of exactly these files. */
export async function buildIfNeeded(say: (line: string) => void): Promise<void> {
	const stamp = fingerprint();
	if (readStamp() === stamp) return;

	say('Building …');
	const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
	const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
		cwd: projectFolder,
		// Whoever asks for the build, it is the one that people get.
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	for (const stream of [build.stdout, build.stderr]) stream.on('data', (chunk) => (output += chunk));
	const [code] = await once(build, 'close');
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
