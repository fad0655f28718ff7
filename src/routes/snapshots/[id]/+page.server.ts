import { loadSchedule, scheduleActions } from '#web/snapshots/schedule.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadSchedule(event);

export const actions: Actions = scheduleActions;
