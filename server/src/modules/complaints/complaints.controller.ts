import type { ComplaintView } from '@jinmen/shared/complaints/views';
import { ComplainDto } from '@jinmen/shared/dto/complaint.dto';
import { PageQueryDto } from '@jinmen/shared/dto/page-query.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { Owned } from '../../platform/http/owned';
import { type Page, pageRequest } from '../../platform/http/page';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { complainSchema, complaintSchema, complaintsSchema } from './complaints.schema';
import { Complaints } from './complaints.service';

@ApiTags('complaints')
@Controller('api/v1/complaints')
export class ComplaintsController {
  constructor(private readonly complaints: Complaints) {}

  @Post()
  @HttpCode(201)
  @Access('resident')
  @Idempotent()
  @ApiOperation({ summary: 'A complaint or a suggestion, about an application or nothing in particular' })
  @ApiBody({ schema: complainSchema })
  @ApiCreatedResponse({ schema: complaintSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  take(
    @CurrentResident() resident: Resident,
    @Body() { kind, text, application }: ComplainDto,
  ): Promise<ComplaintView> {
    return this.complaints.take(resident, { kind, text, ...(application !== undefined && { application }) });
  }

  @Get()
  @Access('resident')
  @ApiOperation({ summary: 'What the resident said, newest first, with its answer where there is one' })
  @ApiOkResponse({ schema: complaintsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  list(@CurrentResident() resident: Resident, @Query() query: PageQueryDto): Promise<Page<ComplaintView>> {
    return this.complaints.list(resident, pageRequest(query));
  }

  @Get(':id')
  @Access('resident')
  @Owned('complaint')
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ schema: complaintSchema })
  find(@Param('id') id: string): Promise<ComplaintView> {
    return this.complaints.find(id);
  }
}
