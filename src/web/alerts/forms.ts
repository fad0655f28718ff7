import * as v from 'valibot';
import { alertKinds } from '#domain/alerts/alert.ts';
import type { AlertKind } from '#domain/alerts/alert.ts';
import type { Wish } from '#domain/alerts/wish.ts';
import { Refusal } from '#domain/refusal.ts';
import { isTimeZone } from '#domain/scope/organisation.ts';

const kindField = <Kind extends AlertKind>(kind: Kind) => `kind_${kind}` as const;

const ticked = v.optional(v.literal('yes'));
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const timeOrNone = v.optional(
	v.pipe(
		v.string(),
		v.trim(),
		v.check((text) => text === '' || clock.test(text), 'Write the time as 07:30.')
	),
	''
);
const amountOrNone = v.optional(
	v.pipe(v.string(), v.trim(), v.regex(/^\d{0,12}$/, 'Write a whole amount, such as 50000.')),
	''
);

/** What somebody wants to be told, as it is written: one form, whatever is chosen; what belongs to another choice is passed over. */
export const WishForm = v.object({
	[kindField('figure')]: ticked,
	[kindField('detractor')]: ticked,
	[kindField('escalation')]: ticked,
	worth: v.picklist(['percent', 'amount'], 'Choose whom you call valuable.'),
	topPercent: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|100)?$/, 'Write a number from 1 to 100.')), ''),
	amount: amountOrNone,
	pace: v.picklist(['at once', 'daily'], 'Choose when you are told.'),
	dailyAt: timeOrNone,
	zone: v.pipe(v.string(), v.trim(), v.check(isTimeZone, 'Give an IANA name, such as Europe/Berlin.')),
	quietFrom: timeOrNone,
	quietTo: timeOrNone
});

type Written = v.InferOutput<typeof WishForm>;

/** `minorUnits`: how many decimals the reporting currency has. */
export function wishFrom(written: Written, minorUnits: number): Wish {
	const { pace, dailyAt, zone, quietFrom: from, quietTo: to } = written;
	if (pace === 'daily' && dailyAt === '') throw new Refusal('invalid', 'Say at what time of the day.');
	if ((from === '') !== (to === ''))
		throw new Refusal('invalid', 'Quiet hours need a beginning and an end, or neither.');
	return {
		kinds: alertKinds.filter((kind) => written[kindField(kind)] === 'yes'),
		worth: worthFrom(written, minorUnits),
		dailyAt: pace === 'daily' ? dailyAt : null,
		zone,
		quiet: from === '' ? null : { from, to }
	};
}

function worthFrom({ worth, topPercent, amount }: Written, minorUnits: number): Wish['worth'] {
	if (worth === 'percent') {
		if (topPercent === '') throw new Refusal('invalid', 'Say of how many in a hundred.');
		return { topPercent: Number(topPercent) };
	}
	if (amount === '') throw new Refusal('invalid', 'Say from which yearly revenue on.');
	return { perYearMinor: Number(amount) * 10 ** minorUnits };
}

/** A wish as the form's fields hold it. */
export function fieldsOf({ kinds, worth, dailyAt, zone, quiet }: Wish, minorUnits: number): Record<string, string> {
	const percent = 'topPercent' in worth;
	return {
		...Object.fromEntries(kinds.map((kind) => [kindField(kind), 'yes'])),
		worth: percent ? 'percent' : 'amount',
		topPercent: percent ? String(worth.topPercent) : '10',
		amount: percent ? '' : String(Math.round(worth.perYearMinor / 10 ** minorUnits)),
		pace: dailyAt === null ? 'at once' : 'daily',
		dailyAt: dailyAt ?? '08:00',
		zone,
		quietFrom: quiet?.from ?? '',
		quietTo: quiet?.to ?? ''
	};
}
