/** An amount counted in the smallest unit of its currency: cents, yen, fils. */
export type Money = { minor: number; currency: string };
