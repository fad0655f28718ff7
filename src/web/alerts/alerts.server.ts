import type { RequestEvent } from '@sveltejs/kit';
import { alertsFor, hasComeBack, saveWish, wishOf } from '#domain/alerts/server.ts';
import { toldOf } from '#domain/alerts/told.ts';
import { tellingText } from '#domain/alerts/view/telling-text.ts';
import { firstWish } from '#domain/alerts/wish.ts';
import { settingsFrom } from '#platform/settings.ts';
import { minorUnitsOf } from '#ui/format/currency.ts';
import { form } from '../form.server.ts';
import { fieldsOf, WishForm, wishFrom } from './forms.ts';

const shownAtOnce = 30;

const unitsIn = ({ organisation }: App.Locals) => minorUnitsOf(organisation.reportingCurrency) ?? 2;

/** What somebody is told between reviews, and all that was raised, told to them or not. */
export async function loadAlerts({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const { db, person, organisation } = locals;
	const before = Number(url.searchParams.get('before')) || null;
	const wish = await wishOf(db, person!.id);
	const [{ alerts, look }, isPaused] = await Promise.all([
		alertsFor(db, organisation, { personId: person!.id, before, limit: shownAtOnce + 1 }),
		wish ? hasComeBack(db, person!.id, wish.changedAt) : false
	]);
	const shown = alerts.slice(0, shownAtOnce);
	// Whoever has chosen reads by their own clock.
	const zone = wish?.zone ?? organisation.timeZone;
	return {
		fields: fieldsOf(wish ?? firstWish(organisation.timeZone), unitsIn(locals)),
		isOn: (wish?.kinds.length ?? 0) > 0,
		isPaused,
		alerts: shown.map((alert) => ({
			id: alert.id,
			raisedAt: alert.raisedAt,
			told: toldOf(alert, organisation.timeZone),
			telling: tellingText(alert.telling, zone)
		})),
		older: alerts.length > shownAtOnce ? shown[shownAtOnce - 1].id : null,
		look,
		zone,
		currency: organisation.reportingCurrency,
		zones: Intl.supportedValuesOf('timeZone'),
		address: person!.email,
		hasServer: settingsFrom(process.env).mail.server !== null
	};
}

export type LoadedAlerts = Awaited<ReturnType<typeof loadAlerts>>;

export const alertsActions = {
	save: form(WishForm, async (written, { locals }: RequestEvent) => {
		const wish = wishFrom(written, unitsIn(locals));
		await saveWish(locals.db, wish, { by: locals.person!, now: new Date() });
		return { done: wish.kinds.length > 0 ? 'Kept: this is what you are told.' : 'Kept: you are told nothing.' };
	})
};
