import { upload } from '#web/data/upload.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => upload(event);
