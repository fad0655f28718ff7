import { sendRejects } from '#web/data/downloads.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => sendRejects(event);
