import { json } from '@sveltejs/kit';
import { loadFeedArrived } from '#web/feed.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => json(await loadFeedArrived(event));
