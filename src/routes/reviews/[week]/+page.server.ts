import { loadMinutes } from '#web/review/archive.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadMinutes(event);
