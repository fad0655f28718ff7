import { liveLine } from '#web/voice/live.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => liveLine();
