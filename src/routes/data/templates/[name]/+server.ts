import { sendTemplate } from '#web/data/downloads.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => sendTemplate(event);
