const dayLength = 86_400_000;

/** Excel on old Macs counted from 1904, and a workbook says so; everything else counts from 1900. */
export type Epoch = 1900 | 1904;

/** 31 December 9999, the last day Excel can show. */
const lastSerial = { 1900: 2_958_465, 1904: 2_957_003 };

/**
 * Excel's count of days as a local time in milliseconds, as if it were UTC; null where Excel itself shows no date. Days
 * are fractions, so a second comes back a few microseconds off: to the millisecond, and to the second when within one.
 */
export function fromSerial(serial: number, epoch: Epoch): number | null {
	if (!(serial >= 0 && serial < lastSerial[epoch] + 1)) return null;
	// Excel believes that 1900 was a leap year: day 60 never was, and the days before it count from a day later.
	if (epoch === 1900 && (serial < 1 || Math.floor(serial) === 60)) return null;
	const dayZero = epoch === 1904 ? Date.UTC(1904, 0, 1) : serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
	return dayZero + wholeSeconds(Math.round(serial * dayLength));
}

/** Takes off the millisecond by which a fraction of a day misses a whole second. */
export function wholeSeconds(milliseconds: number): number {
	const second = Math.round(milliseconds / 1_000) * 1_000;
	return Math.abs(milliseconds - second) <= 1 ? second : milliseconds;
}
