/** What somebody may do. Whoever may do more than read may also read. */
export type Permission =
	| 'read'
	| 'mark as read'
	| 'discuss'
	| 'follow up'
	| 'unmask'
	| 'download comments'
	| 'write'
	| 'mark'
	| 'themes'
	| 'draw'
	| 'data'
	| 'snapshots'
	| 'bounces'
	| 'administer';

export const roles = ['executive', 'cco', 'analyst', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
	executive: 'Executive',
	cco: 'Chief customer officer',
	analyst: 'Analyst',
	administrator: 'Administrator'
};

/** The one table of what a role may do. */
const permissionsOf: Record<Role, readonly Permission[]> = {
	executive: ['read', 'mark as read', 'discuss', 'follow up'],
	cco: [
		'read',
		'mark as read',
		'discuss',
		'follow up',
		'unmask',
		'download comments',
		'write',
		'mark',
		'themes',
		'draw',
		'snapshots',
		'bounces'
	],
	analyst: ['read', 'mark as read', 'discuss', 'download comments', 'themes', 'draw', 'data'],
	administrator: [
		'read',
		'mark as read',
		'discuss',
		'follow up',
		'unmask',
		'download comments',
		'write',
		'mark',
		'themes',
		'draw',
		'data',
		'snapshots',
		'bounces',
		'administer'
	]
};

/** What a token can be made for: reading, putting marks on charts, and telling that a mail came back. */
export type TokenScope = Extract<Permission, 'read' | 'mark' | 'bounces'>;

type Actor = { role: Role; token?: { only: readonly Permission[] } };

export const can = ({ role, token }: Actor, permission: Permission): boolean =>
	permissionsOf[role].includes(permission) && (!token || token.only.includes(permission));
