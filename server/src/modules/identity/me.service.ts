import type { MeView } from '@jinmen/shared/residents/views';
import { Injectable } from '@nestjs/common';
import { maskedIdNumber, maskedName } from '../../platform/masking';
import { PeopleService } from './people.service';

@Injectable()
export class MeService {
  constructor(private readonly people: PeopleService) {}

  async view(accountId: string): Promise<MeView> {
    const person = await this.people.findOf(accountId);
    if (person === undefined) return { accountId };
    const { name, idNumber, birth, verifiedAt } = person;
    const realName = { name: maskedName(name), idNumber: maskedIdNumber(idNumber), birth };
    return { accountId, realName: { ...realName, verifiedAt: verifiedAt.toISOString() } };
  }
}
