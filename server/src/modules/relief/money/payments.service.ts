import { type MoneyStory, type MoneyWord, moneyStory, type PaymentsView } from '@jinmen/shared/applications/payments';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { CasesRepository, type KeptEvent, type OpenedCase } from '../cases/cases.repository';
import { isMoneyKind, MONEY_EVENTS, wordOf } from './money-events';

/** What came of the money of each programme of some cases. */
export class Payments {
  constructor(private readonly stories: ReadonlyMap<string, MoneyStory>) {}

  of(caseId: string, programme: string): PaymentsView | undefined {
    return this.stories.get(keyOf(caseId, programme))?.view;
  }

  /** Whether anything has been paid. */
  get begun(): boolean {
    return [...this.stories.values()].some(({ view }) => (view?.paid.length ?? 0) > 0);
  }

  /** Whether something of the case is paid now. */
  runs({ row, items }: Pick<OpenedCase, 'row' | 'items'>): boolean {
    return items.some(({ programme }) => this.of(row.id, programme)?.state === 'paying');
  }
}

/** Folds what bureaus said of money, for whoever shows it. */
@Injectable()
export class PaymentStories {
  constructor(
    private readonly cases: CasesRepository,
    private readonly clock: Clock,
  ) {}

  async of(cases: readonly { readonly row: Pick<OpenedCase['row'], 'id'> }[]): Promise<Payments> {
    if (cases.length === 0) return new Payments(new Map());
    const events = await this.cases.events(
      cases.map(({ row }) => row.id),
      MONEY_EVENTS,
    );
    return new Payments(this.storiesOf(events));
  }

  /** What is known of one programme once this was said too. */
  async withWord(caseId: string, programme: string, word: MoneyWord): Promise<MoneyStory> {
    const events = await this.cases.events([caseId], MONEY_EVENTS);
    return moneyStory(programme, [...wordsOf(events, programme), word], this.clock.today());
  }

  private storiesOf(events: readonly KeptEvent[]): ReadonlyMap<string, MoneyStory> {
    const pairs = new Map(events.map(({ caseId, detail }) => [keyOf(caseId, String(detail.programme)), detail]));
    return new Map(
      [...pairs].map(([key, { programme }]) => {
        const own = events.filter(({ caseId, detail }) => keyOf(caseId, String(detail.programme)) === key);
        return [key, moneyStory(String(programme), wordsOf(own, String(programme)), this.clock.today())];
      }),
    );
  }
}

function wordsOf(events: readonly KeptEvent[], programme: string): readonly MoneyWord[] {
  return events.flatMap(({ eventId, at, kind, whyNot, detail }) =>
    isMoneyKind(kind) && whyNot === undefined && detail.programme === programme
      ? [wordOf(kind, detail, { id: eventId, at: at.toISOString() })]
      : [],
  );
}

function keyOf(caseId: string, programme: string): string {
  return `${caseId} ${programme}`;
}
