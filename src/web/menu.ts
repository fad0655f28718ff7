import { can } from '#domain/auth/roles.ts';
import type { Permission, Role } from '#domain/auth/roles.ts';

export type MenuItem = { name: string; path: string };

const pages: (MenuItem & { needs: Permission })[] = [
	{ name: 'Review', path: '/review', needs: 'read' },
	{ name: 'Money', path: '/money', needs: 'read' },
	{ name: 'Voice', path: '/voice', needs: 'read' },
	{ name: 'Insights', path: '/insights', needs: 'read' },
	{ name: 'Data', path: '/data', needs: 'data' },
	{ name: 'Settings', path: '/settings', needs: 'administer' }
];

/** The pages that somebody's role includes. */
export const menuFor = (person: { role: Role }): MenuItem[] =>
	pages.filter(({ needs }) => can(person, needs)).map(({ name, path }) => ({ name, path }));
