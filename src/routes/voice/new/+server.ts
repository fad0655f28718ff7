import { json } from '@sveltejs/kit';
import { loadArrived } from '#web/voice/voice.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => json(await loadArrived(event));
