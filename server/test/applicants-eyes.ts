import type { ReliefHouse, TestResident } from './relief-house';
import { send } from './resident';

/** Random things by which one story differs from another: ids, links, receipt numbers, hashes and the people's numbers. */
const RANDOM =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![\w-])[\w-]{27}(?![\w-])|999999\d{11}[\dX]|\d\*{16}[\dX]|JM\d{8}-\w{8}/g;

/**
 * What whoever applied can read of their application, of their data and of who looked, one line for each thing there
 * is: two stories that show them the same have the same lines.
 */
export class ApplicantsEyes {
  readonly lines: string[] = [];

  constructor(
    private readonly house: ReliefHouse,
    private readonly applicant: TestResident,
    private readonly id: string,
    private readonly token: string,
  ) {}

  async lookAround(when: string): Promise<void> {
    const application = `relief/applications/${this.id}`;
    const own = [application, `${application}/timeline`, 'relief/applications', 'notices'];
    for (const path of [...own, `relief/invitations/${this.token}`, 'disclosures', 'accesses', 'export']) {
      const authorization = `Bearer ${this.applicant.accountId}`;
      const { status, body } = await send(this.house.server, 'GET', `/api/v1/${path}`, undefined, { authorization });
      for (const line of linesOf(body)) this.lines.push(`${when} GET ${path} ${status} ${line}`.replace(RANDOM, '#'));
    }
  }
}

/** Every value with the way to it, lists sorted: what has one instant comes in the order of random ids. */
function linesOf(value: unknown, way = ''): readonly string[] {
  if (Array.isArray(value)) {
    const each = value.map((item) =>
      linesOf(item)
        .map((line) => line.replace(RANDOM, '#'))
        .join('; '),
    );
    return each.sort().map((item) => `${way}[] ${item}`);
  }
  if (typeof value !== 'object' || value === null) return [`${way} ${String(value)}`];
  return Object.entries(value).flatMap(([key, said]) => linesOf(said, `${way}.${key}`));
}
