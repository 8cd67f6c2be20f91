import type { MeView } from '@jinmen/shared/residents/views';
import { Injectable } from '@nestjs/common';
import { maskedIdNumber, maskedName } from '../../platform/masking';
import { Consents } from '../consents/consents.port';
import { NAME_PURPOSE } from './name-purpose';
import { PeopleService } from './people.service';

@Injectable()
export class MeService {
  constructor(
    private readonly people: PeopleService,
    private readonly consents: Consents,
  ) {}

  async view(accountId: string): Promise<MeView> {
    const person = await this.people.findOf(accountId);
    if (person === undefined) return { accountId };
    const { name, idNumber, birth, verifiedAt } = person;
    const masked = { name: maskedName(name), idNumber: maskedIdNumber(idNumber), birth };
    const known = { ...masked, verifiedAt: verifiedAt.toISOString() };
    const mayBeUsed = await this.consents.has(accountId, NAME_PURPOSE);
    return { accountId, ...(mayBeUsed ? { realName: known } : { withheldName: known }) };
  }
}
