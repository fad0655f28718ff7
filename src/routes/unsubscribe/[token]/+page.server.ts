import { loadUnsubscribe, unsubscribe } from '#web/unsubscribe.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadUnsubscribe(event);
export const actions: Actions = { default: unsubscribe };
