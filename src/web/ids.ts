import * as v from 'valibot';

/** An id as forms and addresses carry it. */
export const numberId = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'This is not an id.'), v.transform(Number));
