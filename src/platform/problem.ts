/** Something that is not a bug: the message is one sentence that says what to do, and all that needs to be told. */
export class Problem extends Error {}
