/** What is hidden in words from readers who may not see it. */
export type HiddenKind = 'e-mail address' | 'phone number' | 'card number' | 'colleague’s name';

/** What to look for besides addresses and numbers: the names of colleagues, as customers write them. */
export type MaskingRules = { staffNames: readonly string[] };

/** A piece of a text, in the order of the text. Put together, the pieces are the text. */
export type Part = { text: string; hidden: HiddenKind | null };

/** Where something was found: from, up to and not including `to`, in UTF-16 units. */
export type Find = { from: number; to: number; kind: HiddenKind };
