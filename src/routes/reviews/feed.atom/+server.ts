import { feedFile } from '#web/review/archive.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => feedFile(event);
