import { outcome } from './systems.js';

// Children that say what happens to them, and what a supervisor made of them does.

/**
 * `(worker name)` gives a child that notes its start and its end, and ends when it is told `(crash reason)`; `(log)` gives
 * what was noted so far; `(tell name message)` sends to one, and gives everybody time.
 */
export const workers = `
  (trap-exit #t)
  (define me (self))
  (define (note . words) (send me (cons 'note words)))
  (define (log) (receive (('note . words) (cons words (log))) (after 0 '())))
  (define (settle ms) (receive ('never 1) (after ms 1)))
  (define (tell name message) (send name message) (settle 1))
  (define (serve name)
    (receive
      (('end reason) (note 'ends name reason) (exit reason))
      ('fault (car 5))
      (('exit _ reason) (note 'down name reason) (exit reason))
      (('say what) (note name what) (serve name))))
  (define (worker name)
    (lambda ()
      (trap-exit #t)
      (register name (self))
      (note 'up name)
      (serve name)))
  (define (stubborn name)
    (lambda ()
      (trap-exit #t)
      (register name (self))
      (let loop () (receive (('exit _ reason) (note 'ignores name reason) (loop)) (('end reason) (exit reason))))))
`;

/** What a program of workers prints, and what is lost. */
export const supervised = (source: string): readonly string[] => outcome(`${workers} ${source}`);
