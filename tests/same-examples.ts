import fc from 'fast-check';

/**
 * Random tests try the same examples each time: whoever breaks one learns it from their own change, and nobody else from
 * theirs. `EXAMPLES=…` tries others, as whoever touches what they test should.
 */
fc.configureGlobal({ seed: Number(process.env.EXAMPLES ?? 2026) });
