import type { RequestEvent } from '@sveltejs/kit';
import { can } from '#domain/auth/roles.ts';
import { followUps } from '#domain/officer/server.ts';

/** Everything the Officer page shows: one's own follow-ups, or everybody's. */
export async function loadOfficer({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const { db, organisation } = locals;
	const person = locals.person!;
	const mine = url.searchParams.get('whose') === 'mine';
	return {
		...(await followUps(db, { ownerId: mine ? person.id : null, zone: organisation.timeZone, now: new Date() })),
		mine,
		mayEnd: can(person, 'follow up'),
		currency: organisation.reportingCurrency
	};
}
