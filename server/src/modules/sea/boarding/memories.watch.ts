import { Injectable } from '@nestjs/common';
import { FarewellWatch } from '../farewells/farewell-watch.port';
import { Memories } from './memories.service';

/** Words somebody kept for themselves beside a draft go with it. */
@Injectable()
export class MemoriesOfDrafts extends FarewellWatch {
  constructor(private readonly memories: Memories) {
    super();
  }

  override thrownAway(farewellId: string): Promise<void> {
    return this.memories.wipeAll(farewellId);
  }
}
