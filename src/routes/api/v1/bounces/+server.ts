import { json } from '@sveltejs/kit';
import { asJson } from '#web/answering.ts';
import { takeBounce } from '#web/bounces.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = asJson(async (event) => json(await takeBounce(event)));
