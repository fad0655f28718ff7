import { json } from '@sveltejs/kit';
import { asJson } from '#web/answering.ts';
import { betsFor } from '#web/bets/api.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = asJson(async (event) => json(await betsFor(event)));
