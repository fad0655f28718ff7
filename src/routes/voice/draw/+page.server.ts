import { loadDraw } from '#web/voice/voice.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadDraw(event);
