import { dayOfNumber } from '../kernel/civil-date';
import { type Answers, FactCell } from './answers';
import type { CompiledCondition, CompiledExpression, ValueTest } from './compiled';
import { CompiledGroup, type CompiledLeaf, CompiledNegation, FactLeaf, NumberLeaf } from './compiled-condition';
import { CompiledDerived, ofDerived } from './compiled-derived';
import * as build from './compiled-expression';
import type { Condition, Leaf, Test } from './condition';
import type { Expression } from './expression';
import { limitOn, type StandardsOfDay } from './limit';
import { Membership, Side } from './side';
import type { Vocabulary } from './vocabulary';

/**
 * Turns rules into trees that hold the thresholds of one day and the cells of their facts, so that judging a household
 * looks nothing up and makes nothing. Nothing is generated as text: WeChat forbids it.
 */
export class Compiler {
  private readonly derivedByName = new Map<string, CompiledDerived>();
  private leaves: (FactLeaf | NumberLeaf)[] = [];

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly standards: StandardsOfDay,
    private readonly answers: Answers,
  ) {}

  /** The condition, and its leaves in reading order. Throws on a name the vocabulary lacks. */
  rule(condition: Condition): {
    readonly condition: CompiledCondition;
    readonly leaves: readonly (FactLeaf | NumberLeaf)[];
  } {
    this.leaves = [];
    const compiled = this.condition(condition, true);
    return { condition: compiled, leaves: this.leaves };
  }

  expression(expression: Expression): CompiledExpression {
    switch (expression.kind) {
      case 'amount': {
        const value = limitOn(expression.of, this.standards);
        return value === undefined ? build.constant(0, Number.POSITIVE_INFINITY) : build.constant(value, value);
      }
      case 'fact':
        return this.numericFact(expression.fact);
      case 'sum':
        return build.sumOf(expression.of.map((part) => this.expression(part)));
      case 'minus':
        return build.difference(this.expression(expression.from), this.expression(expression.take));
      case 'times':
        return build.times(this.expression(expression.of), this.expression(expression.by));
      case 'per':
        return build.per(this.expression(expression.of), this.expression(expression.by));
      case 'notBelowZero':
        return build.notBelowZero(this.expression(expression.of));
      case 'cases':
        return expression.of.reduceRight(
          (otherwise, { when, is }) =>
            build.choice(this.condition(when, false), this.expression(is), otherwise, this.answers),
          this.expression(expression.otherwise),
        );
      case 'countedIf':
        return this.countedIf(this.standards.get(expression.flag)?.value, expression.of);
      case 'unknown':
        return build.unknownSize(
          expression.from ? this.expression(expression.from) : build.constant(0, 0),
          expression.to ? this.expression(expression.to) : build.constant(0, Number.POSITIVE_INFINITY),
        );
    }
  }

  private condition(condition: Condition, shown: boolean): CompiledCondition {
    switch (condition.kind) {
      case 'leaf': {
        const leaf = this.leaf(condition);
        if (shown) this.leaves.push(leaf);
        return leaf;
      }
      case 'not':
        return new CompiledNegation(this.condition(condition.of, shown));
      default:
        return new CompiledGroup(
          condition.kind,
          condition.of.map((part) => this.condition(part, shown)),
        );
    }
  }

  private countedIf(flag: number | undefined, of: Expression): CompiledExpression {
    if (flag === undefined) return build.unknownSize(build.constant(0, 0), this.expression(of));
    return flag === 1 ? this.expression(of) : build.constant(0, 0);
  }

  private leaf(leaf: Leaf): FactLeaf | NumberLeaf {
    const { test, fact } = leaf;
    const threshold = test.op === 'oneOf' ? test.values : limitOn(test.limit, this.standards);
    const cell = this.answers.use(fact);
    if (cell) return new FactLeaf(leaf, shownAs(threshold, cell), this.answers, cell, this.valueTest(test, cell));
    if (test.op === 'oneOf') throw new Error(`${leaf.id}: ${fact} is not a fact, so it cannot be one of a list`);
    return new NumberLeaf(leaf, threshold, this.answers, this.derived(fact), this.side(test));
  }

  private valueTest(test: Test, cell: FactCell): ValueTest | undefined {
    if (test.op !== 'oneOf') return this.side(test);
    return new Membership(new Set(test.values.map((value) => cell.codeOf(value))));
  }

  private derived(name: string): CompiledDerived {
    const known = this.derivedByName.get(name);
    if (known) return known;
    const definition = this.vocabulary.derived[name];
    if (!definition) throw new Error(`no fact and no derived number is called ${name}`);
    const compiled = new CompiledDerived(this.expression(definition.is), this.answers);
    this.derivedByName.set(name, compiled);
    return compiled;
  }

  private numericFact(name: string): CompiledExpression {
    if (this.vocabulary.derived[name]) return ofDerived(this.derived(name));
    const cell = this.answers.use(name);
    if (cell && (cell.definition.type === 'count' || cell.definition.type === 'money')) return build.ofFact(cell);
    throw new Error(`${name} is not a number`);
  }

  private side(test: Exclude<Test, { op: 'oneOf' }>): Side | undefined {
    const limit = limitOn(test.limit, this.standards);
    if (limit === undefined) return undefined;
    if (test.equality === undefined) return new Side(test.op, limit, undefined);
    const flag = this.standards.get(test.equality)?.value;
    return new Side(test.op, limit, flag === undefined ? 'open' : flag === 1 ? 1 : 0);
  }
}

/** A threshold on a date is shown as a day. */
function shownAs(threshold: CompiledLeaf['threshold'], { definition }: FactCell): CompiledLeaf['threshold'] {
  return definition.type === 'date' && typeof threshold === 'number' ? dayOfNumber(threshold) : threshold;
}
