import { AnswerComplaintDto, ComplaintListDto } from '@jinmen/shared/dto/complaint.dto';
import { officeName } from '@jinmen/shared/places/office-name';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiForbiddenResponse,
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
import { ComplaintDesk, type StaffComplaint, type StaffComplaints } from '../complaints/complaints.port';
import { complaintTextSchema, staffComplaintsSchema } from './complaints.schema';
import { officesOf } from './staff-view';

interface ShownList extends StaffComplaints {
  readonly items: readonly (StaffComplaint & { readonly officeName?: string })[];
}

@ApiTags('staff')
@Controller('api/v1/staff/complaints')
export class ComplaintsDeskController {
  constructor(private readonly desk: ComplaintDesk) {}

  @Get()
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'Complaints: all for an operator, the own office’s for a clerk; numbers in them masked' })
  @ApiOkResponse({ schema: staffComplaintsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  async list(@CurrentStaff() staff: Staff, @Query() { state, ...query }: ComplaintListDto): Promise<ShownList> {
    const page = pageRequest(query);
    const { items, more } = await this.desk.list(officesOf(staff), staff.staffId, state && { state, page });
    const named = items.map((each) => ({ ...each, ...(each.office && { officeName: officeName(each.office) }) }));
    return { items: named, more };
  }

  @Post(':id/text')
  @HttpCode(200)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'What was said as it was typed, numbers and all; each look is counted and recorded' })
  @ApiOkResponse({ schema: complaintTextSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  async showText(@CurrentStaff() staff: Staff, @Param('id') id: string): Promise<{ text: string }> {
    return { text: await this.desk.showText(officesOf(staff), staff.staffId, id) };
  }

  @Post(':id/answer')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'The answer the resident reads, and why, for the record' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  answer(
    @CurrentStaff() staff: Staff,
    @Param('id') id: string,
    @Body() { text, reason }: AnswerComplaintDto,
  ): Promise<void> {
    return this.desk.answer(officesOf(staff), staff.staffId, id, { text, reason });
  }
}
