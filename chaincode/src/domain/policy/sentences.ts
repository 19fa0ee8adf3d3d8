import { OPERANDS } from './compose-policy';
import {
  isLogical,
  type AtomicConstraint,
  type Constraint,
  type Operator,
  type Policy,
  type Rule,
  type RuleKind,
} from './policy';

/** One sentence in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const say = (zh: string, en: string): Sentence => ({ zh, en });

const KINDS: Readonly<Record<RuleKind, Sentence>> = {
  permission: say('允许', 'may'),
  prohibition: say('禁止', 'may not'),
  obligation: say('必须', 'must'),
};
const ACTIONS: Readonly<Record<string, Sentence>> = {
  use: say('使用数据', 'use the data'),
  read: say('读取数据', 'read the data'),
  grantUse: say('向他人转授权', 'let others use the data'),
  delete: say('删除所持数据', 'delete the data that it holds'),
  distribute: say('分发数据', 'distribute the data'),
  transfer: say('转让数据', 'transfer the data'),
  sell: say('出售数据', 'sell the data'),
  compensate: say('支付报酬', 'pay for it'),
};
const OPERATOR_WORDS: Readonly<Record<Operator, Sentence>> = {
  eq: say('为', 'is'),
  neq: say('不为', 'is not'),
  lt: say('早于或小于', 'is before or below'),
  lteq: say('不超过', 'is at most'),
  gt: say('晚于或大于', 'is after or above'),
  gteq: say('不低于', 'is at least'),
  isAnyOf: say('属于', 'is one of'),
  isNoneOf: say('不属于', 'is none of'),
  isAllOf: say('全部为', 'is all of'),
  isA: say('是', 'is a'),
  hasPart: say('包含', 'has part'),
  isPartOf: say('属于', 'is part of'),
};

/** Constraints that people say in words of their own: by operand and operator. */
const PHRASES: Readonly<Record<string, (values: string) => Sentence>> = {
  'purpose eq': (value) => say(`仅用于“${value}”`, `for the purpose “${value}” only`),
  'dateTime gteq': (value) => say(`自 ${value} 起`, `from ${value} on`),
  'dateTime lt': (value) => say(`至 ${value} 前`, `until before ${value}`),
  'spatial eq': (value) => say(`仅在 ${value} 境内`, `within ${value} only`),
  'count lteq': (value) => say(`每周期至多 ${value} 次`, `at most ${value} times in each period`),
  'timeInterval eq': (value) => say(`周期为 ${value}`, `a period being ${value}`),
  'delayPeriod lteq': (value) => say(`在授权结束后 ${value} 内`, `within ${value} after the end`),
  [`${OPERANDS.field} isAnyOf`]: (value) => say(`仅限字段：${value}`, `these fields only: ${value}`),
  [`${OPERANDS.mode} isAnyOf`]: (value) => say(`方式：${value}`, `in these modes: ${value}`),
  [`${OPERANDS.basis} eq`]: (value) => say(`依据：${value}`, `on the basis: ${value}`),
};

const JOINED = {
  and: say('且', 'and'),
  andSequence: say('并依次', 'and then'),
  or: say('或', 'or'),
  xone: say('或仅', 'or else'),
} as const;

/** What a policy says, a sentence a rule, in plain Chinese and English; made from the policy itself and from nothing else. */
export function sentencesOf(policy: Policy): Sentence[] {
  return (Object.keys(KINDS) as RuleKind[]).flatMap((kind) => policy[kind].map((rule) => sentenceOf(kind, rule)));
}

function sentenceOf(kind: RuleKind, rule: Rule): Sentence {
  const who = rule.assignee ?? '';
  const action =
    rule.action === undefined ? say('进行任何操作', 'do anything') : (ACTIONS[rule.action] ?? say(rule.action, rule.action));
  const conditions = rule.constraints.map(phraseOf);
  const duties = rule.duties.map((duty) => sentenceOf('obligation', duty));
  const zh = [`${who === '' ? '使用方' : who}${KINDS[kind].zh}${action.zh}`, ...conditions.map((each) => each.zh)].join('，');
  const en = [`${who === '' ? 'The consumer' : who} ${KINDS[kind].en} ${action.en}`, ...conditions.map((each) => each.en)].join(
    ', ',
  );
  return {
    zh: `${zh}。${duties.map((duty) => `并且${duty.zh}`).join('')}`,
    en: `${en}.${duties.map((duty) => ` Besides: ${duty.en}`).join('')}`,
  };
}

function phraseOf(constraint: Constraint): Sentence {
  if (!isLogical(constraint)) return atomOf(constraint);
  const parts = constraint.of.map(phraseOf);
  const joined = JOINED[constraint.logical];
  return say(`（${parts.map(({ zh }) => zh).join(` ${joined.zh} `)}）`, `(${parts.map(({ en }) => en).join(` ${joined.en} `)})`);
}

function atomOf({ leftOperand, operator, rightOperand }: AtomicConstraint): Sentence {
  const values = typeof rightOperand === 'string' ? [rightOperand] : rightOperand;
  const phrase = PHRASES[`${leftOperand} ${operator}`];
  if (phrase !== undefined) return say(phrase(values.join('、')).zh, phrase(values.join(', ')).en);
  const words = OPERATOR_WORDS[operator];
  return say(`${leftOperand}${words.zh}${values.join('、')}`, `${leftOperand} ${words.en} ${values.join(', ')}`);
}
