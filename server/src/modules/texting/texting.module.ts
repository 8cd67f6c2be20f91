import { Module } from '@nestjs/common';
import { TextedNumbers } from './texted-numbers.port';
import { TextedNumbersService } from './texted-numbers.service';

/** What goes to a telephone number somebody typed: how often in a day. */
@Module({
  providers: [{ provide: TextedNumbers, useClass: TextedNumbersService }],
  exports: [TextedNumbers],
})
export class TextingModule {}
