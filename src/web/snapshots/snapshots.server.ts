import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { can } from '#domain/auth/roles.ts';
import {
	countTroubled,
	editions,
	recipientsOf,
	saveSchedule,
	schedules,
	subscribeOneself,
	subscriptionsOf
} from '#domain/snapshots/server.ts';
import { settingsFrom as environment } from '#platform/settings.ts';
import { slicesOfCustomers } from '#domain/money/server.ts';
import { sliceChoices } from '#domain/scope/slice-choices.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import { seriesName } from '#domain/surveys/series.ts';
import { form } from '../form.server.ts';
import { fieldsOf, firstSchedule, ScheduleForm, settingsFrom, SubscriptionForm } from './forms.ts';
import { troubledSince } from './trouble.server.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

const editionsShown = 30;

/** Everything about snapshots by mail that concerns whoever asks: what goes out, what went out, and what they get. */
export async function loadSnapshots({ locals: { db, person, organisation }, url }: Event) {
	const now = new Date();
	const mayWrite = can(person!, 'snapshots');
	const before = Number(url.searchParams.get('before')) || null;
	const [listed, sent, mine, troubled] = await Promise.all([
		schedules(db, now),
		editions(db, { scheduleId: null, before, limit: editionsShown + 1 }),
		subscriptionsOf(db, person!.id),
		mayWrite ? countTroubled(db, troubledSince(now)) : 0
	]);
	return {
		schedules: listed,
		editions: sent.slice(0, editionsShown),
		older: sent.length > editionsShown ? sent[editionsShown - 1].id : null,
		mine,
		troubled,
		mayWrite,
		zone: organisation.timeZone,
		hasServer: environment(process.env).mail.server !== null
	};
}

export const snapshotsActions = {
	subscribe: form(SubscriptionForm, ({ recipient, wanted }, { locals: { db, person } }: RequestEvent) =>
		subscribeOneself(db, { id: recipient, wanted: wanted === 'yes' }, { by: person!, now: new Date() })
	)
};

/** What a schedule's form offers: zones, slices of customers, surveys. */
export async function choicesFor({ locals: { db } }: Pick<RequestEvent, 'locals'>) {
	const everybody = { week: '', segment: null, region: null, plan: null, survey: null };
	const [customers, found] = await Promise.all([slicesOfCustomers(db), seriesInScope(db, everybody)]);
	return {
		zones: Intl.supportedValuesOf('timeZone'),
		...sliceChoices(customers),
		survey: (found?.all ?? []).map((series) => ({ value: series.id, name: seriesName(series) }))
	};
}

export type Choices = Awaited<ReturnType<typeof choicesFor>>;

export async function loadNewSchedule(event: Event) {
	return {
		fields: fieldsOf(firstSchedule(event.locals.organisation.timeZone)),
		choices: await choicesFor(event)
	};
}

export const newScheduleActions = {
	save: form(ScheduleForm, async (written, { locals: { db, person } }: RequestEvent) =>
		redirect(303, `/snapshots/${await saveSchedule(db, settingsFrom(written), { by: person!, now: new Date() })}`)
	)
};

/** Who gets what, an address a line. More are not listed at once: a search finds them. */
const addressesShown = 200;

export async function loadRecipients({ locals: { db }, url }: Event) {
	const sought = (url.searchParams.get('q') ?? '').trim().toLowerCase();
	const all = await schedules(db, new Date());
	const found = await Promise.all(
		all.map(async ({ id, name }) =>
			(await recipientsOf(db, id)).map((recipient) => ({ ...recipient, schedule: { id, name } }))
		)
	);
	const byAddress = Map.groupBy(found.flat(), ({ address }) => address.toLowerCase());
	const matching = [...byAddress.values()].filter(
		([{ address, person }]) => sought === '' || `${address} ${person?.name ?? ''}`.toLowerCase().includes(sought)
	);
	return {
		sought,
		count: matching.length,
		people: matching
			.sort(([a], [b]) => (a.address < b.address ? -1 : 1))
			.slice(0, addressesShown)
			.map((subscriptions) => ({
				address: subscriptions[0].address,
				name: subscriptions[0].person?.name ?? null,
				gets: subscriptions.map(({ schedule, state }) => ({ ...schedule, state }))
			}))
	};
}
