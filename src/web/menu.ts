import { can } from '#domain/auth/roles.ts';
import type { Permission, Role } from '#domain/auth/roles.ts';

/** `trouble`: what somebody should see to there, in words. */
export type MenuItem = { name: string; path: string; trouble?: string };

const pages: (MenuItem & { needs: Permission })[] = [
	{ name: 'Review', path: '/review', needs: 'read' },
	{ name: 'Money', path: '/money', needs: 'read' },
	{ name: 'Voice', path: '/voice', needs: 'read' },
	{ name: 'Insights', path: '/insights', needs: 'read' },
	{ name: 'Bets', path: '/bets', needs: 'read' },
	{ name: 'Officer', path: '/officer', needs: 'follow up' },
	{ name: 'Snapshots', path: '/snapshots', needs: 'read' },
	{ name: 'Data', path: '/data', needs: 'data' },
	{ name: 'Settings', path: '/settings', needs: 'administer' }
];

/** The pages that somebody's role includes. `troubles`: by path, what somebody should see to. */
export const menuFor = (person: { role: Role }, troubles: Record<string, string | null> = {}): MenuItem[] =>
	pages
		.filter(({ needs }) => can(person, needs))
		.map(({ name, path }) => ({ name, path, ...(troubles[path] ? { trouble: troubles[path] } : {}) }));
