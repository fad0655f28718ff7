import { loadPin, pinActions } from '#web/insights/pin.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadPin(event);

export const actions: Actions = pinActions;
