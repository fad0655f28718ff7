/** What the chief customer officer says about a week. */
export type Headline = { text: string; version: number; writtenBy: string; writtenAt: Date };

/** Longer ones are read by nobody from the back of a room. */
export const longestHeadline = 140;
