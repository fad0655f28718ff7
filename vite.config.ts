import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** What takes longest begins first, or the others would wait for it at the end. */
const long = [
	'e2e/start.test.ts',
	'embedded/kills.test.ts',
	'reviews/bad-input.db.test.ts',
	'snapshots/deliveries.db.test.ts',
	'web/read-ahead.db.test.ts'
];

/** Then files run in the order of their names: the mornings of a worker share a product, and what empties it comes last. */
class ByName extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const place = ({ moduleId }: TestSpecification) =>
			`${long.some((name) => moduleId.endsWith(name)) ? 0 : 1} ${moduleId}`;
		return files.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
	}
}

/** Our modules keep nothing between calls, so that the files of a worker can share them: loading them takes longer than many tests. */
const together = { isolate: false };

const formulas = {
	testTimeout: 30_000,
	include: ['src/**/*.test.ts', 'tests/*.test.ts'],
	exclude: ['**/*.db.test.ts', 'src/platform/db/embedded/**']
};

export default defineConfig(({ command }) => ({
	plugins: [sveltekit()],
	// The server gets what it draws with of ECharts in one piece: read sooner than its hundreds of files, and without their
	// checks for developers, each of which asks for the environment anew.
	ssr: command === 'build' ? { noExternal: ['echarts', 'zrender'] } : {},
	test: {
		// A test waits for the database half of its time, so two of them keep two cores busy.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		// How long a page takes says nothing about whether it is right: a slow machine gets the time it needs.
		expect: { requireAssertions: true, poll: { timeout: 30_000 } },
		// Products and databases that were started for the tests stop in order, also where that takes longer.
		teardownTimeout: 60_000,
		sequence: { sequencer: ByName },
		setupFiles: ['tests/same-examples.ts'],
		projects: [
			{ extends: true, test: { name: 'formulas', ...together, ...formulas } },
			{
				extends: true,
				test: {
					name: 'database',
					...together,
					include: ['src/**/*.db.test.ts'],
					globalSetup: ['tests/db/cluster.ts'],
					testTimeout: 90_000,
					hookTimeout: 120_000,
					sequence: { groupOrder: 1 }
				}
			},
			{
				extends: true,
				test: {
					name: 'database, oldest supported',
					...together,
					// What leans on the server most: triggers, words, imports, refreshes.
					include: [
						'src/domain/imports/imports.db.test.ts',
						'src/domain/money/refresh.db.test.ts',
						'src/domain/voice/voice.db.test.ts',
						'src/domain/voice/keeping/*.db.test.ts',
						'src/platform/db/copy.db.test.ts'
					],
					globalSetup: ['tests/db/oldest-cluster.ts'],
					testTimeout: 90_000,
					hookTimeout: 120_000,
					sequence: { groupOrder: 2 }
				}
			},
			{
				extends: true,
				test: {
					name: 'machine',
					include: ['src/platform/db/embedded/*.test.ts', 'tests/e2e/start.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					sequence: { groupOrder: 2 }
				}
			},
			{
				extends: true,
				test: {
					name: 'mornings',
					...together,
					include: ['tests/e2e/*.test.ts'],
					exclude: ['tests/e2e/start.test.ts'],
					globalSetup: ['tests/e2e/built.ts'],
					testTimeout: 120_000,
					hookTimeout: 180_000,
					sequence: { groupOrder: 3 }
				}
			}
		]
	}
}));
