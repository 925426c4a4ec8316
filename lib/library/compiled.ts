// Made by scripts/library.ts from control.scm and procedures.scm. Do not edit.

import { type Entry } from './compact.js';

export const compiledTable: readonly Entry[] = [
  ["OP_CALL",1],
  ["OP_GET_LOCAL",0],
  ["OP_GET_LOCAL",2],
  ["OP_GET_LOCAL",1],
  ["OP_JUMP_IF_FALSE"],
  ["OP_GET_LOCAL",3],
  "car",
  ["OP_CALL",2],
  ["OP_RETURN"],
  ["OP_SET_LOCAL",3],
  "cdr",
  ["OP_GET_LOCAL",4],
  ["OP_SET_LOCAL",2],
  ["OP_TAIL_CALL",2],
  ["OP_LOOP",0],
  ["OP_TAIL_CALL",1],
  "cons",
  ["OP_SET_LOCAL",4],
  ["OP_POP"],
  "null?",
  "pair?",
  ["OP_CLOSURE"],
  ["OP_GET_CAPTURED",0],
  ["OP_GET_LOCAL",5],
  ["OP_CONSTANT",{"list":[]}],
  ["OP_CALL",0],
  "reverse",
  "apply",
  ["OP_SET_LOCAL",5],
  ["OP_SET_LOCAL",1],
  ["OP_NOT"],
  "map",
  ["OP_GET_CAPTURED",1],
  "%set-dynamic!",
  ["OP_FALSE"],
  ["OP_SET_LOCAL",6],
  ["OP_GET_LOCAL",6],
  "%dynamic",
  ["OP_JUMP"],
  ["OP_CALL",4],
  "list",
  ["OP_TAIL_CALL",3],
  ["OP_NIL"],
  ["OP_GET_LOCAL",8],
  "string->list",
  "%winds",
  ["OP_TAIL_CALL",0],
  ["OP_CALL",3],
  ["OP_EQUAL"],
  ["OP_DUP"],
  ["OP_LOOP",1],
  ["OP_CONSTANT",0],
  ["OP_SET_LOCAL",7],
  ["OP_GET_LOCAL",7],
  "vector->list",
  "append",
  ["OP_ADD"],
  ["OP_GET_LOCAL",9],
  ["OP_GET_CALLEE"],
  ["OP_CONSTANT",{"symbol":"interaction-environment"}],
  ["OP_TRUE"],
  ["OP_CONSTANT",1],
  ["OP_GET_CAPTURED",2],
  ["OP_SET_LOCAL",8],
  ["OP_SET_LOCAL",9],
  ["OP_CONSTANT","sort"],
  ["OP_TAIL_CALL",4],
  ["OP_APPLY"],
  ["OP_PRINT"],
  ["OP_CAPTURE"],
  ["OP_GET_DYNAMIC"],
  ["OP_SET_DYNAMIC"],
  ["OP_CONSTANT","with-exception-handler"],
  ["OP_SET_LOCAL",0],
  ["OP_NOT_EQUAL"],
  ["OP_GREATER_EQUAL"],
  ["OP_CONSTANT",2],
  ["OP_LESS"],
  ["OP_CONSTANT","hash-table-ref: no such key:"],
];

export const compiled: string = `
apply 3)"%spread"+(k
print 2)lR0
call/cc 2)"%continuation"m(7
%dynamic 0n0
%set-dynamic! 2)oR0
%continuation 2UMA(E=1+)$"eq?">UMA(/,N"%rewind">(:!CH)5$0
%rewind 2"%common"UMA()/E#UMA(4"eq?"*+/,NI"cddr".*(((:"cadr".*((A:6!=2+$"eq?")>/,R0!b2)((:I"cddr".)(((:..)((V$4*)7
dynamic-wind 6MA1)A:I"%with-winds"-88)8*-//U-(//(:+A9I-(:*A:30
call-with-values 4C+"%values->list")A(5
%catch 2MAE"%handlers"+(4I"%with-handlers"+2*("%catch"W(:.*()(:"%returned")7
with-exception-handler 4MA4I"%with-handlers"*8"%procedure"p)/"%handlers"*(/"%catch"W(:+A1I*(:-0
raise-continuable 2MAE"%handlers"+(4;*(,"raise")7!I"%with-handlers"+2*("%catch"W(:.*()(1I+(:-0
%guard 4"call/cc"=2+)$"with-exception-handler"=2)>$"call/cc"=2>H)$>=0Hf)$>H=0fH$>=0H$"raise-continuable">7$7$5$7$(V$=0H$>Aq=0)$>0$0$5$(V
make-parameter 3;+(,"%parameter")J5!"%parameter".+()(.+(5
%parameterize 4MA4G=2$"%converter".)((E+,8.)(+2)((5!)0$)/1I"%with-parameters"*-/(:+A9I*(:30
%delay 2"%delay-force"=0)$"%promise">A7$7
force 2"promise?")(,#"%forced?")(,"%promised")7!"%promised")(AE"%forced?")(,N"%force")+/:!6!)0
%case-lambda 1=1)$C"%clause">"length")(/)5$E+0
eval 3"%compile")(V
interaction-environment 0c0
environment 1c0
scheme-report-environment 2c0
= 3+4#;*(,d0!).*(X,2*(46!J0
!= 4)+r0
equal? 4)+X0
member 5;*(,+1#<-(F,J0!).-(X,-0!2-(16!"find-tail"=2*)$.>(H)5$+5
assoc 5;*(,+1#<-(F,J0!)..-((X,.-7!2-(16!"find"=2*)$.>(H.)(5$+5
filter 4+4@1#<*(F,B-7!).*((,2*(8.*(-/146!2*(-146
remove 4+4@1#<*(F,B-7!).*((,2*(-146!2*(8.*(-/146
delete 5;*(,"equal?"N.*(!1"remove"=2-)$>H)5$+5
delete-duplicates 3;+(,"equal?"N.+(!4)1@9#<-(F,B37!"any"=2*-$>).H(5$3/,2-(3916!2-(8.-(3/916
partition 4+4@1@9#<*(F,"%values"B-(B3(5!).*((,2*(8.*(-/39146!2*(-8.*(3/9146
find-tail 4+4#<*(F,J0!).*((,*0!2*(46
span 4+4@1#<*(Y,:).*((!,2*(8.*(-/146!"%values"B-(*5
break 4"span"=2)$>)(F0$+5
take-while 4+4@1#<*(Y,:).*((!,2*(8.*(-/146!B-7
drop-while 4+4#<*(Y,:).*((!,2*(46!*0
%some-ended? 2)E#;+(,J0!<.+((,2+(E6!d0
%all-cars 2)E@4#;+(,B*7!2+(8..+((*/4E6
%all-cdrs 2)E@4#;+(,B*7!2+(82.+((*/4E6
map 5;*(,+1@9#<-(,2-(8).-((3/916!B37!8+*/1@9#"%some-ended?"-(,B37!"%all-cdrs"-(8C)"%all-cars"-(/3/91Z
for-each 5;*(,+1#<-(,).-((:2-(16!R0!8+*/1#"%some-ended?"-(,R0!C)"%all-cars"-(/:"%all-cdrs"-(1Z
fold 7;-(,*9+D#<3(,23().3(?/D96!?0!8*-/9+D#"%some-ended?"3(,?0!"%all-cdrs"3(C)_"%all-cars"3(P?(//D9Z
fold-left 6*1+9#<-(,2-()3.-(/916!30
fold-right 7;-(,B*(9+D#<3(,23().3(?/D96!?0!BCGP*-O(9+D#<3(,23(C)_.3(P?(//D9Z!?0
reduce 6<*(,2*(1.*(9#<-(,2-().-(3/916!30!+0
reduce-right 6<*(,B*(1"fold-left"=4)$>+)5$.-(2-(Q!+0
append-map 5"fold-right"_@CG)+*OQ
filter-map 5"filter"=2$)0$CG)+*O5
list-tabulate 4G+"iota")(5
unfold 9-D@K#)?(,_BL(;3(,@N.3(?(!5!*?(8+?(L/KD6
unfold-right 9-D;3(,@N.3(!K#)?(,L0!*?(8+?(L/KD6
list-index 4+4[1#<*(F,J0!).*((,-0!2*(-e\`146
find 4+4#<*(F,J0!).*((,.*7!2*(46
any 5;*(,+1#<-(F,J0!;2-((,).-(7!).-((Y,N:2-(16!0!"any"=2)$C>)5$CGP+*O5
every 5;*(,+1#<-(F,d0!;2-((,).-(7!).-((,2-(16!J0!"every"=2)$C>)5$CGP+*O5
count 4+4[1#<*(F,-0!).*((,2*(-e\`146!2*(-146
%merge 6)1.)(9+D.+(K@\\#*L3/,2?(g8L]/h;S(,"append-reverse"a-5!-3S.S(a\\KD916!2-(g83]/h;S(,"append-reverse"a?5!S.S(?La\\KD916
%first-run 42)(4.)(1P.)((9#;*(,8B3(@5!+.*(-/,;23((,2*(D.*(K8.*(3/\\#;?(,8]@5!+.?(L/,2?(.?(8.?(]/\\KDZ!8]?5!8B3(*5!2*(.*(8.*(3/9146
%sort-list 4)4@1#<*(,"%first-run"*+/923(8.3(-/146!=2+$;)(,@0!;2)((,.)7!)E@4#;+(,bB*(7!;2+((,bB8.+(*/(7!"cddr"+(8"%merge".+("cadr"+(>W*/4E6$93B-(7
sort 4"%procedure"i+/:"vector?")(,"list->vector""%sort-list"^)(+/7!"%sort-list""%list"i)/+5
list-sort 4"sort"+)5
vector-map 5"list->vector"CG)^+(G^*/O7
vector-for-each 5C"for-each")^+(G^*/j
string-map 5"list->string"CG)T+(GT*/O7
string-for-each 5C"for-each")T+(GT*/j
%character-test 2"char?")(,=2)$"char=?")>5$0!)0
string-index 4"list-index""%character-test"+(T)(5
string-count 4"count""%character-test"+(T)(5
vector-tabulate 4"list->vector""list-tabulate"+)/7
vector-binary-search 6[1"vector-length")(9#-3s,J0!"quotient"-3\`t/D*"vector-ref")?/+/KL[X,?0!L[u,?e\`3916!-?916
hash-table-ref 5"%hash-table-ref")+/1-F,<*(,.*(V!"error"v+5!<*(Y,:<2*((!,"cadr"*(2-(7!2-7
hash-table-update! 7"hash-table-set!")+*C"hash-table-ref")+-O(Q
hash-table-update!/default 8"hash-table-set!")+*"hash-table-ref/default")+-W(Q
hash-table-walk 4"for-each"=2+$>.)(2)(5$"hash-table->alist")(5
hash-table-fold 6"fold"=4+$>.)(2)(+Q$*"hash-table->alist")(Q
hash-table-merge! 4"hash-table-walk"+=4)$"hash-table-exists?">)/,R0!"hash-table-set!">)+Q$/:)0
call-with-output-string 2"open-output-string"AE)+(:"get-output-string"+7
with-output-to-string 2"call-with-output-string"=2)$"%parameterize"P8"current-output-port")/(>5$7
call-with-port 4+)(4"close-port")(:*0
`;
