import { list, SymbolValue, type Value } from '../data/values.js';
import { VMError } from '../data/error.js';
import { wordText } from '../machine/host.js';

// What a supervisor is told to be, checked before anything starts: whatever is wrong is refused with the name of its field.

type Fields<N extends string> = Readonly<Partial<Record<N, unknown>>>;

export const strategies = ['oneForOne', 'oneForAll', 'restForOne', 'simpleOneForOne'] as const;
export const shutdowns = ['never', 'anySignificant', 'allSignificant'] as const;
export const restarts = ['permanent', 'transient', 'temporary'] as const;

export type Strategy = (typeof strategies)[number];
export type AutoShutdown = (typeof shutdowns)[number];
export type Restart = (typeof restarts)[number];

export interface Backoff {
  /** Milliseconds before the first restart. */
  readonly initial: number;
  /** How much longer the next one waits; 2 by default. */
  readonly factor?: number | undefined;
  /** Milliseconds that none waits longer than; 30,000 by default. */
  readonly most?: number | undefined;
}

/** The same with all that may be left out. */
interface Delays {
  readonly initial: number;
  readonly factor: number;
  readonly most: number;
}

/** A child that is as it has to be. */
export interface CheckedChild<S> {
  readonly id: Value;
  readonly start: S;
  readonly isSupervisor: boolean;
  readonly restart: Restart;
  readonly shutdown: number | 'brutalKill' | 'infinity';
  readonly significant: boolean;
}

/** A supervisor that is as it has to be. */
export interface CheckedSupervisor<S> {
  readonly strategy: Strategy;
  readonly intensity: number;
  readonly period: number;
  readonly autoShutdown: AutoShutdown;
  readonly maxChildren: number;
  readonly backoff: Delays | null;
  readonly children: readonly CheckedChild<S>[];
}

/** What a start is, and whether of a supervisor; it throws for what is none. */
export type CheckStart<S> = (start: unknown) => { readonly start: S; readonly isSupervisor: boolean };

const longest = 2 ** 33;

const refuse = (rule: string, given: unknown): never => {
  throw new VMError('misuse', `${rule}, not ${wordText(given)}`);
};

/** Fields of something, and no others. */
const fieldsOf = <N extends string>(what: string, given: unknown, names: readonly N[]): Fields<N> => {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refuse(`${what} is an object with the fields ${names.join(', ')}`, given);
  for (const name of Object.keys(given))
    if (!names.includes(name as N))
      throw new VMError('misuse', `${name} is no field of ${what}: it has ${names.join(', ')}`);
  return given as Fields<N>;
};

const oneOf = <T extends string>(field: string, given: unknown, all: readonly T[]): T =>
  all.includes(given as T) ? (given as T) : refuse(`${field} is ${all.join(' or ')}`, given);

const whole = (field: string, given: unknown): number =>
  Number.isSafeInteger(given) && (given as number) >= 0
    ? (given as number)
    : refuse(`${field} is a whole number from 0`, given);

const isDelay = (given: unknown, least: number): given is number =>
  typeof given === 'number' && given >= least && given <= longest;

const milliseconds = (field: string, given: unknown): number =>
  isDelay(given, Number.MIN_VALUE) ? given : refuse(`${field} is a number of milliseconds above 0`, given);

const backoffOf = (given: unknown): Delays => {
  const fields = fieldsOf('backoff', given, ['initial', 'factor', 'most']);
  const { factor = 2 } = fields;
  const initial = milliseconds('backoff.initial', fields.initial);
  const most = milliseconds('backoff.most', fields.most ?? Math.max(initial, 30_000));
  if (typeof factor !== 'number' || !(factor >= 1 && factor <= longest))
    return refuse('backoff.factor is a number from 1', factor);
  return most >= initial ? { initial, factor, most } : refuse(`backoff.most is a number from backoff.initial`, most);
};

const childFields = ['id', 'start', 'restart', 'shutdown', 'significant'] as const;

/** The child that is described. Faults: `misuse`, which names the field. */
export const checkChild = <S>(given: unknown, checkStart: CheckStart<S>): CheckedChild<S> => {
  const { id, start, restart = 'permanent', significant = false, ...rest } = fieldsOf('a child', given, childFields);
  if (!(id instanceof SymbolValue || typeof id === 'number' || (typeof id === 'string' && id !== '')))
    return refuse('id of a child is a string, a number or a symbol', id);
  const checked = checkStart(start);
  const { shutdown = checked.isSupervisor ? 'infinity' : 5000 } = rest;
  if (shutdown !== 'brutalKill' && shutdown !== 'infinity' && !isDelay(shutdown, 0))
    return refuse('shutdown is a number of milliseconds from 0, or brutalKill or infinity', shutdown);
  if (typeof significant !== 'boolean') return refuse('significant is true or false', significant);
  const kind = oneOf('restart', restart, restarts);
  if (significant && kind === 'permanent')
    throw new VMError(
      'misuse',
      'significant: a permanent child never ends for good; make restart transient or temporary',
    );
  return { id, ...checked, restart: kind, shutdown, significant };
};

const supervisorFields = [
  'strategy',
  'intensity',
  'period',
  'autoShutdown',
  'maxChildren',
  'backoff',
  'children',
] as const;

/** The supervisor that is described. Faults: `misuse`, which names the field. */
export const checkSupervisor = <S>(given: unknown, checkStart: CheckStart<S>): CheckedSupervisor<S> => {
  const fields = fieldsOf('a supervisor', given, supervisorFields);
  const { intensity = 1, period = 5000, maxChildren = Infinity, backoff } = fields;
  const strategy = oneOf('strategy', fields.strategy ?? 'oneForOne', strategies);
  const autoShutdown = oneOf('autoShutdown', fields.autoShutdown ?? 'never', shutdowns);
  const listed = fields.children ?? [];
  if (!Array.isArray(listed)) return refuse('children is an array', listed);
  const children = listed.map((child) => checkChild(child, checkStart));
  const ids = children.map(({ id }) => idText(id));
  const twice = ids.find((id, i) => ids.indexOf(id) < i);
  if (twice !== undefined) throw new VMError('misuse', `id: two children are called ${twice}`);
  if (strategy === 'simpleOneForOne' && children.length !== 1)
    return refuse('children of simpleOneForOne is one child, which all are made like', children.length);
  for (const child of children) demandShutdown(autoShutdown, child);
  const most = maxChildren === Infinity ? Infinity : whole('maxChildren', maxChildren);
  if (strategy !== 'simpleOneForOne' && children.length > most)
    throw new VMError('misuse', `maxChildren is ${most}, and there are ${children.length} children`);
  return {
    strategy,
    intensity: whole('intensity', intensity),
    period: milliseconds('period', period),
    autoShutdown,
    maxChildren: most,
    backoff: backoff === undefined ? null : backoffOf(backoff),
    children,
  };
};

/** A significant child is one that some supervisors end with. Faults: `misuse`. */
export const demandShutdown = (
  autoShutdown: AutoShutdown,
  { significant }: { readonly significant: boolean },
): void => {
  if (significant && autoShutdown === 'never')
    throw new VMError('misuse', 'significant: it says nothing where autoShutdown is never');
};

const idText = (id: Value): string => (id instanceof SymbolValue ? id.name : JSON.stringify(id));

const kebab = (name: string): SymbolValue =>
  new SymbolValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

const worded = (value: Value): Value => (typeof value === 'string' ? kebab(value) : value);

/** A child, as the program of supervisors is told of it. */
export const wordsOf = (
  { id, isSupervisor, restart, shutdown, significant }: CheckedChild<unknown>,
  start: Value,
): readonly Value[] => [
  id,
  start,
  new SymbolValue(isSupervisor ? 'supervisor' : 'worker'),
  kebab(restart),
  worded(shutdown),
  significant,
];

/** What it is told of the supervisor itself. */
export const optionsOf = ({
  strategy,
  intensity,
  period,
  autoShutdown,
  maxChildren,
  backoff,
}: CheckedSupervisor<unknown>): Value => {
  const waits = backoff !== null && list([backoff.initial, backoff.factor, backoff.most]);
  return list([kebab(strategy), intensity, period, kebab(autoShutdown), maxChildren, waits]);
};
