/** What charts are told in. */
export type Where = { currency: string; zone: string };

/** Drawn for a phone, where a mail makes pictures half as large: labels have to be read there, too. */
export const chartSize = { width: 460, height: 260 };
