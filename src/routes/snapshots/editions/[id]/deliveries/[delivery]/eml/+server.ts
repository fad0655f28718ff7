import { emlOf } from '#web/snapshots/edition.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => emlOf(event);
