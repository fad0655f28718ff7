import { readingActions } from '#web/reading.server.ts';
import { loadComment } from '#web/voice/voice.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadComment(event);

export const actions: Actions = { unmask: readingActions.unmask };
