import { loadDeliveries, deliveriesActions } from '#web/snapshots/edition.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadDeliveries(event);

export const actions: Actions = deliveriesActions;
