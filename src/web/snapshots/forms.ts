import * as v from 'valibot';
import { Refusal } from '#domain/refusal.ts';
import { isTimeZone } from '#domain/scope/organisation.ts';
import { commentRules, sectionNames } from '#domain/snapshots/content/content.ts';
import type { DayOfMonth, Rule } from '#domain/snapshots/rule.ts';
import type { ScheduleSettings } from '#domain/snapshots/schedule.ts';
import { numberId } from '../ids.ts';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const everies = ['week', 'month', 'quarter', 'review closed'] as const;

const chosen = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(120)), '');
const ticked = v.optional(v.literal('yes'));
const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 07:30.'));
const dayOfMonth = v.optional(v.pipe(v.string(), v.regex(/^([1-9]|1\d|2[0-8]|last)$/, 'Choose a day.')), '1');

const ticks = <Name extends string>(names: readonly Name[]) =>
	Object.fromEntries(names.map((name) => [name, ticked])) as Record<Name, typeof ticked>;

export const weekdayField = (day: number) => `weekday${day}` as `weekday${1 | 2 | 3 | 4 | 5 | 6 | 7}`;
export const sectionField = <Name extends string>(name: Name) => `section_${name}` as const;

/** A schedule as it is written: one form, whatever the rule; what belongs to another rule is passed over. */
export const ScheduleForm = v.object({
	name: v.pipe(v.string(), v.trim(), v.nonEmpty('Give it a name.'), v.maxLength(80)),
	every: v.picklist(everies, 'Choose when it goes out.'),
	...ticks(weekdays.map(weekdayField)),
	monthDay: dayOfMonth,
	quarterMonth: v.optional(v.picklist(['1', '2', '3']), '1'),
	quarterDay: dayOfMonth,
	time: timeOfDay,
	atOnce: ticked,
	zone: v.pipe(v.string(), v.trim(), v.check(isTimeZone, 'Give an IANA name, such as Europe/Berlin.')),
	zoneOf: v.picklist(['schedule', 'recipient']),
	segment: chosen,
	region: chosen,
	plan: chosen,
	survey: chosen,
	...ticks(sectionNames.map(sectionField)),
	commentRule: v.picklist(commentRules),
	commentLimit: v.pipe(
		v.string(),
		v.regex(/^\d{1,3}$/, 'Write a number from 1 to 500.'),
		v.transform(Number),
		v.minValue(1, 'Write a number from 1 to 500.'),
		v.maxValue(500, 'Write a number from 1 to 500.')
	),
	lateWithinHours: v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(168))
});

type Written = v.InferOutput<typeof ScheduleForm>;

/** What was written, as the schedule that it means. */
export function settingsFrom(written: Written): ScheduleSettings {
	const { name, zone, zoneOf, commentRule: rule, commentLimit: limit, lateWithinHours } = written;
	const or = (text: string) => (text === '' ? null : text);
	return {
		name,
		rule: ruleFrom(written),
		zone,
		zoneOf,
		filter: {
			segment: or(written.segment),
			region: or(written.region),
			plan: or(written.plan),
			survey: or(written.survey)
		},
		sections: sectionNames.filter((section) => written[sectionField(section)] === 'yes'),
		comments: { rule, limit },
		lateWithinHours
	};
}

function ruleFrom(written: Written): Rule {
	const { every, time } = written;
	const day = (text: string): DayOfMonth => (text === 'last' ? 'last' : Number(text));
	switch (every) {
		case 'week': {
			const days = weekdays.filter((weekday) => written[weekdayField(weekday)] === 'yes');
			if (days.length === 0) throw new Refusal('invalid', 'Choose at least one day of the week.');
			return { every, weekdays: days, time };
		}
		case 'month':
			return { every, day: day(written.monthDay), time };
		case 'quarter':
			return { every, month: Number(written.quarterMonth) as 1 | 2 | 3, day: day(written.quarterDay), time };
		case 'review closed':
			return { every, time: written.atOnce === 'yes' ? null : time };
	}
}

/** A schedule as the form's fields hold it. */
export function fieldsOf(schedule: ScheduleSettings): Record<string, string> {
	const { name, rule, zone, zoneOf, filter, sections, comments, lateWithinHours } = schedule;
	const days = rule.every === 'week' ? rule.weekdays.map((day) => [weekdayField(day), 'yes']) : [];
	const day = 'day' in rule ? String(rule.day) : '1';
	return {
		name,
		every: rule.every,
		time: rule.time ?? '07:30',
		monthDay: day,
		quarterDay: day,
		quarterMonth: rule.every === 'quarter' ? String(rule.month) : '1',
		...(rule.time === null ? { atOnce: 'yes' } : {}),
		...Object.fromEntries(days),
		zone,
		zoneOf,
		...Object.fromEntries(Object.entries(filter).map(([slice, value]) => [slice, value ?? ''])),
		...Object.fromEntries(sections.map((section) => [sectionField(section), 'yes'])),
		commentRule: comments.rule,
		commentLimit: String(comments.limit),
		lateWithinHours: String(lateWithinHours)
	};
}

/** What most boards want: Monday morning, everything, ten comments that chance drew. */
export const firstSchedule = (zone: string): ScheduleSettings => ({
	name: '',
	rule: { every: 'week', weekdays: [1], time: '07:30' },
	zone,
	zoneOf: 'schedule',
	filter: { segment: null, region: null, plan: null, survey: null },
	sections: [...sectionNames],
	comments: { rule: 'draw', limit: 10 },
	lateWithinHours: 24
});

/** Addresses as people paste them: one a line, or with commas or semicolons between. */
export const RecipientsForm = v.object({
	addresses: v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('Write at least one address.'),
		v.maxLength(900_000),
		v.transform((text) => text.split(/[\s,;]+/).filter(Boolean))
	)
});

export const RecipientForm = v.object({ recipient: numberId });

export const ZoneForm = v.object({
	recipient: numberId,
	zone: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.check((zone) => zone === '' || isTimeZone(zone), 'Give an IANA name, such as Europe/Berlin.'),
		v.transform((zone) => zone || null)
	)
});

export const SubscriptionForm = v.object({ recipient: numberId, wanted: v.picklist(['yes', 'no']) });

export const DeliveryForm = v.object({ delivery: numberId });

export const BouncedForm = v.object({
	delivery: numberId,
	answer: v.pipe(v.string(), v.trim(), v.nonEmpty('Say what came back.'), v.maxLength(300))
});
