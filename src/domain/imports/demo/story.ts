import type { Region } from './model.ts';

/** What happened at the company, for a reader of its feed to find. Days are counted back from today. */
export const onboardingWorseSince = 56;
export const supportBetterSince = 140;

/**
 * Onboarding in EMEA got worse eight weeks ago, when its specialists were pooled: whoever has been with us for less
 * than sixty days thinks less of us, answers so on every survey and leaves sooner.
 */
export const onboardingTrouble = (region: Region, daysWithUs: number, daysAgo: number): number =>
	region === 'EMEA' && daysWithUs < 60 && daysAgo < onboardingWorseSince ? -2.3 : 0;

/** Support in Asia Pacific got better twenty weeks ago, when a team in Singapore took over its mornings. */
export const supportRelief = (region: Region, daysAgo: number): number =>
	region !== 'Asia Pacific' ? 0 : daysAgo < supportBetterSince ? 0.7 : -0.9;

/** Invoices of EMEA customers keep coming with a wrong VAT number; each time a little of the goodwill goes. */
export const invoiceTrouble = (region: Region): number => (region === 'EMEA' ? -0.9 : 0);
