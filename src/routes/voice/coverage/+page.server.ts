import { loadCoverage } from '#web/voice/voice.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadCoverage(event);
