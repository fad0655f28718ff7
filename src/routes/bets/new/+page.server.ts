import { newBetActions } from '#web/bets/actions.server.ts';
import { loadNewBet } from '#web/bets/bets.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadNewBet(event);

export const actions: Actions = newBetActions;
