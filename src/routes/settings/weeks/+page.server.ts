import { settleWeeks } from '#domain/reviews/server.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { form } from '#web/form.server.ts';
import { WeeksForm } from '#web/settings/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { organisation } }) => ({
	zone: organisation.timeZone,
	closing: organisation.closing,
	fiscalYearStartsIn: organisation.fiscalYearStartsIn,
	today: dayIn(new Date(), organisation.timeZone)
});

export const actions: Actions = {
	default: form(WeeksForm, async ({ fiscalYearStartsIn, ...closing }, { locals: { db, person } }) => {
		await settleWeeks(db, { closing, fiscalYearStartsIn }, { by: person! });
		return { saved: true };
	})
};
