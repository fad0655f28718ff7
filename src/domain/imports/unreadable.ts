import { isProblem } from './files/values.ts';
import type { Problem } from './files/values.ts';

/** A value that cannot be read; caught once a record, which is then left out. */
export class Unreadable extends Error {
	readonly field: string;

	constructor(field: string, reason: string) {
		super(reason);
		this.field = field;
	}
}

export function readable<Value>(field: string, value: Value | Problem): Value {
	if (isProblem(value)) throw new Unreadable(field, value.problem);
	return value;
}
