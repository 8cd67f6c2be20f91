import { AnswerLateDto, LoadCalendarDto } from '@jinmen/shared/dto/staff.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
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
import { Holidays, type LoadedNotice } from '../holidays/holidays.port';
import { MissingNotices, type YearWithoutNotice } from '../openings/openings.port';
import { ReliefClocks } from '../relief/relief-clocks.port';
import { calendarSchema } from './routing.schema';
import { officesOf } from './staff-view';

@ApiTags('staff')
@Controller('api/v1/staff')
export class ReliefClocksController {
  constructor(
    private readonly clocks: ReliefClocks,
    private readonly holidays: Holidays,
    private readonly missingNotices: MissingNotices,
  ) {}

  @Post('overdue/:id/answer')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'A word to the resident about what is late' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  answer(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() { word }: AnswerLateDto): Promise<void> {
    return this.clocks.answer(id, { id: staff.staffId, offices: officesOf(staff) }, word.trim());
  }

  @Get('calendar')
  @Access('staff')
  @ApiOperation({ summary: 'The holiday notices that clocks count by, and the years that still want theirs' })
  @ApiOkResponse({ schema: calendarSchema })
  async calendar(): Promise<{ items: readonly LoadedNotice[]; missing: readonly YearWithoutNotice[] }> {
    return { items: await this.holidays.notices(), missing: await this.missingNotices.list() };
  }

  @Put('calendar/:year')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Loads the holiday notice of a year; due days are reckoned anew' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  load(
    @CurrentStaff() { staffId }: Staff,
    @Param('year') year: string,
    @Body() { off, work, document, reason }: LoadCalendarDto,
  ): Promise<void> {
    return this.holidays.load(year, { off, work, document: document.trim() }, staffId, reason.trim());
  }
}
