import { menuFor } from '#web/menu.ts';
import { troublesFor } from '#web/snapshots/trouble.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { db, person, organisation } }) => ({
	person: person && { name: person.name, role: person.role },
	menu: person ? menuFor(person, await troublesFor(db, person)) : [],
	organisation: { name: organisation.name, isDemo: organisation.demoSince !== null }
});
