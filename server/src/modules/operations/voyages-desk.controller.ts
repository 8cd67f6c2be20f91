import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { ChangeVoyageDto, OpenVoyageDto, SuspendVoyageDto, VoyagesQueryDto } from '@jinmen/shared/dto/voyages.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { objectOf, problemSchema, text } from '../../platform/http/json-schema';
import type { VoyageTouched } from '../sea/voyages/voyages-desk.port';
import { type StaffVoyageView, VoyageOperations } from './voyage-operations.service';
import { staffVoyagesSchema, suspendedSchema, voyageTouchedSchema } from './voyages-desk.schema';

@ApiTags('staff')
@ApiBadRequestResponse({ schema: problemSchema })
@ApiConflictResponse({ schema: problemSchema })
@Controller('api/v1/staff/voyages')
export class VoyagesDeskController {
  constructor(private readonly voyages: VoyageOperations) {}

  @Get()
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'Voyages with what is taken of them, the soonest first' })
  @ApiOkResponse({ schema: staffVoyagesSchema })
  async list(@Query() query: VoyagesQueryDto): Promise<{ items: readonly StaffVoyageView[] }> {
    return { items: await this.voyages.list(query) };
  }

  @Post()
  @HttpCode(201)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Opens a voyage: its urns and its seats' })
  @ApiCreatedResponse({ schema: objectOf({ id: text('6f1d…') }) })
  open(@CurrentStaff() staff: Staff, @Body() wish: OpenVoyageDto): Promise<{ readonly id: string }> {
    return this.voyages.open(staff, wish);
  }

  @Put(':id')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'How many there is room for; where and when to meet only while nobody has a place' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ schema: problemSchema })
  change(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() wish: ChangeVoyageDto): Promise<void> {
    return this.voyages.change(staff, id, wish);
  }

  @Get(':id/families')
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'How many it would concern if it did not sail; nothing is changed' })
  @ApiOkResponse({ schema: voyageTouchedSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  touched(@Param('id') id: string): Promise<VoyageTouched> {
    return this.voyages.touched(id);
  }

  @Post(':id/suspension')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'It does not sail: families keep their booking and wait for another day' })
  @ApiOkResponse({ schema: suspendedSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  suspend(
    @CurrentStaff() staff: Staff,
    @Param('id') id: string,
    @Body() { why, reason }: SuspendVoyageDto,
  ): Promise<{ readonly families: number }> {
    return this.voyages.suspend(staff, id, why, reason);
  }

  @Post(':id/resumption')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'It sails after all; nobody is moved back by this' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ schema: problemSchema })
  resume(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.voyages.resume(staff, id, reason);
  }

  @Post(':id/sailing')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'It has sailed' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ schema: problemSchema })
  sailed(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.voyages.sailed(staff, id, reason);
  }
}
