/** Does something while whoever asks the host for the time, for chance or for a turn of the event loop is refused. */
export const hostless = async <T>(action: () => T | Promise<T>): Promise<T> => {
  const refuse = (): never => {
    throw new Error('the host was asked');
  };
  const places: readonly (readonly [object, readonly string[]])[] = [
    [Date, ['now']],
    [Math, ['random']],
    [performance, ['now']],
    [globalThis, ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']],
  ];
  const real = places.flatMap(([place, names]) =>
    names.map((name) => [place, name, Object.getOwnPropertyDescriptor(place, name)] as const),
  );
  for (const [place, name] of real)
    Object.defineProperty(place, name, { value: refuse, configurable: true, writable: true });
  try {
    return await action();
  } finally {
    for (const [place, name, descriptor] of real) {
      if (descriptor === undefined) Reflect.deleteProperty(place, name);
      else Object.defineProperty(place, name, descriptor);
    }
  }
};
