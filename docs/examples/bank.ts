import { ActorSystem, type Clock } from 'vmactor/system';

// A bank. Each account is an actor that nobody else can touch: there is no lock, because there is nothing to share. A
// transfer calls two accounts, one after the other, and puts back what it took when the second one does not answer.

const program = `
  (define (account owner balance)
    (receive
      (\`(call ,from (deposit ,amount))
       (reply from 'ok)
       (account owner (+ balance amount)))
      (\`(call ,from (withdraw ,amount))
       (cond ((> amount balance) (reply from 'too-little) (account owner balance))
             (else (reply from 'ok) (account owner (- balance amount)))))
      (\`(call ,from balance)
       (reply from balance)
       (account owner balance))
      ('close (exit 'closed))))

  (define (open owner balance) (spawn (lambda () (account owner balance))))

  (define (transfer amount from to)
    (if (not (eq? (call from \`(withdraw ,amount)) 'ok))
        "too little"
        (guard (reason (#t (call from \`(deposit ,amount)) (string-append "undone: " (symbol->string reason))))
          (call to \`(deposit ,amount))
          "done")))

  (define ada (open "Ada" 100))
  (define ben (open "Ben" 20))
`;

export const example = async (log: (...parts: unknown[]) => void, scheduler?: Clock): Promise<void> => {
  const system = new ActorSystem({ scheduler });
  const teller = system.spawn(program);
  const asks = async (source: string) => {
    log(source, '→', await teller.evaluate(source));
  };

  await asks('(transfer 30 ada ben)');
  await asks('(transfer 500 ada ben)');
  await asks("(call ada 'balance)");
  await asks("(call ben 'balance)");

  // What cannot be delivered is not lost.
  await asks("(begin (send ben 'close) (sleep 1) (transfer 10 ada ben))");
  await asks("(call ada 'balance)");
  await system.stop();
};
