import * as v from 'valibot';

const id = (digits: RegExp, largest: number) =>
	v.pipe(
		v.string(),
		v.regex(digits, 'This is not an id.'),
		v.transform(Number),
		v.maxValue(largest, 'This is not an id.')
	);

/** An id as forms and addresses carry it; the database counts most things up to here. */
export const numberId = id(/^\d{1,10}$/, 2_147_483_647);

/** Of answers there may be more. */
export const answerId = id(/^\d{1,15}$/, Number.MAX_SAFE_INTEGER);
