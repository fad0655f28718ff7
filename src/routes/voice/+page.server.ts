import { readingActions } from '#web/reading.server.ts';
import { loadVoice } from '#web/voice/voice.server.ts';
import { markOne } from '#web/voice/read.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadVoice(event);

export const actions: Actions = { read: markOne, unmask: readingActions.unmask };
