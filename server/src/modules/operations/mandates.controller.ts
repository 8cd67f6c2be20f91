import { MandateAnswerDto, ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { officeName } from '@jinmen/shared/places/office-name';
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
import { problemSchema } from '../../platform/http/json-schema';
import { type MandateCall, MandateDesk, type MandatesOnDesk } from '../mandates/mandate-desk.port';
import { mandateCallSchema, mandatesOnDeskSchema } from './operations.schema';
import { officesOf } from './staff-view';

@ApiTags('staff')
@Controller('api/v1/staff/mandates')
export class StaffMandatesController {
  constructor(private readonly desk: MandateDesk) {}

  @Get()
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: '代办 to read out to somebody of the own streets, and those going on; names masked' })
  @ApiOkResponse({ schema: mandatesOnDeskSchema })
  async list(@CurrentStaff() staff: Staff): Promise<MandatesOnDesk> {
    const { items, more } = await this.desk.list(deskOf(staff));
    return { items: items.map((item) => ({ ...item, street: officeName(item.street) })), more };
  }

  @Post(':id/number')
  @HttpCode(200)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'The number to call and what to read out; each look is recorded' })
  @ApiOkResponse({ schema: mandateCallSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  call(@CurrentStaff() staff: Staff, @Param('id') id: string): Promise<MandateCall> {
    return this.desk.call(deskOf(staff), id);
  }

  @Post(':id/answer')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'What the person said after it was read to them' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  answer(
    @CurrentStaff() staff: Staff,
    @Param('id') id: string,
    @Body() { agreed, reason }: MandateAnswerDto,
  ): Promise<void> {
    return this.desk.answer(deskOf(staff), id, agreed, reason.trim());
  }

  @Post(':id/stop')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'The person does not want it any more' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  stop(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.desk.stop(deskOf(staff), id, reason.trim());
  }
}

function deskOf(staff: Staff) {
  return { staffId: staff.staffId, offices: officesOf(staff) };
}
