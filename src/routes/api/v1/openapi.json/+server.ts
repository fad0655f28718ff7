import { json } from '@sveltejs/kit';
import { openApi } from '#web/openapi.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) => json(openApi(url.origin));
