import { loadRecipients } from '#web/snapshots/snapshots.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadRecipients(event);
