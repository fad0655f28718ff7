import { loadCustomer } from '#web/customer.server.ts';
import { customerMarkActions } from '#web/customer/marks.server.ts';
import { customerActions } from '#web/officer/actions.server.ts';
import { readingActions } from '#web/reading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadCustomer(event);

export const actions: Actions = { ...customerActions, ...customerMarkActions, unmask: readingActions.unmask };
