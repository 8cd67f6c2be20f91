import { aboardOf } from '@jinmen/shared/services/sea-scattering/content';
import { Injectable } from '@nestjs/common';
import { People, type VerifiedPerson } from '../../identity/people.port';
import { FamilyRepository, type OpenedKin } from './family.repository';
import { farewellWords } from './farewell-words';
import type { Farewell, FarewellRelative } from './farewells.port';
import type { OpenedFarewell, Whose } from './farewells.repository';

/** Farewells with the names of their people, as other modules see them. */
@Injectable()
export class FarewellPeople {
  constructor(
    private readonly people: People,
    private readonly family: FamilyRepository,
  ) {}

  /** Who is at a phone: the person where this account reaches them, else what the account itself began or joined. */
  async whose(accountId: string): Promise<Whose> {
    const person = await this.people.reaching(accountId);
    return { accountId, ...(person && { personId: person.personId }) };
  }

  /** Whether the identity bureau confirmed anybody at this phone. */
  async isNamed(accountId: string): Promise<boolean> {
    return (await this.people.findOf(accountId)) !== undefined;
  }

  /** Who does something in their own name. @throws Problem 403 `identity.required`, `consent.required` */
  acting(accountId: string): Promise<VerifiedPerson> {
    return this.people.acting(accountId, farewellWords.realName);
  }

  async toFarewell({ row, content }: OpenedFarewell): Promise<Farewell> {
    const { contact, ...said } = content;
    const applicant = await this.applicantOf(row);
    const kin = await this.relativesOf(await this.family.of(row.id));
    return {
      ...said,
      id: row.id,
      number: row.number,
      state: row.state,
      version: row.version,
      ...(applicant && { applicant }),
      ...(row.accountId !== null && { accountId: row.accountId }),
      ...contact,
      kin,
      aboard: aboardOf(content),
      ...(row.bookingId !== null && { bookingId: row.bookingId }),
      contested: kin.some(({ state }) => state === 'differs'),
      createdAt: row.createdAt,
      ...(row.signedUpAt !== null && { signedUpAt: row.signedUpAt }),
    };
  }

  /** Those who are part of it or ask to be. */
  async relativesOf(kin: readonly OpenedKin[]): Promise<readonly FarewellRelative[]> {
    const found: FarewellRelative[] = [];
    for (const { row, said } of kin) {
      const person = await this.people.find(row.personId);
      if (!person || row.state === 'not-now') continue;
      const { id, personId, accountId, state } = row;
      found.push({ id, personId, state, name: person.name, ...said, ...(accountId !== null && { accountId }) });
    }
    return found;
  }

  private async applicantOf({ personId, accountId }: OpenedFarewell['row']) {
    if (personId !== null) return this.people.find(personId);
    return accountId === null ? undefined : this.people.findOf(accountId);
  }
}
