import {
  countChildren,
  deleteChild,
  restartChild,
  startAlike,
  startChild,
  supervisor,
  terminateChild,
  whichChildren,
} from '../../lib/system/index.js';
import { supervised } from './supervised.js';
import { watched } from './systems.js';

// What supervisors answer, also while they cannot restart a child.

const shape = `
  (define (shown sup)
    (map (lambda (each) (list (car each) (if (symbol? (cadr each)) (cadr each) 'up) (caddr each))) (which-children sup)))`;

describe('a supervisor says', () => {
  it('which children it has, and how many', () => {
    expect(
      supervised(`${shape}
        (define sup (supervisor '() (child 'a (worker 'a)) (child 'b (worker 'b) '((restart transient)))
          (child 'inner (supervisor-spec '()))))
        (print (eq? (whereis 'a) (cadar (which-children sup))))
        (tell 'b '(end normal))
        (print (shown sup))
        (print (count-children sup))`),
    ).toEqual([
      '#t',
      '((a up worker) (b undefined worker) (inner up supervisor))',
      '((specs 3) (active 2) (supervisors 1) (workers 2))',
    ]);
  });

  it('what became of a child that is to be started', () => {
    expect(
      supervised(`${shape}
        (define sup (supervisor '((max-children 3)) (child 'a (worker 'a))))
        (define (start id thunk) (let ((answer (start-child sup (child id thunk)))) (if (pid? (cadr answer)) (list (car answer) 'pid) answer)))
        (define (pid? x) (not (or (symbol? x) (pair? x))))
        (print (start 'b (worker 'b)))
        (print (car (cadr (start 'b (worker 'b)))))
        (print (start 'c (lambda () (exit 'bad))))
        (terminate-child sup 'a)
        (print (start 'a (worker 'a)))
        (print (start 'd (worker 'd)))
        (print (start 'e (worker 'e)))
        (print (guard (fault (#t (error-object-message fault))) (start 'f 5)))
        (print (guard (fault (#t (error-object-message fault))) (start-child me (child 'f (worker 'f)))))
        (print (shown sup))
        (tell 'd '(end bad))
        (print (log))`),
    ).toEqual([
      '(ok pid)',
      'already-started',
      '(error bad)',
      '(error already-present)',
      '(ok pid)',
      '(error max-children)',
      expect.stringMatching(/^start of a child/) as string,
      'that is no supervisor',
      '((a undefined worker) (b up worker) (d up worker))',
      '((up a) (up b) (down a shutdown) (up d) (ends d bad) (up d))',
    ]);
  });

  it('whether a child could be terminated, restarted, deleted', () => {
    expect(
      supervised(`${shape}
        (define sup (supervisor '() (child 'a (worker 'a)) (child 'b (worker 'b) '((restart temporary)))))
        (define a (whereis 'a))
        (print (list (restart-child sup 'a) (delete-child sup 'a) (restart-child sup 'x) (delete-child sup 'x) (terminate-child sup 'x)))
        (print (list (terminate-child sup 'a) (terminate-child sup 'a) (terminate-child sup 'b) (terminate-child sup 'b)))
        (print (shown sup))
        (print (car (restart-child sup 'a)))
        (print (eq? a (whereis 'a)))
        (terminate-child sup 'a)
        (print (delete-child sup 'a))
        (print (shown sup))
        (print (log))`),
    ).toEqual([
      '((error running) (error running) (error not-found) (error not-found) (error not-found))',
      '(ok ok ok (error not-found))',
      '((a undefined worker))',
      'ok',
      '#f',
      'ok',
      '()',
      '((up a) (up b) (down a shutdown) (down b shutdown) (up a) (down a shutdown))',
    ]);
  });

  it('that it does not know what it is asked, and nothing that it is told comes from its children', () => {
    expect(
      supervised(`
        (define sup (supervisor '() (child 'a (worker 'a) '((restart temporary)))))
        (define a (whereis 'a))
        (for-each (lambda (request) (print (call sup request)))
          '(nonsense (nonsense) () (start-child) (start-child . 5) (terminate-child) (start-child b 1 worker permanent 5 #f)))
        (send sup (list 'ended 'a a 'bad))
        (send sup (list 'exit #f 'forged)) (send sup (list 'exit me 'forged))
        (send sup '(again a)) (send sup '(attempt a 1)) (send sup 5)
        (link sup) (unlink sup) (let ((sup sup)) (run-on a (lambda () (unlink sup) (link sup))))
        (print (guard (fault (#t 'refused)) (start-child sup)))
        (print (eq? a (cadar (which-children sup))))`),
    ).toEqual([...Array<string>(6).fill('(error unknown-request)'), '(error noproc)', 'refused', '#t']);
  });
});

describe('while restarts of a child keep failing', () => {
  const broken = (strategy: string): string => `${shape}
    (define (sometimes) (if (whereis 'broken) (exit 'broken) ((worker 'b))))
    (define sup (supervisor '((strategy ${strategy}) (intensity 1000000))
      (child 'a (worker 'a)) (child 'b sometimes) (child 'c (worker 'c))))
    (define b (whereis 'b))
    (log)
    (register 'broken me)
    ; Time stands still while the supervisor is busy, so that it is asked until it knows.
    (define (settle-down) (if (not (eq? 'restarting (cadr (cadr (which-children sup))))) (settle-down)))
    (send 'b '(end bad))
    (settle-down)`;

  it('a supervisor answers', () => {
    expect(
      supervised(`${broken('one-for-one')}
        (print (shown sup))
        (print (count-children sup))
        (print (list (restart-child sup 'b) (delete-child sup 'b) (restart-child sup 'a)))
        (print (start-child sup (child 'b (worker 'b))))
        (print (car (start-child sup (child 'd (worker 'd)))))
        (unregister 'broken)
        (settle 1)
        (print (shown sup))
        (print (eq? b (whereis 'b)))`),
    ).toEqual([
      '((a up worker) (b restarting worker) (c up worker))',
      '((specs 3) (active 2) (supervisors 0) (workers 3))',
      '((error restarting) (error restarting) (error running))',
      '(error already-present)',
      'ok',
      '((a up worker) (b up worker) (c up worker) (d up worker))',
      '#t',
    ]);
  });

  it('a child may be terminated, which ends the attempts, and be started again', () => {
    expect(
      supervised(`${broken('one-for-one')}
        (print (terminate-child sup 'b))
        (print (shown sup))
        (print (restart-child sup 'b))
        (unregister 'broken)
        (settle 1)
        (print (shown sup))
        (print (car (restart-child sup 'b)))
        (print (list (terminate-child sup 'b) (delete-child sup 'b)))`),
    ).toEqual([
      'ok',
      '((a up worker) (b undefined worker) (c up worker))',
      '(error broken)',
      '((a up worker) (b undefined worker) (c up worker))',
      'ok',
      '(ok ok)',
    ]);
  });

  it('those that were started after it stay down, where they go with it', () => {
    expect(
      supervised(`${broken('rest-for-one')}
        (print (shown sup))
        (unregister 'broken)
        (settle 1)
        (print (shown sup))
        (print (log))`),
    ).toEqual([
      '((a up worker) (b restarting worker) (c undefined worker))',
      '((a up worker) (b up worker) (c up worker))',
      '((ends b bad) (down c shutdown) (up b) (up c))',
    ]);
  });
});

describe('the embedding program', () => {
  const loop = '(let loop () (receive (_ (loop))))';

  it('asks the same', async () => {
    const { system, flush } = watched();
    const top = system.spawn(supervisor({ children: [{ id: 'a', start: loop }] }));
    const added = await startChild(top, { id: 'b', start: { source: loop, name: 'b' } });
    expect(added.pid).toBe(system.whereis('b')?.pid);
    await expect(startChild(top, { id: 'b', start: loop })).rejects.toThrow('already-started');
    await expect(startChild(top, { id: '', start: loop })).rejects.toThrow('id of a child');
    await expect(restartChild(top, 'b')).rejects.toThrow('running');
    await terminateChild(top, 'b');
    expect(added.isAlive).toBe(false);
    expect((await whichChildren(top)).map(({ id, child }) => [id, typeof child])).toEqual([
      ['a', 'object'],
      ['b', 'string'],
    ]);
    expect((await restartChild(top, 'b')).isAlive).toBe(true);
    await terminateChild(top, 'b');
    await deleteChild(top, 'b');
    expect(await countChildren(top)).toEqual({ specs: 1, active: 1, supervisors: 0, workers: 1 });
    await expect(deleteChild(top, 'b')).rejects.toThrow('not-found');
    await expect(startAlike(top)).rejects.toThrow('use startChild');
    await expect(whichChildren(added)).rejects.toThrow('no supervisor');
    top.exit();
    flush();
    await expect(whichChildren(top)).rejects.toMatchObject({ cause: { name: 'noproc' } });
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
  });

  it('asks for children that are alike', async () => {
    const { system, flush } = watched();
    const top = system.spawn(
      supervisor({ strategy: 'simpleOneForOne', children: [{ id: 'x', start: loop, restart: 'temporary' }] }),
    );
    const made = await startAlike(top);
    expect((await whichChildren(top)).map(({ id, child }) => [id, Object(child).pid === made.pid])).toEqual([
      [undefined, true],
    ]);
    await terminateChild(top, made);
    expect(await countChildren(top)).toEqual({ specs: 1, active: 0, supervisors: 0, workers: 0 });
    top.exit();
    flush();
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
  });
});
