import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { command } from './fail.ts';
import { projectFolder } from './project.ts';

/** Every test, in one run with one summary. Arguments are Vitest's. */
await command(async () => {
	const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
	const child = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
		cwd: projectFolder,
		stdio: 'inherit'
	});
	const [code] = await once(child, 'exit');
	return code ?? 1;
});
