import { takeReceipts } from '#web/voice/read.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => takeReceipts(event);
