/**
 * For a fold: opens it when the reason comes up, and otherwise leaves it as whoever reads it has left it. The attribute
 * by itself would be set again with whatever else is brought up to date beside it, and close what somebody has just opened.
 */
export const openIf = (reason: boolean): { open: boolean } => ({ open: reason });
