import { previewOfSchedule } from '#web/snapshots/preview.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => previewOfSchedule(event);
