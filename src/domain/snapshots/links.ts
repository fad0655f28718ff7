/** Where the links of a mail lead. Tokens are secrets: these addresses are in nobody's log. */
export const sharedEditionPath = (token: string): string => `/snapshots/shared/${token}`;
export const unsubscribePath = (token: string): string => `/unsubscribe/${token}`;

/** For those who can sign in. */
export const editionPath = (editionId: number): string => `/snapshots/editions/${editionId}`;

const day = 86_400_000;

/** Long enough to be found again in the next review but one; what is older is asked for anew. */
export const readableFor = 30 * day;

/** As long as somebody may open an old mail in order to stop. */
export const unsubscribableFor = 730 * day;
