import { json } from '@sveltejs/kit';
import { asJson } from '#web/answering.ts';
import { marksFor, takeMark } from '#web/marks/api.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = asJson(async (event) => json(await marksFor(event)));

export const POST: RequestHandler = asJson(async (event) => {
	const { isNew, ...taken } = await takeMark(event);
	return json(taken, { status: isNew ? 201 : 200 });
});
