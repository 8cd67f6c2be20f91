import { Injectable } from '@nestjs/common';
import { type ActedOn, StaffApart } from '../../../platform/audit/staff-apart.port';
import { type IdMark, StaffDuty } from '../../../platform/audit/staff-duty.port';
import { Database } from '../../../platform/database/database.module';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { tablesOf } from '../audit-objects';
import { tableOf } from '../catalogue/catalogue';
import { sharedTopics } from '../disclosures/topics';
import { ownedBy, type Subject } from '../owned-rows';
import { NEAR, signedFor } from './kin';

/** What a signer’s number is filed under (relief_signature in the catalogue). */
const SIGNER = 'signature-signer';
/** Nobody’s account: of a person who has none here. */
const NO_ACCOUNT = '';

/** A colleague and their family, found by the blind indexes of their ID number. */
@Injectable()
export class StaffApartFromKin extends StaffApart {
  constructor(
    private readonly transactions: Transactions,
    private readonly duties: StaffDuty,
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {
    super();
  }

  async isApart(staffId: string, about: ActedOn): Promise<boolean> {
    for (const subject of await this.nearTo(staffId)) if (await this.isTheirs(subject, about)) return true;
    return false;
  }

  async accountsNear(staffId: string): Promise<ReadonlySet<string>> {
    return new Set((await this.nearTo(staffId)).map(({ accountId }) => accountId));
  }

  private async nearTo(staffId: string): Promise<readonly Subject[]> {
    const marks = await this.duties.marksOf(staffId);
    const person = marks.length === 0 ? undefined : await this.personOf(marks);
    return person === undefined ? [] : this.ownAndNear(person);
  }

  private async isTheirs(subject: Subject, { person, object }: ActedOn): Promise<boolean> {
    if (person !== undefined && (person === subject.personId || person === subject.accountId)) return true;
    for (const { table, id } of await this.rowsOf(object)) {
      const entry = tableOf(table);
      const owned = ownedBy(entry, subject);
      if (!owned) continue;
      const sql = `SELECT 1 AS found FROM ${table} WHERE ${entry.key ?? 'id'} = ? AND ${owned.sql} LIMIT 1`;
      if ((await this.ask(sql, [id, ...owned.values])).length > 0) return true;
    }
    return false;
  }

  /** Where what an act is about may stand; of a message to a bureau the row it carries something of. */
  private async rowsOf(
    object: string | undefined,
  ): Promise<readonly { readonly table: string; readonly id: string }[]> {
    const [kind = '', id] = object?.split(':') ?? [];
    if (id === undefined) return [];
    if (kind !== 'outbox-message') return tablesOf(kind).map((table) => ({ table, id }));
    const messages = await this.ask<{ topic: string; order_id: string }>(
      'SELECT topic, order_key AS order_id FROM outbox_message WHERE id = ?',
      [id],
    );
    return messages.flatMap(({ topic, order_id }) => {
      const table = sharedTopics[topic]?.table;
      return table === undefined ? [] : [{ table, id: order_id }];
    });
  }

  private async personOf(marks: readonly IdMark[]): Promise<string | undefined> {
    const any = marks.map(() => '(id_number_key_id = ? AND id_number_digest = ?)').join(' OR ');
    const values = marks.flatMap(({ keyId, digest }) => [keyId, Buffer.from(digest, 'hex')]);
    const [row] = await this.ask<{ id: string }>(`SELECT id FROM person WHERE ${any}`, values);
    return row?.id;
  }

  /** One step far: a cousin of a cousin is nobody’s business. */
  private async ownAndNear(person: string): Promise<readonly Subject[]> {
    const own = await this.subjectsOf(person);
    const accounts = own.map(({ accountId }) => accountId);
    const marks = accounts.map(() => '?').join(', ');
    const subjects = [...own];
    for (const { is, sql, people } of NEAR) {
      const values = people > 0 ? Array.from({ length: people }, () => person) : accounts;
      const rows = await this.ask<{ id: string }>(sql(marks), values);
      for (const id of new Set(rows.map((row) => row.id)))
        subjects.push(...(is === 'person' ? await this.subjectsOf(id) : await this.accountOf(id)));
    }
    for (const id of await this.signedFor(person)) subjects.push(...(await this.accountOf(id)));
    return subjects;
  }

  private async signedFor(person: string): Promise<ReadonlySet<string>> {
    const [row] = await this.ask<{ id_number: Buffer }>('SELECT id_number FROM person WHERE id = ?', [person]);
    const [number] = this.database.sealedColumns.filter(
      ({ table, column }) => table === 'person' && column === 'id_number',
    );
    if (!row || !number) return new Set();
    const entries = this.sealing.indexes(SIGNER, this.sealing.open(labelIn(number, person), row.id_number));
    const values = entries.flatMap(({ keyId, digest }) => [keyId, digest]);
    return new Set((await this.ask<{ id: string }>(signedFor(entries.length), values)).map(({ id }) => id));
  }

  private async subjectsOf(personId: string): Promise<readonly Subject[]> {
    const rows = await this.ask<{ id: string }>('SELECT account_id AS id FROM account_person WHERE person_id = ?', [
      personId,
    ]);
    if (rows.length === 0) return [{ accountId: NO_ACCOUNT, personId }];
    return rows.map(({ id }) => ({ accountId: id, personId }));
  }

  private async accountOf(accountId: string): Promise<readonly Subject[]> {
    const [row] = await this.ask<{ id: string }>('SELECT person_id AS id FROM account_person WHERE account_id = ?', [
      accountId,
    ]);
    return [row ? { accountId, personId: row.id } : { accountId }];
  }

  private ask<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.transactions.manager.query(sql, [...values]);
  }
}
