import { insightActions } from '#web/insights/actions.server.ts';
import { loadInsight } from '#web/insights/insights.server.ts';
import { readingActions } from '#web/reading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadInsight(event);

export const actions: Actions = { ...insightActions, ...readingActions };
