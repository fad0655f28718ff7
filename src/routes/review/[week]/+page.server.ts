import { readingActions } from '#web/reading.server.ts';
import { reviewActions } from '#web/review/actions.server.ts';
import { loadReview } from '#web/review.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadReview(event);

export const actions: Actions = { ...reviewActions, ...readingActions };
