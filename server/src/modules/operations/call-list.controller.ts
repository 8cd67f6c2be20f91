import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { officeName } from '@jinmen/shared/places/office-name';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { CallList, type CallListView } from '../notices/call-list.port';
import { callListSchema, numberSchema } from './operations.schema';
import { officesOf } from './staff-view';

@ApiTags('staff')
@Controller('api/v1/staff/call-list')
export class CallListController {
  constructor(private readonly calls: CallList) {}

  @Get()
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'People whom only a call reaches, of the own offices; names and numbers masked' })
  @ApiOkResponse({ schema: callListSchema })
  async list(@CurrentStaff() staff: Staff): Promise<CallListView> {
    const view = await this.calls.list(deskOf(staff));
    return { ...view, items: view.items.map((item) => ({ ...item, office: officeName(item.office) })) };
  }

  @Post(':id/number')
  @HttpCode(200)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'The number to call, whole; each look is recorded and counted' })
  @ApiOkResponse({ schema: numberSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  async number(@CurrentStaff() staff: Staff, @Param('id') id: string): Promise<{ phone: string }> {
    return { phone: await this.calls.showNumber(deskOf(staff), id) };
  }

  @Post(':id/done')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'The call was made' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  done(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.calls.mark(deskOf(staff), id, 'done', reason.trim());
  }

  @Post(':id/undone')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'The call is to be made once more' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  undone(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.calls.mark(deskOf(staff), id, 'open', reason.trim());
  }
}

function deskOf(staff: Staff) {
  return { staffId: staff.staffId, offices: officesOf(staff) };
}
