import { allActs } from '#domain/voice/server.ts';
import { NothingForm } from '#web/data/forms.ts';
import { form } from '#web/form.server.ts';
import { proof } from '#web/settings/proof.server.ts';
import type { Actions, PageServerLoad } from './$types';

const actsShown = 50;

export const load: PageServerLoad = async ({ locals: { db, organisation } }) => ({
	acts: await allActs(db, actsShown),
	zone: organisation.timeZone
});

export const actions: Actions = { verify: form(NothingForm, (_, event) => proof(event)) };
