import { ActorSystem, type Clock } from 'vmactor/system';

// A chat room. The room is an actor and so is everybody in it. The room watches who is there: who goes, however that
// happens, is taken off the list, and the others hear of it.

const program = `
  (define (tell-all members text)
    (for-each (lambda (member) (send (cdr member) (list 'said text))) members))

  (define (without member members)
    (remove (lambda (other) (eq? (cdr other) member)) members))

  (define (room members)
    (receive
      (\`(join ,name ,who)
       (monitor who)
       (tell-all members (string-append name " is here"))
       (room (append members (list (cons name who)))))
      (\`(say ,name ,text)
       (tell-all members (string-append name ": " text))
       (room members))
      (\`(down ,_ ,who ,_)
       (let ((name (car (find (lambda (member) (eq? (cdr member) who)) members)))
             (others (without who members)))
         (tell-all others (string-append name " has left"))
         (room others)))))

  (define (visitor name show)
    (send 'lobby (list 'join name (self)))
    (let loop ()
      (receive
        (\`(said ,text) (show (string-append "  [" name " reads] " text)) (loop))
        (\`(say ,text) (send 'lobby (list 'say name text)) (loop))
        ('leave 'bye))))
`;

export const example = async (log: (...parts: unknown[]) => void, scheduler?: Clock): Promise<void> => {
  const system = new ActorSystem({ scheduler });
  const town = system.spawn(program);
  town.output$.subscribe(log);
  await town.evaluate(`
    (register 'lobby (spawn (lambda () (room '()))))
    (define me (self))
    (define (enter name) (spawn (lambda () (visitor name (lambda (text) (send me text))))))
    (define (read-all) (receive (text (print text) (read-all)) (after 0 'read)))
    (define ada (enter "Ada"))
    (define ben (enter "Ben"))`);

  await town.evaluate('(sleep 1) (send ada \'(say "hello")) (sleep 1) (read-all)');
  // Ben does not leave, his program crashes. The room need not know the difference.
  await town.evaluate("(exit ben 'crashed) (sleep 1) (read-all)");
  await system.stop();
};
