import { answering } from '#web/answering.ts';
import { loadTheme, themeActions } from '#web/themes.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => answering(loadTheme)(event);

export const actions: Actions = themeActions;
