import fc from 'fast-check';

/*
 * Property tests draw the same cases in every run, so that a red run can be repeated. `FC_SEED=random` (or a
 * number) draws others: what they find belongs into the examples of the test.
 */
const asked = process.env.FC_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? 1 : Number(asked) });
