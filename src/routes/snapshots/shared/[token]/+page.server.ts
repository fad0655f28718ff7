import { loadShared } from '#web/snapshots/edition.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadShared(event);
