import { supervised } from './supervised.js';

// Children whose end is the end of their supervisor.

const sup = (options: string, strategy = 'one-for-one'): string => `
  (define sup (supervisor '((auto-shutdown ${options}) (strategy ${strategy}) (intensity 5))
    (child 'a (worker 'a) '((restart transient) (significant #t)))
    (child 'b (worker 'b) '((restart temporary) (significant #t)))
    (child 'c (worker 'c))))
  (define (state) (receive (('exit p reason) (when (eq? p sup)) reason) (after 0 'lives)))
  (log)`;

describe('significant children', () => {
  it('end their supervisor when one ends by itself, and the others end with it', () => {
    expect(supervised(`${sup('any-significant')} (tell 'b '(end bad)) (print (state)) (print (log))`)).toEqual([
      'shutdown',
      '((ends b bad) (down c shutdown) (down a shutdown))',
    ]);
    expect(supervised(`${sup('any-significant')} (tell 'a '(end normal)) (print (state))`)).toEqual(['shutdown']);
  });

  it('end it when the last one ends, where that is wanted', () => {
    expect(
      supervised(
        `${sup('all-significant')} (tell 'b '(end bad)) (print (state)) (tell 'a '(end normal)) (print (state))`,
      ),
    ).toEqual(['lives', 'shutdown']);
  });

  it('do not when they are restarted', () => {
    expect(supervised(`${sup('any-significant')} (tell 'a '(end bad)) (print (state)) (print (log))`)).toEqual([
      'lives',
      '((ends a bad) (up a))',
    ]);
  });

  it('do not when they are terminated', () => {
    expect(
      supervised(
        `${sup('any-significant')} (terminate-child sup 'a) (terminate-child sup 'b) (settle 1) (print (state))`,
      ),
    ).toEqual(['lives']);
  });

  it('do not when a sibling fails and they go with it', () => {
    expect(
      supervised(`${sup('any-significant', 'one-for-all')} (tell 'c '(end bad)) (print (state)) (print (log))`),
    ).toEqual(['lives', '((ends c bad) (down b shutdown) (down a shutdown) (up a) (up c))']);
  });

  it('others do not', () => {
    expect(
      supervised(`
        (define sup (supervisor '((auto-shutdown any-significant)) (child 'a (worker 'a) '((restart temporary)))))
        (tell 'a '(end bad))
        (print (receive (('exit p reason) (when (eq? p sup)) reason) (after 0 'lives)))`),
    ).toEqual(['lives']);
  });
});
