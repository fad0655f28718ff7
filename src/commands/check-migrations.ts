import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, CommandProblem } from './fail.ts';
import { projectFolder } from './project.ts';

/** The tables in code and the migrations must say the same: nothing may be left for drizzle-kit to generate. */
await command(async () => {
	const copy = mkdtempSync(join(tmpdir(), 'empty-chair-migrations-'));
	try {
		cpSync(join(projectFolder, 'drizzle'), copy, { recursive: true });
		const before = readdirSync(copy).length;
		const kit = join(projectFolder, 'node_modules', 'drizzle-kit', 'bin.cjs');
		const settings = [
			'--dialect',
			'postgresql',
			'--schema',
			'./src/domain/*/tables.server.ts',
			'--casing',
			'snake_case',
			'--out',
			copy
		];
		const { status, stdout, stderr } = spawnSync(process.execPath, [kit, 'generate', ...settings], {
			cwd: projectFolder,
			encoding: 'utf8'
		});
		if (status !== 0) throw new CommandProblem(`drizzle-kit failed:\n${stdout}${stderr}`);
		if (readdirSync(copy).length !== before)
			throw new CommandProblem(
				'The tables have changed and no migration says so: run "npx drizzle-kit generate --name what_it_does".'
			);
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
	return 0;
});
