import { lettersActions, loadLetters } from '#web/snapshots/letters.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadLetters(event);

export const actions = lettersActions;
