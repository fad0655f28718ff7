import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listedRoutes, needFor } from './access.ts';
import { can, roles } from './roles.ts';
import type { Permission } from './roles.ts';

const routes = readdirSync('src/routes', { recursive: true, withFileTypes: true })
	.filter(({ name }) => /^\+(page(\.server)?|server)\.(svelte|ts)$/.test(name))
	.map(({ parentPath }) => `/${parentPath.replace(/^src\/routes\/?/, '')}`);

test('every route says what it needs, and nothing is listed that does not exist', () => {
	expect([...new Set(routes)].sort()).toEqual([...listedRoutes].sort());
});

test('a route that is not listed is closed to everybody', () => {
	expect(needFor('/secret', 'GET')).toBeNull();
	expect(needFor(null, 'GET')).toBeNull();
});

test('a page that can only be read refuses every other method', () => {
	expect(needFor('/settings/audit', 'GET')).toBe('administer');
	expect(needFor('/settings/audit', 'POST')).toBeNull();
	expect(needFor('/settings/audit', 'DELETE')).toBeNull();
});

test('only these are open to anybody', () => {
	const open = listedRoutes.filter((route) => needFor(route, 'GET') === 'anyone');
	expect(open.sort()).toEqual([
		'/api/v1/openapi.json',
		'/invitation/[token]',
		'/login',
		'/new-password/[token]',
		'/setup/[token]',
		'/snapshots/shared/[token]',
		'/unsubscribe/[token]'
	]);
});

test.for(['/settings/words', '/settings/erasure'])('only an administrator reaches %s, to read or to act', (route) => {
	for (const method of ['GET', 'POST']) {
		const need = needFor(route, method) as Permission;
		expect(roles.filter((role) => can({ role }, need))).toEqual(['administrator']);
	}
	expect(needFor(route, 'DELETE')).toBe('administer');
});

test('whoever reads what customers wrote may have it proved', () => {
	for (const method of ['GET', 'POST']) {
		const need = needFor('/voice/proof', method) as Permission;
		expect(roles.filter((role) => can({ role }, need))).toEqual([...roles]);
	}
});

test('what a role may do', () => {
	const table = roles.map((role) => [
		role,
		...(
			[
				'read',
				'mark as read',
				'discuss',
				'follow up',
				'unmask',
				'write',
				'mark',
				'data',
				'snapshots',
				'administer'
			] as const
		).filter((p) => can({ role }, p))
	]);
	expect(table).toEqual([
		['executive', 'read', 'mark as read', 'discuss', 'follow up'],
		['cco', 'read', 'mark as read', 'discuss', 'follow up', 'unmask', 'write', 'mark', 'snapshots'],
		['analyst', 'read', 'mark as read', 'discuss', 'data'],
		[
			'administrator',
			...['read', 'mark as read', 'discuss', 'follow up', 'unmask', 'write', 'mark', 'data', 'snapshots', 'administer']
		]
	]);
});
