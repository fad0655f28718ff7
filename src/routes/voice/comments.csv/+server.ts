import { commentsFile } from '#web/voice/comments-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => commentsFile(event);
