import { letterEml } from '#web/snapshots/letters.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => letterEml(event);
