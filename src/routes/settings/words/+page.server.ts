import { addStaffName, allActs, removeStaffName, staffNames } from '#domain/voice/server.ts';
import { NothingForm } from '#web/data/forms.ts';
import { form } from '#web/form.server.ts';
import { RemoveNameForm, StaffNameForm } from '#web/settings/forms.ts';
import { proof } from '#web/settings/proof.server.ts';
import type { Actions, PageServerLoad } from './$types';

const actsShown = 50;

export const load: PageServerLoad = async ({ locals: { db, organisation } }) => ({
	names: await staffNames(db),
	acts: await allActs(db, actsShown),
	zone: organisation.timeZone
});

export const actions: Actions = {
	verify: form(NothingForm, (_, event) => proof(event)),
	add: form(StaffNameForm, ({ name }, { locals: { db, person } }) =>
		addStaffName(db, name, { by: person!, now: new Date() })
	),
	remove: form(RemoveNameForm, ({ id }, { locals: { db, person } }) => removeStaffName(db, id, { by: person! }))
};
