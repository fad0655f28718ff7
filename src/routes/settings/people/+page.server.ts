import { changePerson, invite, linkForNewPassword, openLinks, people, withdrawLink } from '#domain/auth/server.ts';
import { form } from '#web/form.server.ts';
import { InvitationForm, NewPasswordFor, PersonForm, WithdrawLinkForm } from '#web/settings/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, person, organisation } }) => ({
	me: person!.id,
	links: await openLinks(db, new Date()),
	zone: organisation.timeZone,
	people: (await people(db)).map(({ id, name, email, role, disabledAt }) => ({
		id,
		name,
		email,
		role,
		isClosed: disabledAt !== null
	}))
});

export const actions: Actions = {
	invite: form(InvitationForm, async ({ email, role }, { locals: { db, person }, url }) => {
		const token = await invite(db, { email, role, by: person!, now: new Date() });
		return { link: `${url.origin}/invitation/${token}`, email, lasts: 'a week' };
	}),
	newPassword: form(NewPasswordFor, async ({ email }, { locals: { db, person }, url }) => {
		const token = await linkForNewPassword(db, email, { by: person!, now: new Date() });
		return { link: `${url.origin}/new-password/${token}`, email, lasts: 'a day' };
	}),
	withdraw: form(WithdrawLinkForm, ({ id }, { locals: { db, person } }) => withdrawLink(db, id, person!)),
	change: form(PersonForm, ({ id, role, disabled }, { locals: { db, person } }) =>
		changePerson(db, { id, role, disabled: disabled === 'yes', by: person!, now: new Date() })
	)
};
