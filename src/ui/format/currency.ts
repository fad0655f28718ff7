/** ISO 4217, with the codes withdrawn since 2010, as old invoices still carry them. By the decimals of the smallest unit. */
const codesByExponent: [number, string][] = [
	[0, 'BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
	[
		2,
		`AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
		CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL
		HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL LTL LVL MAD MDL MGA MKD MMK MNT MOP
		MRO MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR
		SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED
		VEF VES WST XCD XCG YER ZAR ZMW ZWG ZWL`
	],
	[3, 'BHD IQD JOD KWD LYD OMR TND'],
	[4, 'CLF UYW']
];

const exponents = new Map(
	codesByExponent.flatMap(([exponent, codes]) => codes.split(/\s+/).map((code) => [code, exponent]))
);

/** How many decimals the smallest unit of a currency has: 2 for cents, 0 for yen, 3 for fils; undefined: no such code. */
export const minorUnitsOf = (currency: string): number | undefined => exponents.get(currency);
