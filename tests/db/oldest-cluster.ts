import type { TestProject } from 'vitest/node';
import { oldestSupported } from './oldest.ts';
import { startCluster } from './cluster.ts';

export default async function (project: TestProject) {
	if (oldestSupported) return startCluster(project, oldestSupported);
	console.warn('The oldest supported PostgreSQL (15) is not installed: its round of database tests is left out.');
}
