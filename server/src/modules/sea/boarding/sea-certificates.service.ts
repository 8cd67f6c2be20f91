import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { SeaCertificateCheckView, SeaCertificateView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { problems } from '../../../platform/http/problem';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { Notices } from '../../notices/notices.port';
import { type Farewell, Farewells } from '../farewells/farewells.port';
import { certificateReport, SeaCertificateRow } from './boarding.entity';
import type { ScatteredReport } from './boarding.port';
import { boardingProblems } from './boarding-words';

interface Report {
  readonly at: string;
  readonly vessel: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Some eighty bits: nobody finds one by trying. */
const SEAL_SIGNS = 20;
const SEAL_GROUP = /.{1,5}/g;

/** When and where an urn was given to the sea, kept for the family. */
@Injectable()
export class SeaCertificates {
  constructor(
    private readonly transactions: Transactions,
    private readonly farewells: Farewells,
    private readonly notices: Notices,
    private readonly sealing: Sealing,
  ) {}

  /** False when there is one already: the first report stands. Inside a transaction. */
  async issue(farewell: Farewell, { number, at, vessel, latitude, longitude }: ScatteredReport): Promise<boolean> {
    const { manager } = this.transactions;
    // Two reports at once: the second waits here, and then finds what the first wrote.
    await this.farewells.findForUpdate(farewell.id);
    if (await this.find(farewell.id, true)) return false;
    const report: Report = {
      at: at.toISOString(),
      vessel,
      latitude: fiveDecimals(latitude),
      longitude: fiveDecimals(longitude),
    };
    const day = dayInShanghai(at.getTime());
    await manager.insert(SeaCertificateRow, {
      farewellId: farewell.id,
      number,
      day,
      monthDay: day.slice(5),
      report: this.sealing.sealJson(labelIn(certificateReport, farewell.id), report),
      seal: this.sealOf(farewell.id, number, report),
    });
    for (const accountId of accountsOf(farewell))
      await this.notices.post({
        accountId,
        topic: 'farewell-certificate',
        about: { kind: 'farewell', id: farewell.id },
      });
    return true;
  }

  /** For the family. @throws Problem 409 `farewell.no-certificate` while the vessel has reported nothing. */
  async get(id: string): Promise<SeaCertificateView> {
    const found = await this.viewOf(id);
    if (!found) throw boardingProblems.noCertificate();
    return found;
  }

  async viewOf(id: string): Promise<SeaCertificateView | undefined> {
    const [row, farewell] = [await this.find(id), await this.farewells.find(id)];
    if (!row || !farewell) return undefined;
    const { number: signUp, deceased } = farewell;
    return { ...this.said(row), ...(deceased.name !== undefined && { name: deceased.name }), signUp, seal: row.seal };
  }

  /** Whether such a paper was issued, and what it says beside the name. @throws Problem 404 */
  async check(seal: string): Promise<SeaCertificateCheckView> {
    const row = await this.transactions.manager.findOneBy(SeaCertificateRow, { seal: tidySeal(seal) });
    if (!row) throw problems.notFound();
    return this.said(row);
  }

  private find(farewellId: string, locked = false): Promise<SeaCertificateRow | null> {
    const { manager } = this.transactions;
    return manager.findOne(SeaCertificateRow, { where: { farewellId }, ...(locked && forUpdate(manager)) });
  }

  private said({ farewellId, number, day, report }: SeaCertificateRow): SeaCertificateCheckView {
    return { number, day, ...this.sealing.openJson<Report>(labelIn(certificateReport, farewellId), report) };
  }

  private sealOf(farewellId: string, number: string, { at, vessel, latitude, longitude }: Report): string {
    const text = [farewellId, number, at, vessel, latitude, longitude].join('\n');
    const { digest } = this.sealing.index('sea-certificate', text);
    return grouped(digest.toString('hex').slice(0, SEAL_SIGNS));
  }
}

/** As somebody types it off a paper: small letters, spaces, no lines between. */
function tidySeal(seal: string): string {
  return grouped(seal.replace(/[^0-9a-z]/gi, ''));
}

function grouped(signs: string): string {
  return (signs.toUpperCase().match(SEAL_GROUP) ?? []).join('-');
}

function fiveDecimals(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}

function accountsOf({ accountId, kin }: Farewell): readonly string[] {
  const joined = kin.filter(({ state }) => state !== 'asks').map((one) => one.accountId);
  return [...new Set([accountId, ...joined])].filter((each) => each !== undefined);
}
