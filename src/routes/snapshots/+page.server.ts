import { loadSnapshots, snapshotsActions } from '#web/snapshots/snapshots.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadSnapshots(event);

export const actions: Actions = snapshotsActions;
