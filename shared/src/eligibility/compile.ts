import { candidatesOf } from './candidates';
import type { CompiledCondition, CompiledDerived, CompiledExpression, CompiledLeaf, IntervalTest } from './compiled';
import type { Comparison, Condition, Leaf, Test } from './condition';
import type { Expression } from './expression';
import { householdOf } from './household';
import { judgeOf } from './judge';
import { limitOn, type StandardsOfDay } from './limit';
import { exactly } from './measure';
import type { Vocabulary } from './vocabulary';

/**
 * Turns rules into trees with the thresholds of one day already looked up, so that judging a household touches
 * nothing but its facts. Nothing is generated as text: WeChat forbids it.
 */
export class Compiler {
  private readonly derivedByName = new Map<string, CompiledDerived>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly standards: StandardsOfDay,
  ) {}

  condition(condition: Condition): CompiledCondition {
    switch (condition.kind) {
      case 'leaf':
        return this.leaf(condition);
      case 'not':
        return { kind: 'not', of: this.condition(condition.of) };
      default:
        return { kind: condition.kind, of: condition.of.map((part) => this.condition(part)) };
    }
  }

  expression(expression: Expression): CompiledExpression {
    switch (expression.kind) {
      case 'amount': {
        const value = limitOn(expression.of, this.standards);
        return value === undefined ? { kind: 'open' } : { kind: 'known', measure: exactly(value) };
      }
      case 'fact':
        return this.numericFact(expression.fact);
      case 'sum':
        return { kind: 'sum', of: expression.of.map((part) => this.expression(part)) };
      case 'minus':
        return { kind: 'minus', from: this.expression(expression.from), take: this.expression(expression.take) };
      case 'times':
      case 'per':
        return { kind: expression.kind, of: this.expression(expression.of), by: this.expression(expression.by) };
      case 'notBelowZero':
        return { kind: 'notBelowZero', of: this.expression(expression.of) };
      case 'cases':
        return {
          kind: 'cases',
          of: expression.of.map(({ when, is }) => ({ when: this.condition(when), is: this.expression(is) })),
          otherwise: this.expression(expression.otherwise),
        };
      case 'countedIf':
        return this.countedIf(this.standards.get(expression.flag)?.value, this.expression(expression.of));
      case 'unknown':
        return {
          kind: 'unknown',
          from: expression.from ? this.expression(expression.from) : { kind: 'known', measure: exactly(0) },
          to: expression.to && this.expression(expression.to),
        };
    }
  }

  private countedIf(flag: number | undefined, of: CompiledExpression): CompiledExpression {
    if (flag === undefined) return { kind: 'unknown', from: { kind: 'known', measure: exactly(0) }, to: of };
    return flag === 1 ? of : { kind: 'known', measure: exactly(0) };
  }

  private leaf(leaf: Leaf): CompiledLeaf {
    const definition = this.vocabulary.facts[leaf.fact];
    const derived = definition ? undefined : this.derived(leaf.fact);
    const limit = leaf.test.op === 'oneOf' ? undefined : limitOn(leaf.test.limit, this.standards);
    const side = this.side(leaf.test, limit);
    const judge = judgeOf(leaf, definition, derived, side);
    const answers = definition ? candidatesOf(leaf.test, limit, definition) : [];
    const possible = new Set(answers.map((value) => judge(householdOf({ [leaf.fact]: value }))));
    return { kind: 'leaf', leaf, definition, derived, limit, side, judge, possible };
  }

  private derived(name: string): CompiledDerived {
    const known = this.derivedByName.get(name);
    if (known) return known;
    const definition = this.vocabulary.derived[name];
    if (!definition) throw new Error(`no fact and no derived number is called ${name}`);
    const compiled = { name, expression: this.expression(definition.is) };
    this.derivedByName.set(name, compiled);
    return compiled;
  }

  private numericFact(name: string): CompiledExpression {
    const definition = this.vocabulary.facts[name];
    if (definition?.type === 'count') return { kind: 'fact', fact: name, min: definition.min, max: definition.max };
    if (definition?.type === 'money') return { kind: 'fact', fact: name, min: 0, max: definition.max };
    throw new Error(`${name} is not a number`);
  }

  /** The test over an interval; undefined = the threshold is UNKNOWN. */
  private side(test: Test, limit: number | undefined): IntervalTest | undefined {
    if (test.op === 'oneOf' || limit === undefined) return undefined;
    if (test.equality === undefined) return comparison(test.op, limit);
    const flag = this.standards.get(test.equality)?.value;
    if (flag === undefined) return unsettledEquality(test.op, limit);
    const upper = test.op === 'below' || test.op === 'atMost';
    return comparison(upper ? (flag === 1 ? 'atMost' : 'below') : flag === 1 ? 'atLeast' : 'above', limit);
  }
}

function comparison(op: Comparison, limit: number): IntervalTest {
  switch (op) {
    case 'below':
      return (min, max) => (max < limit ? 'yes' : min >= limit ? 'no' : 'open');
    case 'atMost':
      return (min, max) => (max <= limit ? 'yes' : min > limit ? 'no' : 'open');
    case 'above':
      return (min, max) => (min > limit ? 'yes' : max <= limit ? 'no' : 'open');
    case 'atLeast':
      return (min, max) => (min >= limit ? 'yes' : max < limit ? 'no' : 'open');
  }
}
function unsettledEquality(op: Comparison, limit: number): IntervalTest {
  const upper = op === 'below' || op === 'atMost';
  return (min, max) => (max < limit ? (upper ? 'yes' : 'no') : min > limit ? (upper ? 'no' : 'yes') : 'open');
}
