import { settleOrganisation, settleRate } from '#domain/imports/server.ts';
import { exchangeRates } from '#domain/scope/server.ts';
import { revalue } from '#web/beside-work.server.ts';
import { form } from '#web/form.server.ts';
import { OrganisationForm, RateForm } from '#web/settings/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const now = () => new Date();

export const load: PageServerLoad = async ({ locals: { db, organisation } }) => ({
	settings: {
		name: organisation.name,
		timeZone: organisation.timeZone,
		reportingCurrency: organisation.reportingCurrency,
		margin: organisation.margin
	},
	isDemo: organisation.demoSince !== null,
	rates: await exchangeRates(db)
});

export const actions: Actions = {
	organisation: form(OrganisationForm, async (settled, { locals: { db, person } }) => {
		await settleOrganisation(db, settled, { by: person!, now });
		void revalue();
		return { saved: 'The organisation' };
	}),
	rate: form(RateForm, async (rate, { locals: { db, person } }) => {
		await settleRate(db, rate, { by: person!, now });
		void revalue();
		return { saved: 'The rate' };
	})
};
