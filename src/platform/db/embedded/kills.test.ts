import { describe } from 'vitest';
import type { Guest } from './testing/invite.ts';
import type { Scene } from './testing/scene.ts';
import { test } from './testing/scene.ts';

/**
 * Rounds of opening, writing and dying. Each round's process counts what it finds: all that was committed, nothing
 * that was not asked for. The random moment falls into the first commits of a fresh start as well as into later ones.
 */
const rounds = 20;

const deaths: Record<string, (app: Guest, server: number) => void> = {
	app: (app) => app.kill(),
	database: (_, server) => process.kill(server, 'SIGKILL'),
	'app and the database': (app, server) => {
		app.kill();
		process.kill(server, 'SIGKILL');
	}
};

describe.concurrent('no committed row is lost', () => {
	for (const [whom, kill] of Object.entries(deaths)) {
		test(`${rounds} times kill -9 of the ${whom}`, { timeout: 300_000 }, async ({ scene, expect }) => {
			let committed = 0;
			let survived = 0;
			for (let round = 0; round < rounds; round++) {
				const result = await liveAndDie(scene, kill);
				expect(result.found, `rows found in round ${round}`).toBeGreaterThanOrEqual(committed);
				expect(result.found, `rows without a gap in round ${round}`).toBe(result.last);
				expect(result.startedHere, `a server started in round ${round}`).toBe(round === 0 || whom !== 'app');
				expect(result.exitCode, `how the app ended in round ${round}`).toBe(whom === 'database' ? 3 : null);
				committed = result.committed;
				survived++;
			}
			expect(committed).toBeGreaterThan(rounds);
			console.log(`kill -9 of the ${whom}: ${survived} of ${rounds} fine, ${committed} rows, none lost`);
		});
	}
});

async function liveAndDie(scene: Scene, kill: (app: Guest, server: number) => void) {
	const app = scene.guest({ writes: true });
	const opened = await app.hears('opened');
	if (!opened) throw new Error(`it did not open: ${JSON.stringify(app.news)}`);
	const server = (await scene.server())!;
	await new Promise((soon) => setTimeout(soon, Math.random() * 150));
	kill(app, server);

	const exitCode = await app.ended;
	const committed = Math.max(opened.last, ...app.news.map(({ wrote }) => wrote ?? 0));
	return { ...opened, exitCode, committed };
}
