import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	addRecipients,
	doNotSkip,
	editions,
	nextRun,
	ownSchedule,
	pauseSchedule,
	recipientsOf,
	removeRecipient,
	removeSchedule,
	resumeRecipient,
	resumeSchedule,
	saveSchedule,
	scheduleOf,
	sendNow,
	sendTest,
	setZone,
	skipOnce
} from '#domain/snapshots/server.ts';
import { domainOf } from '#platform/mail/server-address.ts';
import { settingsFrom as environment } from '#platform/settings.ts';
import { form } from '../form.server.ts';
import { fieldsOf, RecipientForm, RecipientsForm, ScheduleForm, settingsFrom, ZoneForm } from './forms.ts';
import { choicesFor } from './snapshots.server.ts';

type Event = RequestEvent<{ id: string }>;

export const idOf = ({ params }: { params: { id: string } }): number =>
	/^\d{1,9}$/.test(params.id) ? Number(params.id) : 0;

/** The schedule in the address; one that was removed is none. */
export async function scheduleHere(event: Pick<Event, 'locals' | 'params'>) {
	const schedule = await scheduleOf(event.locals.db, idOf(event));
	if (!schedule || schedule.removedAt) error(404, 'There is no such schedule.');
	return schedule;
}

const recipientsShown = 200;
const editionsShown = 10;

export async function loadSchedule(event: Pick<Event, 'locals' | 'params' | 'url'>) {
	const { db, person } = event.locals;
	const schedule = await scheduleHere(event);
	const [next, recipients, sent, choices] = await Promise.all([
		nextRun(db, schedule, new Date()),
		recipientsOf(db, schedule.id),
		editions(db, { scheduleId: schedule.id, before: null, limit: editionsShown }),
		choicesFor(event)
	]);
	const sought = (event.url.searchParams.get('q') ?? '').trim().toLowerCase();
	const found = recipients.filter(({ address, person: account }) =>
		`${address} ${account?.name ?? ''}`.toLowerCase().includes(sought)
	);
	return {
		schedule,
		next,
		fields: fieldsOf(schedule),
		choices,
		recipients: found.slice(0, recipientsShown),
		counts: { all: recipients.length, found: found.length },
		sought,
		editions: sent,
		isMine: schedule.owner.id === person!.id
	};
}

const Nothing = v.object({});
const by = ({ locals: { person } }: Event) => ({ by: person!, now: new Date() });
type By = ReturnType<typeof by>;

/** Does something to the schedule in the address. */
const does = (act: (db: App.Locals['db'], id: number, by: By) => Promise<unknown>) =>
	form(Nothing, async (_, event: Event) => {
		await act(event.locals.db, idOf(event), by(event));
		return { done: true as const };
	});

/** Does something to one of its recipients. */
const doesToRecipient = (act: (db: App.Locals['db'], id: number, by: By) => Promise<unknown>) =>
	form(RecipientForm, async ({ recipient }, event: Event) => {
		await act(event.locals.db, recipient, by(event));
		return { done: true as const };
	});

const making = (event: Event) => ({ ...by(event), host: domainOf(environment(process.env).mail.from) });

export const scheduleActions = {
	save: form(ScheduleForm, async (written, event: Event) => {
		await saveSchedule(event.locals.db, settingsFrom(written), { id: idOf(event), ...by(event) });
		return { done: true as const };
	}),
	pause: does(pauseSchedule),
	resume: does(resumeSchedule),
	skip: does(skipOnce),
	unskip: does(doNotSkip),
	own: does(ownSchedule),
	remove: form(Nothing, async (_, event: Event) => {
		await removeSchedule(event.locals.db, idOf(event), by(event));
		redirect(303, '/snapshots');
	}),
	send: form(Nothing, async (_, event: Event) =>
		redirect(303, `/snapshots/editions/${await sendNow(event.locals.db, idOf(event), making(event))}/deliveries`)
	),
	test: form(Nothing, async (_, event: Event) =>
		redirect(303, `/snapshots/editions/${await sendTest(event.locals.db, idOf(event), making(event))}/deliveries`)
	),
	add: form(RecipientsForm, async ({ addresses }, event: Event) => ({
		added: await addRecipients(event.locals.db, idOf(event), addresses, by(event))
	})),
	takeOff: doesToRecipient(removeRecipient),
	takeUp: doesToRecipient(resumeRecipient),
	zone: form(ZoneForm, async ({ recipient, zone }, event: Event) => {
		await setZone(event.locals.db, recipient, zone, by(event));
		return { done: true as const };
	})
};
