import { unseenMentions } from '#domain/insights/server.ts';
import { menuFor } from '#web/menu.ts';
import { troublesFor } from '#web/snapshots/trouble.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ url, locals: { db, person, organisation } }) => {
	// Read so that all this is asked anew at every address: the count of mentions is that of now.
	void url.pathname;
	return {
		person: person && { name: person.name, role: person.role },
		menu: person ? menuFor(person, await troublesFor(db, person)) : [],
		mentions: person ? await unseenMentions(db, person.id) : 0,
		organisation: { name: organisation.name, isDemo: organisation.demoSince !== null }
	};
};
