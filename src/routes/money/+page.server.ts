import { readingActions } from '#web/reading.server.ts';
import { loadMoney, moneyActions } from '#web/money.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadMoney(event);

export const actions: Actions = { ...readingActions, ...moneyActions };
