import { loadMentions, mentionActions } from '#web/insights/mentions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadMentions(event);

export const actions: Actions = mentionActions;
