import type { RequestEvent } from '@sveltejs/kit';
import { Refusal } from '#domain/refusal.ts';
import { sealEndedDays, verifyVoice } from '#domain/voice/server.ts';
import { verdictText } from '#domain/voice/keeping/verdict.ts';

let underWay = false;

/** Proves that every word is there. It reads them all, so one proof at a time. */
export async function proof({ locals: { db, organisation } }: Pick<RequestEvent, 'locals'>) {
	if (underWay) throw new Refusal('conflict', 'A proof is under way. Try again in a minute.');
	underWay = true;
	try {
		const when = { zone: organisation.timeZone, now: new Date() };
		await sealEndedDays(db, when);
		const verdict = await verifyVoice(db, when);
		return { proof: { holds: verdict.holds, text: verdictText(verdict), last: verdict.last } };
	} finally {
		underWay = false;
	}
}
