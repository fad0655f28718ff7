import { redirectToLatest } from '#web/review.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => redirectToLatest(event);
