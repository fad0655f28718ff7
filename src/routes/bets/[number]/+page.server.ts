import { betActions } from '#web/bets/actions.server.ts';
import { loadBet } from '#web/bets/bets.server.ts';
import { readingActions } from '#web/reading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadBet(event);

export const actions: Actions = { ...betActions, ...readingActions };
