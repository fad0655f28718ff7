import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { accountIdFrom } from '#domain/customers/account.ts';
import { endFollowUp, followUp, noteConversation } from '#domain/officer/server.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { form } from '../form.server.ts';
import { ConversationForm, EndFollowUpForm, FollowUpForm } from './forms.ts';

type CustomerEvent = RequestEvent<{ key: string }>;

function customerOf({ params }: CustomerEvent): number {
	const id = accountIdFrom(params.key);
	if (id === null) error(404, 'There is no such customer.');
	return id;
}

const by = ({ locals }: RequestEvent) => ({ by: locals.person!, now: new Date() });

export const endAction = form(EndFollowUpForm, (ended, event: RequestEvent) =>
	endFollowUp(event.locals.db, ended, by(event))
);

export const customerActions = {
	followUp: form(FollowUpForm, (one, event: CustomerEvent) =>
		followUp(event.locals.db, { ...one, customerId: customerOf(event) }, by(event))
	),
	end: endAction,
	spoke: form(ConversationForm, (one, event: CustomerEvent) => {
		const { now, ...who } = by(event);
		const today = dayIn(now, event.locals.organisation.timeZone);
		return noteConversation(event.locals.db, { ...one, customerId: customerOf(event) }, { ...who, now, today });
	})
};
