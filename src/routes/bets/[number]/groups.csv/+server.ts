import { sendGroups } from '#web/bets/api.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => sendGroups(event);
