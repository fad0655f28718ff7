import * as v from 'valibot';
import { roles } from '#domain/auth/roles.ts';
import { isProblem, minorUnitExponent } from '#domain/imports/files/values.ts';
import { isDay } from '#domain/scope/calendar.ts';
import { isTimeZone } from '#domain/scope/organisation.ts';
import type { PersonSought } from '#domain/voice/keeping/person-sought.ts';
import { numberId } from '../ids.ts';

const currency = v.pipe(
	v.string(),
	v.trim(),
	v.toUpperCase(),
	v.check((code) => !isProblem(minorUnitExponent(code)), 'Give three letters by ISO 4217, such as EUR.')
);

export const OrganisationForm = v.object({
	name: v.pipe(v.string(), v.trim(), v.nonEmpty('Give it a name.'), v.maxLength(120)),
	timeZone: v.pipe(v.string(), v.trim(), v.check(isTimeZone, 'Give an IANA name, such as Europe/Berlin.')),
	reportingCurrency: currency,
	/** As percent of revenue, as one writes it; a share of one from here on. */
	margin: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^(\d{1,3}([.,]\d{1,2})?)?$/, 'Write it in percent, as 42 or 42.5.'),
		v.transform((text) => (text === '' ? null : Number(text.replace(',', '.')) / 100)),
		v.check((share) => share === null || (share > 0 && share <= 1), 'A margin is more than 0 and at most 100 percent.')
	)
});

/** When a week closes by itself, and with which month the fiscal year starts. */
export const WeeksForm = v.object({
	weekday: v.pipe(v.string(), v.regex(/^[1-7]$/, 'Choose a day of the week.'), v.transform(Number)),
	at: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 18:00.')),
	fiscalYearStartsIn: v.pipe(v.string(), v.regex(/^([1-9]|1[0-2])$/, 'Choose a month.'), v.transform(Number))
});

export const RateForm = v.object({
	currency,
	fromDay: v.pipe(v.string(), v.check(isDay, 'Write the day as 2026-03-05.')),
	reportingPerUnit: v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,10})?$/, 'Write the rate as 1.0842.')
	)
});

export const InvitationForm = v.object({
	email: v.pipe(v.string(), v.trim(), v.email('Write their e-mail address.'), v.maxLength(254)),
	role: v.picklist(roles, 'Choose a role.')
});

export const PersonForm = v.object({
	id: numberId,
	role: v.picklist(roles, 'Choose a role.'),
	disabled: v.optional(v.literal('yes'))
});

export const NewPasswordFor = v.object({ email: v.pipe(v.string(), v.trim(), v.email('Whose?'), v.maxLength(254)) });

export const WithdrawLinkForm = v.object({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'This is not a link.')) });

export const StaffNameForm = v.object({
	name: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(2, 'Write the name as customers write it, two letters at least.'),
		v.maxLength(80)
	)
});

export const RemoveNameForm = v.object({ id: numberId });

const text = v.pipe(v.string(), v.trim(), v.maxLength(254));

/** Whom to erase: an e-mail address, or a customer with or without one of their contacts. */
export const SoughtForm = v.object({ _email: text, _customer: text, _contact: text });

/** Beside these come the texts that stay, each under a name of its own: see `leftIn`. */
export const ErasureForm = v.looseObject({
	...SoughtForm.entries,
	reason: v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('Say why, without saying who: it is kept for ever.'),
		v.maxLength(300)
	),
	sure: v.pipe(v.optional(v.string(), ''), v.literal('yes', 'Tick the box: this cannot be undone.'))
});

/** Texts of ours that somebody looked at and leaves, since they are about somebody else; secrets, as they may name people. */
export const leftIn = (typed: Record<string, unknown>): string[] =>
	Object.entries(typed).flatMap(([name, value]) =>
		name.startsWith('_leave_') && typeof value === 'string' ? [value] : []
	);

/** What was typed, as a person to look for; null: nothing that could find one. */
export function soughtFrom({
	_email,
	_customer,
	_contact
}: Pick<v.InferOutput<typeof SoughtForm>, '_email' | '_customer' | '_contact'>): PersonSought | null {
	if (_email !== '') return { by: 'e-mail', email: _email };
	if (_customer === '') return null;
	return _contact === ''
		? { by: 'customer', customerKey: _customer }
		: { by: 'contact', customerKey: _customer, contactKey: _contact };
}
