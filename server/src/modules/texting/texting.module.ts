import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OwnPhones } from './own-phones.port';
import { OwnPhonesService } from './own-phones.service';
import { TextedNumbers } from './texted-numbers.port';
import { TextedNumbersService } from './texted-numbers.service';

/** Telephone numbers somebody typed: how often in a day one is texted, and whose it says to be. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    { provide: OwnPhones, useClass: OwnPhonesService },
    { provide: TextedNumbers, useClass: TextedNumbersService },
  ],
  exports: [OwnPhones, TextedNumbers],
})
export class TextingModule {}
