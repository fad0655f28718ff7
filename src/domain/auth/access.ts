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
	'/new-password/[token]': { read: 'anyone', change: 'anyone' },
	'/account': { read: 'signed in', change: 'signed in' },
	'/review': { read: 'read' },
	'/review/[week]': { read: 'read', change: 'mark as read' },
	'/review/[week]/present': { read: 'read', change: 'write' },
	'/reviews': { read: 'read' },
	'/reviews/[week]': { read: 'read' },
	'/reviews/feed.atom': { read: 'read' },
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
	'/voice/proof': { read: 'read', change: 'read' },
	'/voice/read': { read: 'mark as read', change: 'mark as read' },
	'/voice/words': { read: 'read' },
	'/customers/[key]': { read: 'read', change: 'follow up' },
	'/officer': { read: 'read', change: 'follow up' },
	'/voice/themes': { read: 'read', change: 'themes' },
	'/voice/themes/[id]': { read: 'read', change: 'themes' },
	'/insights': { read: 'read', change: 'mark as read' },
	'/insights/[number]': { read: 'read', change: 'mark as read' },
	'/insights/mentions': { read: 'read', change: 'discuss' },
	'/insights/pin': { read: 'discuss', change: 'discuss' },
	'/bets': { read: 'read', change: 'mark as read' },
	'/bets/new': { read: 'write', change: 'write' },
	'/bets/[number]': { read: 'read', change: 'mark as read' },
	'/bets/[number]/groups.csv': { read: 'read' },
	'/snapshots': { read: 'read', change: 'read' },
	'/alerts': { read: 'read', change: 'read' },
	'/snapshots/new': { read: 'snapshots', change: 'snapshots' },
	'/snapshots/recipients': { read: 'snapshots' },
	'/snapshots/[id]': { read: 'snapshots', change: 'snapshots' },
	'/snapshots/[id]/preview': { read: 'snapshots' },
	'/snapshots/editions/[id]': { read: 'read' },
	'/snapshots/editions/[id]/preview': { read: 'snapshots' },
	'/snapshots/editions/[id]/deliveries': { read: 'snapshots', change: 'snapshots' },
	'/snapshots/editions/[id]/deliveries/[delivery]/eml': { read: 'snapshots' },
	'/snapshots/letters': { read: 'snapshots', change: 'snapshots' },
	'/snapshots/letters/[delivery]/eml': { read: 'snapshots' },
	'/snapshots/shared/[token]': { read: 'anyone' },
	'/unsubscribe/[token]': { read: 'anyone', change: 'anyone' },
	'/data': { read: 'data', change: 'data' },
	'/data/upload': { read: 'data', change: 'data' },
	'/data/templates/[name]': { read: 'data' },
	'/data/imports/[id]': { read: 'data', change: 'data' },
	'/data/imports/[id]/rejects': { read: 'data' },
	'/settings': { read: 'administer', change: 'administer' },
	'/settings/people': { read: 'administer', change: 'administer' },
	'/settings/weeks': { read: 'administer', change: 'administer' },
	'/settings/words': { read: 'administer', change: 'administer' },
	'/settings/erasure': { read: 'administer', change: 'administer' },
	'/settings/audit': { read: 'administer' },
	'/api/v1/bets': { read: 'read' },
	'/api/v1/figures': { read: 'read' },
	'/api/v1/marks': { read: 'read', change: 'mark' },
	'/api/v1/bounces': { read: 'bounces', change: 'bounces' },
	'/api/v1/openapi.json': { read: 'anyone' }
};

/** What a request needs; null: closed to everybody. */
export function needFor(route: string | null, method: string): Need | null {
	const need = route === null ? undefined : needs[route];
	if (!need) return null;
	return ['GET', 'HEAD'].includes(method) ? need.read : (need.change ?? null);
}

export const listedRoutes = Object.keys(needs);
