/** `frequency` transactions of mean value `meanSpend`, refunds netted in; the same ones as counted in PurchaseHistory. */
export type Spending = { frequency: number; meanSpend: number };

/** Spend per purchase Gamma(p, ν), ν Gamma(q, v) among customers. v is in the unit of money. */
export type GammaGammaParameters = { p: number; q: number; v: number };
