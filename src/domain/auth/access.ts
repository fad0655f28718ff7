import type { Permission } from './roles.ts';

/** 'anyone': no sign-in. 'signed in': any role. Otherwise the permission that a person or a token must have. */
export type Need = 'anyone' | 'signed in' | Permission;

/** What each route needs, for reading (GET) and for everything else. A route that is not listed is closed to everybody. */
const needs: Record<string, { read: Need; change?: Need }> = {
	'/': { read: 'signed in' },
	'/login': { read: 'anyone', change: 'anyone' },
	'/logout': { read: 'signed in', change: 'signed in' },
	'/setup/[token]': { read: 'anyone', change: 'anyone' },
	'/invitation/[token]': { read: 'anyone', change: 'anyone' },
	'/account': { read: 'signed in', change: 'signed in' },
	'/review': { read: 'read' },
	'/review/[week]': { read: 'read', change: 'mark as read' },
	'/review/[week]/present': { read: 'read', change: 'write' },
	'/money': { read: 'read', change: 'mark as read' },
	'/feed': { read: 'read' },
	'/feed/new': { read: 'read' },
	'/voice': { read: 'read', change: 'mark as read' },
	'/voice/comments/[id]': { read: 'read', change: 'unmask' },
	'/voice/coverage': { read: 'read' },
	'/voice/draw': { read: 'read', change: 'unmask' },
	'/voice/draw/ranks': { read: 'read' },
	'/voice/live': { read: 'read' },
	'/voice/more': { read: 'read' },
	'/voice/new': { read: 'read' },
	'/voice/read': { read: 'mark as read', change: 'mark as read' },
	'/voice/words': { read: 'read' },
	'/customers/[key]': { read: 'read' },
	'/voice/themes': { read: 'read', change: 'themes' },
	'/voice/themes/[id]': { read: 'read', change: 'themes' },
	'/data': { read: 'data', change: 'data' },
	'/data/upload': { read: 'data', change: 'data' },
	'/data/templates/[name]': { read: 'data' },
	'/data/imports/[id]': { read: 'data', change: 'data' },
	'/data/imports/[id]/rejects': { read: 'data' },
	'/settings': { read: 'administer', change: 'administer' },
	'/settings/people': { read: 'administer', change: 'administer' },
	'/settings/words': { read: 'administer', change: 'administer' },
	'/settings/erasure': { read: 'administer', change: 'administer' },
	'/settings/audit': { read: 'administer' },
	'/api/v1/figures': { read: 'read' },
	'/api/v1/openapi.json': { read: 'anyone' }
};

/** What a request needs; null: closed to everybody. */
export function needFor(route: string | null, method: string): Need | null {
	const need = route === null ? undefined : needs[route];
	if (!need) return null;
	return ['GET', 'HEAD'].includes(method) ? need.read : (need.change ?? null);
}

export const listedRoutes = Object.keys(needs);
