import { MoveWaitingDto } from '@jinmen/shared/dto/waiting.dto';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { arrayOf, day, integer, objectOf, oneOf, problemSchema, text } from '../../platform/http/json-schema';
import { type StaffLine, WaitingDesk } from '../waiting-list/waiting-desk.port';

const instant = { type: 'string', format: 'date-time' } as const;

const linesSchema = objectOf({
  lines: arrayOf(
    objectOf({
      service: text('marriage-registration'),
      title: text('婚姻登记'),
      more: { type: 'boolean' },
      items: arrayOf(
        objectOf({
          id: text('4b1f6d7e-0000-4000-8000-000000000000'),
          place: integer('1 = first of the line'),
          rank: integer('among those who wait for any of the same'),
          name: text('张*'),
          kind: text('结婚登记'),
          sites: arrayOf(text('和平区婚姻登记处')),
          days: arrayOf(day('one of the days waited for')),
          state: oneOf('waiting', 'offered'),
          'offerUntil?': instant,
          since: instant,
        }),
      ),
    }),
  ),
});

@ApiTags('staff')
@Controller('api/v1/staff/waitlist')
export class WaitingDeskController {
  constructor(private readonly desk: WaitingDesk) {}

  @Get()
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'Who waits for a time, service by service, in the order of the line' })
  @ApiOkResponse({ schema: linesSchema })
  async lines(@CurrentStaff() { staffId }: Staff): Promise<{ lines: readonly StaffLine[] }> {
    return { lines: await this.desk.lines(staffId) };
  }

  @Post(':id/place')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Puts one party to another place of its line, and why, for the record' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  move(
    @CurrentStaff() { staffId }: Staff,
    @Param('id') id: string,
    @Body() { to, reason }: MoveWaitingDto,
  ): Promise<void> {
    return this.desk.move(staffId, id, to, reason);
  }
}
