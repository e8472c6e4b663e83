/*
 * Where a render is cut off. The first is the service's own; the others are ours, far above what a template does in
 * earnest, and keep a hostile one from holding the page up.
 */

/** Rounds of one `#foreach`; later elements are skipped without an error (documented number, assumed silence). */
export const MAX_ROUNDS = 1000;

/** Items run and methods called in one render. */
export const MAX_STEPS = 3_000_000;

/** Longest output and longest string, in UTF-16 units: the service's payload limit. */
export const MAX_LENGTH = 10 * 1024 * 1024;

/** UTF-16 units of texts made in one render, all together; an element of a list counts for several. */
export const MAX_ALLOCATION = 200 * 1024 * 1024;

/** Elements of one range or list. */
export const MAX_ELEMENTS = 1_000_000;

/** Steps of all regular expressions in one render. */
export const MAX_PATTERN_STEPS = 20_000_000;

/** Uses of `#define` blocks inside one another; Velocity itself allows each block two. */
export const MAX_BLOCK_DEPTH = 50;
