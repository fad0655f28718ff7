import { loadBets } from '#web/bets/bets.server.ts';
import { readingActions } from '#web/reading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadBets(event);

export const actions: Actions = readingActions;
