/** What somebody may do. Whoever may do more than read may also read. */
export type Permission =
	'read' | 'mark as read' | 'follow up' | 'unmask' | 'write' | 'themes' | 'data' | 'snapshots' | 'administer';

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
	executive: ['read', 'mark as read', 'follow up'],
	cco: ['read', 'mark as read', 'follow up', 'unmask', 'write', 'themes', 'snapshots'],
	analyst: ['read', 'mark as read', 'themes', 'data'],
	administrator: ['read', 'mark as read', 'follow up', 'unmask', 'write', 'themes', 'data', 'snapshots', 'administer']
};

export const can = (person: { role: Role }, permission: Permission): boolean =>
	permissionsOf[person.role].includes(permission);
