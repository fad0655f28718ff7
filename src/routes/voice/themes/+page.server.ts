import { loadThemes, themesActions } from '#web/themes.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadThemes(event);

export const actions: Actions = themesActions;
