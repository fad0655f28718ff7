import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { command } from './fail.ts';
import { projectFolder } from './project.ts';

/** What `npm run check` asks for; npm puts the project's own programs on the path. */
const checks = {
	types: 'svelte-check --fail-on-warnings --threshold warning',
	lint: 'eslint .',
	directions: 'depcruise src tests',
	formatting: 'prettier --check .',
	migrations: 'node src/commands/run.js check-migrations'
};

/** All at once, since none needs another; each is told when it is done. */
await command(async () => {
	const results = await Promise.all(Object.entries(checks).map(([name, line]) => checked(name, line)));
	return results.every(Boolean) ? 0 : 1;
});

async function checked(name: string, line: string): Promise<boolean> {
	const child = spawn(line, { cwd: projectFolder, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
	const [code] = await once(child, 'close');
	console.log(`${code === 0 ? '✓' : '✗'} ${name}: ${line}${code === 0 ? '' : `\n${output}`}`);
	return code === 0;
}
