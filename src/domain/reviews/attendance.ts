/** Somebody who was in a week's meeting. `personId` null: without an account, a guest by name. */
export type Attendee = { id: number; personId: number | null; name: string };

/** Who was in a meeting, as a closed week keeps it; null: that was not kept then. */
export type KeptAttendance = ({ name: string } | { guest: string })[] | null;

export const longestGuest = 80;

export const attendanceAsKept = (attendees: readonly Attendee[]): KeptAttendance =>
	attendees.map(({ personId, name }) => (personId === null ? { guest: name } : { name }));

/** 'Dana Okafor, Priya Raman, and as a guest Omar Haddad' */
export function attendanceText(attendance: NonNullable<KeptAttendance>): string {
	const names = attendance.flatMap((one) => ('name' in one ? [one.name] : []));
	const guests = attendance.flatMap((one) => ('guest' in one ? [one.guest] : []));
	if (names.length + guests.length === 0) return 'nobody was noted';
	const asGuests =
		guests.length === 0 ? [] : [`${guests.length === 1 ? 'as a guest' : 'as guests'} ${guests.join(', ')}`];
	return [...(names.length > 0 ? [names.join(', ')] : []), ...asGuests].join('; ');
}
