import { compile, VMActor } from '../index.js';
import { type Value } from '../data/values.js';
import { Code } from '../machine/code.js';
import { link } from '../machine/decode.js';
import { Closure } from '../machine/procedures.js';
import { type VMState } from '../machine/state.js';
import { systemInstructions } from './instructions.js';

// What programs call: a procedure for each instruction, and forms and procedures in the language on top.

const procedure = (name: string, parameters: string, opcode: string): readonly [string, Value] => {
  const params = parameters === '' ? [] : parameters.split(' ');
  const words = [...params.flatMap((_, index) => ['OP_GET_LOCAL', index]), opcode];
  const code = new Code(name, params, null, params.length, [], words, [], systemInstructions, true);
  link(code);
  return [name, new Closure(code, [])];
};

const procedures = (): readonly (readonly [string, Value])[] => [
  procedure('self', '', 'OP_SELF'),
  procedure('make-ref', '', 'OP_MAKE_REF'),
  procedure('send', 'to message', 'OP_TELL'),
  procedure('!', 'to message', 'OP_TELL'),
  procedure('run-on', 'to thunk', 'OP_RUN_ON'),
  procedure('spawn', 'thunk', 'OP_SPAWN'),
  procedure('spawn-link', 'thunk', 'OP_SPAWN_LINK'),
  procedure('spawn-monitor', 'thunk', 'OP_SPAWN_MONITOR'),
  procedure('link', 'to', 'OP_LINK'),
  procedure('unlink', 'to', 'OP_UNLINK'),
  procedure('monitor', 'to', 'OP_MONITOR'),
  procedure('%demonitor', 'reference flush', 'OP_DEMONITOR'),
  procedure('%exit', 'reason', 'OP_EXIT'),
  procedure('%exit-other', 'to reason', 'OP_EXIT_OTHER'),
  procedure('trap-exit', 'on', 'OP_TRAP_EXIT'),
  procedure('register', 'name pid', 'OP_REGISTER'),
  procedure('unregister', 'name', 'OP_UNREGISTER'),
  procedure('whereis', 'name', 'OP_WHEREIS'),
  procedure('send-after', 'milliseconds to message', 'OP_SEND_AFTER'),
  procedure('cancel-timer', 'timer', 'OP_CANCEL_TIMER'),
  procedure('sleep', 'milliseconds', 'OP_SLEEP'),
  procedure('%next', 'entry milliseconds', 'OP_RECEIVE'),
  procedure('%take', 'entry', 'OP_TAKE'),
  procedure('%call', 'to request milliseconds', 'OP_CALL_ACTOR'),
  procedure('reply', 'to value', 'OP_REPLY'),
  procedure('%supervisor', 'options children', 'OP_SUPERVISOR'),
  procedure('%ask-child', 'supervisor what', 'OP_ASK_CHILD'),
  procedure('%start-child', 'start key pid kept args', 'OP_START_CHILD'),
  procedure('%child-key', 'pid', 'OP_CHILD_KEY'),
  procedure('%now', '', 'OP_NOW'),
  procedure('%started', '', 'OP_STARTED'),
  procedure('%failed', 'reason', 'OP_FAILED'),
  procedure('%let-go', 'pid', 'OP_LET_GO'),
  procedure('%forget', 'start', 'OP_FORGET'),
];

// Patterns: _ and names match anything, quoted data and other literals what is equal to them, lists and vectors what has
// matching elements; behind ` only what is behind , is a pattern. Whether a pattern is a name is found out by giving it
// to a macro as a pattern of its own, which matches anything just when it is one.
const source = `
(define-syntax %atom
  (syntax-rules ()
    ((_ value pattern yes no)
     (let-syntax ((test (syntax-rules () ((test pattern then else) then) ((test other then else) else))))
       (test some-name (let ((pattern value)) yes) (if (equal? value pattern) yes (no)))))))

(define-syntax %quasi
  (syntax-rules (unquote)
    ((_ value (unquote pattern) yes no) (%match value pattern yes no))
    ((_ value (first . rest) yes no)
     (if (pair? value)
         (let ((a (car value)) (d (cdr value))) (%quasi a first (%quasi d rest yes no) no))
         (no)))
    ((_ value #(item ...) yes no)
     (if (vector? value) (let ((items (vector->list value))) (%quasi items (item ...) yes no)) (no)))
    ((_ value datum yes no) (if (equal? value 'datum) yes (no)))))

(define-syntax %match
  (syntax-rules (_ quote quasiquote)
    ((%match value _ yes no) yes)
    ((%match value (quote datum) yes no) (if (equal? value 'datum) yes (no)))
    ((%match value (quasiquote pattern) yes no) (%quasi value pattern yes no))
    ((%match value () yes no) (if (null? value) yes (no)))
    ((%match value (first . rest) yes no)
     (if (pair? value)
         (let ((a (car value)) (d (cdr value))) (%match a first (%match d rest yes no) no))
         (no)))
    ((%match value #(item ...) yes no)
     (if (vector? value) (let ((items (vector->list value))) (%match items (item ...) yes no)) (no)))
    ((%match value atom yes no) (%atom value atom yes no))))

(define-syntax %clauses
  (syntax-rules (when)
    ((_ message entry no) (no))
    ((_ message entry no (pattern (when guard) body ...) clause ...)
     (let ((next (lambda () (%clauses message entry no clause ...))))
       (%match message pattern (if guard (begin (%take entry) body ...) (next)) next)))
    ((_ message entry no (pattern body ...) clause ...)
     (let ((next (lambda () (%clauses message entry no clause ...))))
       (%match message pattern (begin (%take entry) body ...) next)))))

(define-syntax %receive
  (syntax-rules ()
    ((_ milliseconds late clause ...)
     (let ((within milliseconds))
       (let loop ((offer (%next -1 within)))
         (if offer
             (let ((entry (car offer)) (message (cdr offer)))
               (%clauses message entry (lambda () (loop (%next entry within))) clause ...))
             late))))))

(define-syntax receive
  (syntax-rules (after)
    ((_ clause ... (after milliseconds body ...)) (%receive milliseconds (begin body ...) clause ...))
    ((_ clause ...) (%receive #f #f clause ...))))

(define exit (case-lambda ((reason) (%exit reason)) ((to reason) (%exit-other to reason))))
(define (demonitor reference . options) (%demonitor reference (and (memq 'flush options) #t)))
(define (call to request . milliseconds)
  (let ((answer (%call to request (and (pair? milliseconds) (car milliseconds)))))
    (if (car answer) (cdr answer) (raise (cdr answer)))))

(define (child id start . fields) (list 'child id start (if (pair? fields) (car fields) '())))
(define (supervisor-spec options . children) (cons 'supervisor (cons options children)))
(define (supervisor options . children)
  (let ((answer (%supervisor options children)))
    (cond ((car answer) (cdr answer))
          ((and (pair? (cdr answer)) (eq? (cadr answer) 'shutdown)) (raise (caddr answer)))
          (else (raise (cdr answer))))))
(define (start-child supervisor . what)
  (let ((answer (%ask-child supervisor what)))
    (if (car answer) (cdr answer) (raise (cdr answer)))))
(define (which-children supervisor) (call supervisor '(which-children)))
(define (count-children supervisor) (call supervisor '(count-children)))
(define (terminate-child supervisor id) (call supervisor (list 'terminate-child id)))
(define (restart-child supervisor id) (call supervisor (list 'restart-child id)))
(define (delete-child supervisor id) (call supervisor (list 'delete-child id)))
`;

let prepared: VMState | null = null;

/** What every actor of a system starts with, unless it is given a state. */
export const preparedState = (): VMState => {
  prepared ??= new VMActor({ instructions: systemInstructions, variables: new Map(procedures()) })
    .loadBytecode(compile(source))
    .execute();
  return prepared;
};
