import { endAction } from '#web/officer/actions.server.ts';
import { loadOfficer } from '#web/officer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadOfficer(event);

export const actions: Actions = { end: endAction };
