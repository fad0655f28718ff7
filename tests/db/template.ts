import postgres from 'postgres';
import { migrate } from '#platform/db/migrate.ts';
import type { TestProject } from 'vitest/node';

const template = 'empty_chair_template';

/** Makes the migrated database that every worker clones, and tells the tests where it is. */
export async function provideTemplate(project: TestProject, server: string): Promise<void> {
	const sql = postgres(server, { max: 1, onnotice: () => {} });
	await sql.unsafe(`create database ${template}`);
	await sql.end();

	const url = new URL(server);
	url.pathname = `/${template}`;
	await migrate(url.href);

	project.provide('server', server);
	project.provide('template', template);
}
