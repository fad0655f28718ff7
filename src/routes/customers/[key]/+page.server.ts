import { loadCustomer } from '#web/customer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadCustomer(event);
