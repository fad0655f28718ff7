import type { Person } from '#domain/auth/person.ts';
import { addRecipients, saveSchedule } from '#domain/snapshots/server.ts';
import type { ScheduleSettings } from '#domain/snapshots/schedule.ts';
import type { Db } from '#platform/db/connect.ts';

/** Every Monday at half past seven in Berlin, about everybody and with nothing but figures, unless a test says otherwise. */
export const plainSchedule: ScheduleSettings = {
	name: 'Monday mail',
	rule: { every: 'week', weekdays: [1], time: '07:30' },
	zone: 'Europe/Berlin',
	zoneOf: 'schedule',
	filter: { segment: null, region: null, plan: null, survey: null },
	sections: ['figures'],
	comments: { rule: 'newest', limit: 10 },
	lateWithinHours: 24
};

/** For a test that goes by the real clock: weekly, three days from now, so that nothing goes out by itself meanwhile. */
export const notSoon = (now: Date): ScheduleSettings['rule'] => ({
	every: 'week',
	weekdays: [((now.getUTCDay() + 2) % 7) + 1],
	time: '07:30'
});

type Given = Partial<ScheduleSettings> & { by: Person; now: Date; to: string[] };

/** A schedule, and the addresses that get it. */
export async function givenSchedule(db: Db, { by, now, to, ...settings }: Given): Promise<number> {
	const id = await saveSchedule(db, { ...plainSchedule, ...settings }, { by, now });
	if (to.length > 0) await addRecipients(db, id, to, { by, now });
	return id;
}
