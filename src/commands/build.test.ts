import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

test('a build ends with whoever asked for it: two that wrote into one folder would make pages that never come alive', async () => {
	const build = spawn(process.execPath, ['src/commands/build-child.js'], { stdio: ['pipe', 'ignore', 'ignore'] });
	const ended = once(build, 'exit');
	// What a parent's death is to its child.
	build.stdin.destroy();
	expect((await ended)[0]).toBe(1);
});
