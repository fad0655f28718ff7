/** Whose dashboard this is. Its zone assigns moments to days, its currency is that of every total. */
export type Organisation = {
	name: string;
	/** IANA name. */
	timeZone: string;
	/** ISO 4217. */
	reportingCurrency: string;
	/** Of one of revenue, what is left when what it takes to serve is paid; null: not known. */
	margin: number | null;
	/** When a week that nobody has closed closes by itself, in the week after it. */
	closing: ClosingHour;
	/** The first month of the fiscal year: 1 is January, 7 is July. */
	fiscalYearStartsIn: number;
	/** Nobody has settled zone and currency yet: the first import may. */
	provisional: boolean;
	/** Set while the made-up company is shown. */
	demoSince: Date | null;
};

/** A time of the week, on the clocks of the organisation's zone: Monday is 1, Sunday 7; '18:00'. */
export type ClosingHour = { weekday: number; at: string };

/** Until somebody sets another: when the week after it is over, too. */
export const usualClosing: ClosingHour = { weekday: 7, at: '23:59' };

/** What one unit of a currency is worth in the reporting currency from a day on; decimal text, to stay exact. */
export type ExchangeRate = { currency: string; fromDay: string; reportingPerUnit: string };

export const isTimeZone = (name: string): boolean => {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/.test(name);
	} catch {
		return false;
	}
};
