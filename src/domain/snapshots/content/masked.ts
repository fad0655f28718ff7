import { shown } from '../../voice/masking/masked.ts';

/**
 * What one of us wrote, as it leaves the house: with addresses and numbers hidden, as in customers' words. Our names
 * stay: the text is about what they do.
 */
export const forReaders = (text: string): string => shown(text, { staffNames: [] }).text;
