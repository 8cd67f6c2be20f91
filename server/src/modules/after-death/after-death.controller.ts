import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access';
import { arrayOf, objectOf, oneOf, text } from '../../platform/http/json-schema';
import { Owned } from '../../platform/http/owned';
import type { StoppedByMistake } from './after-death.port';
import { StoppedByMistakeReads } from './stopped-by-mistake.service';
import { STOPPED_WHATS } from './stops-at-death.port';

const schema = objectOf({
  items: arrayOf(
    objectOf({
      what: oneOf(...STOPPED_WHATS),
      restored: { type: 'boolean' },
      which: arrayOf(text('11 月 30 日 9:00，…')),
      how: text('约的时间恢复了。'),
    }),
  ),
});

@ApiTags('after-death')
@Controller('api/v1/stopped-by-mistake')
export class AfterDeathController {
  constructor(private readonly reads: StoppedByMistakeReads) {}

  @Get(':id')
  @Access('resident')
  @Owned('after-death')
  @ApiOperation({
    summary: 'What was stopped because a register was wrong, what came back, and what has to be done again',
  })
  @ApiOkResponse({ schema })
  find(@Param('id') id: string): Promise<StoppedByMistake> {
    return this.reads.of(id);
  }
}
