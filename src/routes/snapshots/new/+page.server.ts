import { loadNewSchedule, newScheduleActions } from '#web/snapshots/snapshots.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadNewSchedule(event);

export const actions: Actions = newScheduleActions;
