// What expansion may cost: a source can ask for more than there is time and memory, by macros and by data that are shared.

/** The most that macros may take in one compilation. */
export const mostSteps = 10_000_000;

/** What a source may take beside that, for each of its characters. */
export const stepsOfCharacter = 8;

export const stepsOfForm = 4;

/** What the use of a macro takes beside what is matched and made. */
export const stepsOfUse = 32;

/** What a vector takes beside its elements: it may contain itself. */
export const stepsOfVector = 32;
