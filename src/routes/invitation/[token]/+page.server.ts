import { join, loadJoin } from '#web/join.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadJoin(event);
export const actions: Actions = { default: join };
