import { isVMError, toHost, VMActor } from 'vmactor';

// Rules in words of their own. Macros are the vocabulary; a user who writes rules with them needs to know no Scheme. A
// rule that fails is reported, and the others count.

const vocabulary = `
  (define order (make-parameter #f))
  (define (the field) (hash-table-ref (order) field))
  (define rules '())
  (define (add-rule! name reduction)
    (set! rules (append rules (list (cons name reduction)))))

  (define-syntax rule
    (syntax-rules (when take percent euros)
      ((_ name when condition take n percent)
       (add-rule! name (lambda () (if condition (/ (* n (the "total")) 100) 0))))
      ((_ name when condition take n euros)
       (add-rule! name (lambda () (if condition n 0))))))

  (define (price given)
    (parameterize ((order given))
      (let ((problems '()))
        (define (reduction rule)
          (guard (e ((error-object? e)
                     (set! problems (cons (string-append (car rule) ": " (error-object-message e)) problems))
                     0))
            ((cdr rule))))
        (let ((off (apply + (map reduction rules)))
              (result (make-hash-table)))
          (hash-table-set! result "price" (- (the "total") off))
          (hash-table-set! result "problems" (reverse problems))
          result))))
`;

const rules = `
  (rule "gold customers" when (= (the "level") "gold") take 10 percent)
  (rule "large orders"   when (> (the "total") 500)    take 25 euros)
  (rule "heavy parcels"  when (> (the "weight") 100)   take -15 euros)
`;

export const example = async (log: (...parts: unknown[]) => void): Promise<void> => {
  const vm = new VMActor({ onFault: 'resume', fuel: 10_000 }).start();
  await vm.evaluate(vocabulary);
  await vm.evaluate(rules);

  const orders = [
    { level: 'gold', total: 600, weight: 12 },
    { level: 'new', total: 200, weight: 120 },
    { level: 'new', total: 80, weight: '3 kg' },
  ];
  for (const order of orders) {
    const { price, problems } = toHost(vm.call('price', order)) as { price: number; problems: string[] };
    log(`${order.level} ${order.total}: ${price}`, ...problems);
  }

  // A rule that is not written as the vocabulary asks never gets into the actor.
  try {
    await vm.evaluate('(rule "friends" when #t take 5 dollars)');
  } catch (fault) {
    if (isVMError(fault)) log(`${fault.code}: ${fault.message}`);
  }
  vm.stop();
};
