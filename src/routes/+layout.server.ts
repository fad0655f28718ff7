import { menuFor } from '#web/menu.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { person, organisation } }) => ({
	person: person && { name: person.name, role: person.role },
	menu: person ? menuFor(person) : [],
	organisation: { name: organisation.name, isDemo: organisation.demoSince !== null }
});
