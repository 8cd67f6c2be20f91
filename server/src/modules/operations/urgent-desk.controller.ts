import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { CloseAlikeDto, UrgentListDto } from '@jinmen/shared/dto/staff-urgent.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
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
import { problemSchema } from '../../platform/http/json-schema';
import { pageRequest } from '../../platform/http/page';
import {
  type UrgentClerk,
  type UrgentCount,
  UrgentDesk,
  type UrgentReach,
  type UrgentRows,
} from '../urgent/urgent-desk.port';
import { officesOf } from './staff-view';
import { urgentClosedSchema, urgentCountSchema, urgentReachSchema, urgentRowsSchema } from './urgent-desk.schema';

@ApiTags('staff')
@Controller('api/v1/staff/urgent-requests')
export class UrgentDeskController {
  constructor(private readonly desk: UrgentDesk) {}

  @Get()
  @Access('staff')
  @ApiOperation({ summary: 'Who asks for help at once, of the own offices, whom nobody saw first; names masked' })
  @ApiOkResponse({ schema: urgentRowsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  list(@CurrentStaff() staff: Staff, @Query() { state, ...query }: UrgentListDto): Promise<UrgentRows> {
    const page = pageRequest(query);
    return this.desk.list(clerkOf(staff), state && { state, page });
  }

  @Get('count')
  @Access('staff')
  @ApiOperation({ summary: 'How many nobody has looked at, of the own offices; nothing of anybody' })
  @ApiOkResponse({ schema: urgentCountSchema })
  count(@CurrentStaff() staff: Staff): Promise<UrgentCount> {
    return this.desk.count(clerkOf(staff));
  }

  @Post(':id/number')
  @HttpCode(200)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'How to reach them, whole; recorded, and whoever looks has taken it on' })
  @ApiOkResponse({ schema: urgentReachSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  reach(@CurrentStaff() staff: Staff, @Param('id') id: string): Promise<UrgentReach> {
    return this.desk.reach(clerkOf(staff), id);
  }

  @Post(':id/done')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'It was seen to; how, stays with it' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  done(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.desk.close(clerkOf(staff), id, reason.trim());
  }

  @Post(':id/alike')
  @HttpCode(200)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({
    summary: 'Closes it with those named that one telephone sent and nobody has taken on, each on record',
  })
  @ApiOkResponse({ schema: urgentClosedSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  async alike(
    @CurrentStaff() staff: Staff,
    @Param('id') id: string,
    @Body() { others, reason }: CloseAlikeDto,
  ): Promise<{ closed: number }> {
    return { closed: await this.desk.closeAlike(clerkOf(staff), id, others, reason.trim()) };
  }
}

function clerkOf(staff: Staff): UrgentClerk {
  return { staffId: staff.staffId, offices: officesOf(staff) };
}
