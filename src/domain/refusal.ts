/** The product says no, for a reason that the person may read. Everything else that is thrown is a bug. */
export class Refusal extends Error {
	readonly reason: 'not-found' | 'not-allowed' | 'conflict' | 'invalid' | 'too-often';

	constructor(reason: Refusal['reason'], message: string) {
		super(message);
		this.reason = reason;
	}
}
