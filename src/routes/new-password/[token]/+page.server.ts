import { chooseNewPassword, loadNewPassword } from '#web/new-password.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadNewPassword(event);
export const actions: Actions = { default: chooseNewPassword };
