import { insightsActions } from '#web/insights/actions.server.ts';
import { loadInsights } from '#web/insights/insights.server.ts';
import { readingActions } from '#web/reading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadInsights(event);

export const actions: Actions = { ...insightsActions, ...readingActions };
