import { readingActions } from '#web/reading.server.ts';
import { loadDraw } from '#web/voice/voice.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadDraw(event);

export const actions: Actions = { unmask: readingActions.unmask };
