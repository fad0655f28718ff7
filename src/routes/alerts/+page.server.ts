import { alertsActions, loadAlerts } from '#web/alerts/alerts.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadAlerts(event);

export const actions: Actions = alertsActions;
