import { reviewActions } from '#web/review/actions.server.ts';
import { loadPresent } from '#web/review/present.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadPresent(event);

const { decide, answer, end, close } = reviewActions;
export const actions: Actions = { decide, answer, end, close };
