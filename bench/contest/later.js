/** A promise, and what fulfils it. */
export const later = () => {
  let resolve;
  const promise = new Promise((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
};
