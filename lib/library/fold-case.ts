// eslint-disable-next-line no-control-regex -- all of ASCII
const isAscii = /^[\u0000-\u007f]*$/;

/**
 * The text as it is compared where case does not count: as in lower case, with `ss` for `ß` and one form of sigma. The
 * dotless i has no other case.
 */
export const foldCase = (text: string): string =>
  isAscii.test(text)
    ? text.toLowerCase()
    : text.replace(/[^ı]+/gu, (part) => part.toUpperCase().toLowerCase().replaceAll('ς', 'σ'));
