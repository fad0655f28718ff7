import { ranksFile } from '#web/voice/voice.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => ranksFile(event);
