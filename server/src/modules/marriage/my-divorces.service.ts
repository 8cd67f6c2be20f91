import type { DivorceView } from '@jinmen/shared/services/marriage-registration/divorce-view';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { People } from '../identity/people.port';
import { Divorces } from './divorces.service';

/** What a resident may see of a divorce: their own, once their name is confirmed, where they are reached. */
@Injectable()
export class MyDivorces {
  constructor(
    private readonly people: People,
    private readonly divorces: Divorces,
  ) {}

  async list({ accountId }: Resident): Promise<readonly DivorceView[]> {
    const person = await this.people.reaching(accountId);
    return person === undefined ? [] : this.divorces.viewsOf(person.personId);
  }
}
