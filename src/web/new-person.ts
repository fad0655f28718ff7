import * as v from 'valibot';
import { longestPassword } from '#domain/auth/person.ts';

/** What somebody who comes in for the first time tells about themselves. */
export const NewPerson = v.object({
	name: v.pipe(v.string(), v.trim(), v.nonEmpty('Write your name.'), v.maxLength(120)),
	email: v.pipe(v.string(), v.trim(), v.email('Write your e-mail address.'), v.maxLength(254)),
	_password: v.pipe(v.string(), v.nonEmpty('Choose a password.'), v.maxLength(longestPassword + 1))
});
