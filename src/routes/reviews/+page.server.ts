import { loadArchive } from '#web/review/archive.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadArchive(event);
