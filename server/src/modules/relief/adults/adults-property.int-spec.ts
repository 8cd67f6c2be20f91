import type { HouseholdMember } from '@jinmen/shared/applications/field';
import fc from 'fast-check';
import { IsNull, Not } from 'typeorm';
import {
  numbered,
  type ReliefHouse,
  startReliefHouse,
  type TestPerson,
  type TestResident,
  viewOf,
} from '../../../../test/relief-house';
import { Signers } from '../../../../test/signing';
import { until } from '../../../../test/until';
import type { CheckRequest } from '../../../bureaus/means-verification/means-verification.port';
import { Transactions } from '../../../platform/database/transactions';
import { OutboxMessageRow } from '../../../platform/outbox/outbox-message.entity';
import { AdultsRepository } from './adults.repository';

const LIVING = 'minimum-living-allowance';

let house: ReliefHouse;
const signers = new Signers(() => house);

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());

let order = 200;
const newPerson = (name: string): TestPerson => {
  order += 1;
  return { name, birth: '1981-02-02', idNumber: numbered('19810202', String(order)) };
};
/** Every call that had left already has been heard. */
const nothingUnderWay = () =>
  until(async () => {
    const { manager } = house.server.app.get(Transactions);
    expect(await manager.countBy(OutboxMessageRow, { lease: Not(IsNull()) })).toBe(0);
  });
const line = (up: boolean) => {
  house.bureaus['means-verification'].answer = up
    ? { kind: 'pending' }
    : { kind: 'failed', answered: false, why: 'no answer in time' };
};

const WHO = ['applicant', 'm1', 'm2'] as const;
type Who = (typeof WHO)[number];
type Step =
  | { readonly does: 'sign'; readonly who: Who }
  | { readonly does: 'take-back'; readonly who: Who }
  | { readonly does: 'street-asks'; readonly who: Who }
  | { readonly does: 'accept' | 'line-down' };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('sign' as const), who: fc.constantFrom(...WHO) }),
    fc.record({ does: fc.constant('take-back' as const), who: fc.constantFrom(...WHO) }),
    fc.record({ does: fc.constant('street-asks' as const), who: fc.constantFrom(...WHO) }),
    fc.record({ does: fc.constantFrom('accept' as const, 'line-down' as const) }),
  ),
  { minLength: 3, maxLength: 9 },
);

/** A household whose people do what a list of steps says, and what was heard of them. */
class Household {
  /** Of signatures that ended: how much had been heard by then. */
  private readonly endedAt = new Map<string, number>();
  /** Signatures on Anna's phone of which the street has asked whoever they are of. */
  private readonly asked = new Set<string>();

  constructor(
    private readonly anna: TestResident,
    private readonly id: string,
    private readonly caseNo: string,
    private readonly people: Readonly<Record<Who, { person: TestPerson; phone: TestResident }>>,
  ) {}

  static async ofThree(): Promise<Household> {
    const [wife, brother, self] = [newPerson('测试丙'), newPerson('测试丁'), newPerson('测试甲')];
    const anna = house.resident(self);
    const members: readonly HouseholdMember[] = [
      { id: 'm1', name: wife.name, idNumber: wife.idNumber, relation: 'spouse' },
      { id: 'm2', name: brother.name, idNumber: brother.idNumber, relation: 'sibling' },
    ];
    const { id, cases } = await anna.submitted([LIVING], { 'household.members': members });
    return new Household(anna, id, cases[0]?.id ?? '', {
      applicant: { person: self, phone: anna },
      m1: { person: wife, phone: house.resident(wife) },
      m2: { person: brother, phone: house.resident(brother) },
    });
  }

  async do(step: Step): Promise<void> {
    switch (step.does) {
      case 'sign':
        return this.sign(step.who);
      case 'take-back':
        return this.takeBack(step.who);
      case 'street-asks':
        return this.streetAsks(step.who);
      case 'line-down':
        return line(false);
      case 'accept':
        await house.tell('social-assistance', { kind: 'accepted', caseNo: this.caseNo, on: '2026-11-25' });
    }
  }

  private async sign(who: Who): Promise<void> {
    const { idNumber } = this.people[who].person;
    await this.anna.post(`/${this.id}/authorisations`, { member: who, accepted: true, idNumber });
  }

  private async streetAsks(who: Who): Promise<void> {
    const { person, phone } = this.people[who];
    const said = { idNumber: person.idNumber, on: '2026-11-25', how: 'by-phone', theirs: true } as const;
    const event = { kind: 'signer-asked', caseNo: this.caseNo, ...said } as const;
    if ((await house.tellCommon('social-assistance', event)) !== 'applied') return;
    for (const { id, withdrawnAt } of await signers.signatures(phone))
      if (withdrawnAt === undefined) this.asked.add(id);
  }

  private async takeBack(who: Who): Promise<void> {
    const { phone } = this.people[who];
    const standing = (await signers.signatures(phone)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
    for (const { id } of standing) expect((await signers.takeBack(phone, id)).status).toBe(204);
    await nothingUnderWay();
    for (const { id } of standing) this.endedAt.set(id, house.bureaus['means-verification'].heard.length);
  }

  /** Every call about one of them rests on their own signature, and none was made once that had ended. */
  async check(from: number): Promise<void> {
    const rows = house.server.app.get(AdultsRepository, { strict: false });
    for (const [at, { what, said }] of house.bureaus['means-verification'].heard.entries()) {
      if (what !== 'check-requested' || at < from) continue;
      const { authorisationNo, person } = said as CheckRequest;
      const signature = await rows.findSignature(authorisationNo);
      expect(signature && rows.signerOf(signature)).toBe(person.idNumber);
      expect(at).toBeLessThan(this.endedAt.get(authorisationNo) ?? Number.POSITIVE_INFINITY);
    }
  }

  /** Whose signature stands in the end was asked about once, and whoever never signed not at all. */
  async checkEnd(accepted: boolean): Promise<void> {
    const asked = house.bureaus['means-verification'].effects('check-requested') as readonly CheckRequest[];
    for (const [who, { person, phone }] of Object.entries(this.people)) {
      const theirs = await signers.signatures(phone);
      const about = asked.filter((each) => each.person.idNumber === person.idNumber);
      for (const { id, withdrawnAt } of theirs) {
        const times = about.filter(({ authorisationNo }) => authorisationNo === id).length;
        const rests = who === 'applicant' || this.asked.has(id);
        if (!rests) expect(times).toBe(0);
        else if (withdrawnAt === undefined) expect(times).toBe(accepted ? 1 : 0);
        else expect(times).toBeLessThanOrEqual(1);
      }
      if (theirs.length === 0) expect(about).toEqual([]);
    }
    expect(viewOf(await this.anna.call('GET', `/${this.id}`)).cases[0]?.items[0]?.state).toBe('in-hand');
  }
}

describe('whatever a household does, in whatever order', () => {
  it('nobody is looked up without a signature of their own that stands, nor by one on another’s phone the street did not ask about, and everybody else once', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        line(true);
        const from = house.bureaus['means-verification'].heard.length;
        const household = await Household.ofThree();
        for (const step of all) await household.do(step);
        line(true);
        await house.delivered();
        await household.check(from);
        await household.checkEnd(all.some(({ does }) => does === 'accept'));
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
