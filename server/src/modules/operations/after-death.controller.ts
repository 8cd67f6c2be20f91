import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { arrayOf, day, objectOf, oneOf, problemSchema, text } from '../../platform/http/json-schema';
import { AfterDeathDesk, type DeathView } from '../after-death/after-death.port';
import { STOPPED_WHATS } from '../after-death/stops-at-death.port';

const instant = { type: 'string', format: 'date-time' } as const;
const id = text('4b1f6d7e-0000-4000-8000-000000000000');

const deathsSchema = objectOf({
  items: arrayOf(
    objectOf({
      id,
      name: text('张*'),
      died: day('as the register has it'),
      certificate: text('number of the death certificate'),
      at: instant,
      state: oneOf('standing', 'withdrawn'),
      settled: { type: 'boolean' },
      'withdrawnAt?': instant,
      'why?': text('写错了一位号码'),
      effects: arrayOf(
        objectOf({
          id,
          what: oneOf(...STOPPED_WHATS, 'survivor'),
          'which?': text('11 月 30 日 9:00，结婚登记'),
          state: oneOf('stopped', 'by-hand', 'restored', 'to-do-again', 'told'),
          at: instant,
        }),
      ),
    }),
  ),
});

@ApiTags('staff')
@Controller('api/v1/staff/after-death')
export class AfterDeathDeskController {
  constructor(private readonly desk: AfterDeathDesk) {}

  @Get()
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'Verified deaths of people known here, and what stopped by itself; names masked' })
  @ApiOkResponse({ schema: deathsSchema })
  async list(@CurrentStaff() { staffId }: Staff): Promise<{ items: readonly DeathView[] }> {
    return { items: await this.desk.list(staffId) };
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'The death was none: what can come back does, and the person is told what else to do' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  withdraw(
    @CurrentStaff() { staffId }: Staff,
    @Param('id') which: string,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    return this.desk.withdraw(staffId, which, reason.trim());
  }
}
