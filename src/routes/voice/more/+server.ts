import { json } from '@sveltejs/kit';
import { loadMore } from '#web/voice/voice.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => json(await loadMore(event));
