import * as v from 'valibot';
import { roles } from '#domain/auth/roles.ts';
import { isProblem, minorUnitExponent } from '#domain/imports/files/values.ts';
import { isDay } from '#domain/scope/calendar.ts';
import { isTimeZone } from '#domain/scope/organisation.ts';
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
