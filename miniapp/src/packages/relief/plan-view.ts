import type { Programme } from '@jinmen/shared/eligibility/programme';
import type { LeftOut, Plan, PlanStep } from '@jinmen/shared/planner/plan';
import { plan as words } from '../../copy/plan';
import { sourceInWords } from './verdict-view';

/** One programme of the plan and, in one line, why it stands there. */
export interface PlanRow {
  readonly code: string;
  readonly title: string;
  readonly line: string;
}

/** What is written, for whoever asks why. */
export interface PlanReason {
  readonly why: string;
  readonly source: string;
}

/** A plan ready to be shown; every part may be empty. */
export interface PlanView {
  readonly title: string;
  readonly lead: string | undefined;
  /** What can be done at once, in order. */
  readonly steps: readonly PlanRow[];
  readonly waits: readonly PlanRow[];
  /** Whole lines: whom to ask, what still needs answers, what is had. */
  readonly lines: readonly string[];
  /** For whoever asks why: what gave way, and what is written. */
  readonly instead: readonly PlanRow[];
  readonly reasons: readonly PlanReason[];
}

/** `undefined` when the plan says no more than the answers below it. */
export function planView(plan: Plan, programmes: readonly Pick<Programme, 'code' | 'title'>[]): PlanView | undefined {
  const view = new Writer(plan, programmes).view();
  const rows = view.steps.length + view.waits.length;
  const alone = plan.apply.length === 1 && view.waits.length === 0;
  const said = plan.instead.length + plan.next.length + plan.ask.length + plan.held.length;
  return rows === 0 || (alone && said === 0) ? undefined : view;
}

class Writer {
  constructor(
    private readonly plan: Plan,
    private readonly programmes: readonly Pick<Programme, 'code' | 'title'>[],
  ) {}

  view(): PlanView {
    const { apply, later, instead, held } = this.plan;
    const waits = later.filter(({ standing, outlook }) => standing !== 'need-facts' || outlook === 'unlikely');
    const settled = apply.filter(({ standing }) => standing !== 'need-facts');
    const steps = settled.filter(({ programme }) => waits.every((each) => each.programme !== programme));
    const open = apply.filter(({ standing }) => standing === 'need-facts').map(({ programme }) => programme);
    const together = steps.length > 1;
    return {
      title: together ? words.title : steps.length === 1 ? words.titleOne : words.titleWaits,
      lead: together ? words.lead : undefined,
      steps: steps.map((step, index) => this.step(step, together ? index + 1 : undefined)),
      waits: waits.map((each) => this.row(each.programme, words.waits[each.outlook](this.titles(each.for)))),
      lines: [
        ...this.asks(),
        ...(open.length > 0 ? [words.open(this.titles(open))] : []),
        ...(held.length > 0 ? [words.held(this.titles(held))] : []),
      ],
      instead: instead.map((left) => this.row(left.programme, this.gaveWay(left))),
      reasons: this.reasons(),
    };
  }

  private step(step: PlanStep, at: number | undefined): PlanRow {
    const row = this.row(step.programme, this.why(step));
    return at === undefined ? row : { ...row, title: words.step(at, row.title) };
  }

  /** What most needs saying of it: what it stands against, else what led here, else how far it is settled. */
  private why({ programme, standing, over, beside, replaces }: PlanStep): string {
    const against = [
      ...(replaces.length > 0 ? [words.why.replaces(this.titles(replaces.map(({ other }) => other)))] : []),
      ...(over.length > 0 ? [this.overWords(programme, over)] : []),
    ];
    if (against.length > 0) return against.join('');
    const from = this.plan.next.filter(({ to }) => to === programme).map((each) => each.from);
    if (from.length > 0) return words.why.next(this.titles(from));
    const [said] = beside;
    if (said) return said.why;
    return standing === 'likely' ? words.why.likely : words.why['needs-review'];
  }

  private overWords(programme: string, over: readonly string[]): string {
    const left = this.plan.instead.filter((each) => over.includes(each.programme));
    const [choice] = left.flatMap(({ because }) => because.filter(({ other }) => other === programme));
    const by = choice?.by ?? 'rule';
    const next = by === 'rule' && left.every(({ ifNotGranted }) => ifNotGranted);
    return words.over[next ? 'ifNotGranted' : by](this.titles(over));
  }

  private gaveWay({ because, ifNotGranted }: LeftOut): string {
    const chosen = because.map(({ other }) => other);
    const held = chosen.filter((other) => this.plan.held.includes(other));
    if (held.length > 0) return words.instead.held(this.titles(held));
    return ifNotGranted ? words.instead.ifNotGranted(this.titles(chosen)) : words.instead.chosen(this.titles(chosen));
  }

  /** One line for each programme that says it of others, however many. */
  private asks(): readonly string[] {
    const { ask } = this.plan;
    const sayers = [...new Set(ask.map(({ pair: [by] }) => by))];
    return sayers.map((by) => {
      const said = ask.filter(({ pair }) => pair[0] === by);
      const others = said.map(({ pair: [, other] }) => this.title(other));
      return words.ask(this.title(by), others, said[0]?.phone ?? '');
    });
  }

  private reasons(): readonly PlanReason[] {
    const { apply, instead, later, next, ask } = this.plan;
    const told = [
      ...instead.flatMap(({ because }) => because),
      ...apply.flatMap(({ replaces, beside }) => [...replaces, ...beside]),
      ...later,
      ...next,
      ...ask,
    ].map(({ why, source }) => ({ why, source: words.source(sourceInWords(source)) }));
    return told.filter(({ why }, index) => told.findIndex((other) => other.why === why) === index);
  }

  private row(code: string, line: string): PlanRow {
    return { code, title: this.title(code), line };
  }

  private titles(codes: readonly string[]): readonly string[] {
    return codes.map((code) => this.title(code));
  }

  private title(code: string): string {
    return this.programmes.find((programme) => programme.code === code)?.title ?? code;
  }
}
